// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>
#include <QWidget>

namespace rox {

/// Roles as chips, on several lines. Roles that do not fit are counted in a last chip: "+3".
class ChipFlow : public QWidget
{
    Q_OBJECT

public:
    explicit ChipFlow(QWidget *parent = nullptr);
    void setRoles(const QStringList &roles);
    void setMaxLines(int lines); ///< 0, as at first: any number
    [[nodiscard]] const QStringList &roles() const { return m_roles; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Placed
    {
        QString text;
        QRect rect;
        bool isCount = false;
    };
    [[nodiscard]] QList<Placed> places(int width) const;
    void countTheRest(QList<Placed> *placed, qsizetype rest, int width) const;

    QStringList m_roles; ///< as shown
    int m_mostLines = 0;
};

} // namespace rox
