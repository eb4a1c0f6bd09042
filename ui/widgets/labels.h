// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/style/symbols.h"
#include "ui/style/typography.h"

#include <QAbstractButton>
#include <QLabel>

namespace rox {

/// A label that shows markup as plain text.
[[nodiscard]] QLabel *plainLabel(const QString &text, QWidget *parent,
                                 TextSize size = TextSize::Body, bool semibold = false);
/// Smaller, in the colour of secondary text.
[[nodiscard]] QLabel *secondaryLabel(const QString &text, QWidget *parent);

/// A line of one pixel: Midlight between rows, Mid between panels.
[[nodiscard]] QWidget *separator(QPalette::ColorRole role, QWidget *parent);

/// One of the symbols, in the colour of its meaning.
class SymbolMark : public QWidget
{
    Q_OBJECT

public:
    SymbolMark(const QString &name, TextTone tone, int size, QWidget *parent);
    void setSymbol(const QString &name, TextTone tone) { setIcon(symbolIcon(name, tone)); }
    void setIcon(const QIcon &icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

/// A button that looks like a link; underlined under the pointer.
class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace rox
