// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/style/symbols.h"
#include "ui/style/type.h"

#include <QAbstractButton>
#include <QLabel>

namespace rox {

/// A label of plain text, whatever it holds.
[[nodiscard]] QLabel *plainLabel(const QString &text, QWidget *parent,
                                 TextSize size = TextSize::Body, bool semibold = false);
/// Smaller, in the colour of secondary text.
[[nodiscard]] QLabel *secondaryLabel(const QString &text, QWidget *parent);

/// One line that gives way with "…"; the whole text stands in the tooltip while it does.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

/// One of the symbols, in the colour of its meaning.
class SymbolMark : public QWidget
{
    Q_OBJECT

public:
    SymbolMark(const QString &name, SymbolTone tone, int size, QWidget *parent);
    void setSymbol(const QString &name, SymbolTone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

/// Text that acts: underlined under the pointer or the keyboard's focus.
class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace rox
