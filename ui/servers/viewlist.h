// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QListWidget>

namespace rox {

class ViewDelegate;

/// The views under the list of servers, each with the number of its tokens. The selected row is the
/// view that is shown. Arrow keys move the current row alone; Return, Space or a click chooses it.
class ViewList : public QListWidget
{
    Q_OBJECT

public:
    explicit ViewList(QWidget *parent = nullptr);

    struct View
    {
        QString id;
        QString title;
        QString symbol; ///< of resources/icons
        /// The count is on a badge, as news are.
        bool isNews = false;
    };
    void setViews(const QList<View> &views);
    /// Spoken with the title; nullopt: not known.
    void setCount(const QString &id, std::optional<quint32> count);
    /// A line under the title, spoken after the count; empty: none.
    void setState(const QString &id, const QString &line);
    /// A view that is off can be neither chosen nor focused.
    void setOn(const QString &id, bool isOn);
    /// Without a signal; empty or unknown: none.
    void setChosen(const QString &id);
    [[nodiscard]] QString chosenId() const { return m_chosen; } ///< empty: none
    void setRail(bool rail);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    enum Role { IdRole = Qt::UserRole + 1, SymbolRole, CountRole, NewsRole, StateRole };

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags
    selectionCommand(const QModelIndex &index, const QEvent *event) const override;

private:
    void choose(const QListWidgetItem *item);
    void showChosen();
    [[nodiscard]] QListWidgetItem *itemOf(const QString &id) const;
    void describe(QListWidgetItem *item);

    ViewDelegate *m_delegate;
    QString m_chosen;
    bool m_isSilent = false;
};

} // namespace rox
