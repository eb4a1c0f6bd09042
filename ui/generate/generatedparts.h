// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"

#include <QCoreApplication>

class QDialog;
class QDialogButtonBox;
class QLabel;
class QLayout;
class QPushButton;

namespace rox {

class ClipboardRow;
class NoticeBar;
class RevealButton;
class SecretClipboard;
class SecretField;
class SegmentedBar;

/// What "Token generated" is made of, in its places. The dialog owns all of it.
struct GeneratedParts
{
    Q_DECLARE_TR_FUNCTIONS(GeneratedDialog)

public:
    static constexpr int Width = 592;
    static constexpr int Margin = 24;

    GeneratedParts(QDialog *dialog, SecretClipboard *clipboard);
    void build(QDialog *dialog, const Token &token, const QString &server, UtcMs now);

    NoticeBar *warning;
    NoticeBar *notice;
    SecretField *field;
    RevealButton *reveal;
    QLabel *lengthNote;
    SegmentedBar *forms;
    QLabel *preview;
    QPushButton *copy;
    QPushButton *save;
    ClipboardRow *countdown;
    QDialogButtonBox *buttons;
    QPushButton *done = nullptr;
    QLabel *waits = nullptr;

private:
    [[nodiscard]] QLayout *valueRows(QDialog *dialog);
    [[nodiscard]] QLayout *formRows(QDialog *dialog);
    [[nodiscard]] QLayout *actionRow();
    [[nodiscard]] QLayout *footer(QDialog *dialog);
};

} // namespace rox
