// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/historystate.h"
#include "models/tokens/token.h"
#include "ui/widgets/message.h"

#include <QObject>

#include <functional>

class QWidget;

namespace rox {

class HistoryKeeper;
class MessageStack;
class TokenWrites;

/// Says in the message bar that no history is kept and why, what was lost of it, and that a revoked
/// token is active again; asks whether to generate a token that no history would have.
class HistoryMessages : public QObject
{
    Q_OBJECT

public:
    HistoryMessages(HistoryKeeper *keeper, TokenWrites *writes, QWidget *window, MessageStack *bar,
                    QObject *parent = nullptr);

private:
    void tellState(const QString &server, const QString &name, const HistoryState &state);
    void tellLoss(const QString &server, const QString &name, const HistoryState &state);
    void tellActiveAgain(const QString &server, const QString &name, const QList<Token> &tokens);
    void ask(const QString &name, QObject *context, const std::function<void(bool)> &answer);

    QWidget *m_window;
    MessageStack *m_bar;
};

/// Why nothing is recorded, as a sentence; empty if it is.
[[nodiscard]] QString whyNotKept(const HistoryState &state);

} // namespace rox
