// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace rox {

class TextLabel;

/// A sentence in a tinted box, with a symbol.
class NoteBox : public QWidget
{
    Q_OBJECT

public:
    explicit NoteBox(const QString &symbol, QWidget *parent = nullptr);
    void say(const QString &lead);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_symbol;
    TextLabel *m_text;
};

} // namespace rox
