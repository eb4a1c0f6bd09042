// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSplitter>
#include <QTimer>

#include <optional>

class QAction;

namespace rox {

class DetailsPanel;
class TokenListModel;
class TokenPage;
class TokenView;
class WindowActions;

/// The list of tokens, its menu, and beside it the details of the selected ones.
class TokenArea : public QSplitter
{
    Q_OBJECT

public:
    TokenArea(TokenListModel *model, WindowActions *actions, QWidget *parent = nullptr);
    ~TokenArea() override;

    [[nodiscard]] TokenPage *page() const { return m_page; }
    [[nodiscard]] TokenView *view() const { return m_view; }
    [[nodiscard]] DetailsPanel *details() const { return m_details; }

    /// For the details: the token that this connection signs in with. `note` says since when it is
    /// not used; empty: it is in use.
    void setOwnToken(const QString &id, const QString &note = {});
    [[nodiscard]] QStringList selectedIds() const; ///< in the order shown
    [[nodiscard]] bool selectionIsRevoked() const; ///< all of it; false if there is none
    void selectIds(const QStringList &ids, bool scroll);
    /// After another search or filter: the selection if some of it is left, else the top.
    void showSelectionOrTop();
    /// Shows the details of the selected token, and puts the focus into its note.
    void editNote();
    void focusRow(); ///< gives the list the focus; selects the current row if no row is

    /// In a wide window.
    [[nodiscard]] bool detailsWanted() const
    {
        return m_isCompact ? m_wantedBefore : m_detailsWanted;
    }
    void setDetailsWanted(bool wanted);
    /// In a small window the details take the place of the list, once they are asked for.
    void setCompact(bool compact);
    /// Collects changes of the selection into one update, later.
    void updateDetails() { m_settle.start(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

Q_SIGNALS:
    void rowsChanged(); ///< the selection changed, or the data of its rows
    void selectionChanged();

private:
    void connectModel();
    void openRowMenu(const QPoint &point);
    void settle();
    void showDetails();

    TokenListModel *m_model;
    WindowActions *m_actions;
    QAction *m_detailsAction;
    TokenPage *m_page;
    TokenView *m_view;
    DetailsPanel *m_details;
    QTimer m_settle;
    bool m_selectionMoved = false;
    bool m_detailsWanted = true;
    std::optional<int> m_top; ///< its place in the window; none while it is hidden
    bool m_isCompact = false;
    bool m_wantedBefore = true; ///< m_detailsWanted of the wide window
};

} // namespace rox
