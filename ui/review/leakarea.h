// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QPushButton;

namespace rox {

class SymbolMark;
class TextLabel;

/// Where a text is pasted or dropped, or a file chosen. It shows nothing of a text.
class LeakArea : public QFrame
{
    Q_OBJECT

public:
    explicit LeakArea(QWidget *parent);

    /// Something is dragged over the dialog that can be dropped.
    void setDropping(bool isDropping);
    void focusPaste();

Q_SIGNALS:
    void pasteRequested();
    void fileRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SymbolMark *m_symbol;
    TextLabel *m_lead;
    TextLabel *m_text;
    QPushButton *m_choose;
    QPushButton *m_paste;
    bool m_isDropping = false;
};

} // namespace rox
