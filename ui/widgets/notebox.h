// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"

namespace rox {

class TextLabel;

/// A sentence in a tinted box, with a symbol.
class NoteBox : public Card
{
    Q_OBJECT

public:
    explicit NoteBox(const QString &symbol, QWidget *parent = nullptr);
    void showText(const QString &lead);

private:
    TextLabel *m_text;
};

} // namespace rox
