// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <memory>

class QMimeData;

namespace rox {

/// The desktop's clipboard (never the X11 selection). Tests replace it by one that refuses.
class ClipboardBoard
{
public:
    virtual ~ClipboardBoard() = default;
    virtual void put(std::unique_ptr<QMimeData> content) = 0;
    /// The text that stands there now, UTF-8; the caller wipes it.
    [[nodiscard]] virtual QByteArray text() const = 0;
    /// False while the desktop does not let us change it: on Wayland without focus, and until a key
    /// or a click has come since the last change.
    [[nodiscard]] virtual bool isOurTurn() const = 0;
};

/// Puts a secret on the clipboard for a while. Only CLIPBOARD, never the X11 selection; marked so
/// that clipboard histories leave it out. Cleared after the time, at quit and on request, if it
/// still holds our text: compared by a salted digest, the text is not kept. The state Cleared
/// follows only after reading it back.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Counting, NotClearedYet, Cleared, TakenOver };
    Q_ENUM(State)

    explicit SecretClipboard(QObject *parent = nullptr);
    explicit SecretClipboard(std::unique_ptr<ClipboardBoard> board, QObject *parent = nullptr);
    ~SecretClipboard() override; ///< clears at once

    void copy(const Secret &secret);
    void clearNow();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int secondsLeft() const { return m_secondsLeft; }
    /// A shorter second, for tests. Counts from the next copy.
    void setTickMs(int ms) { m_timer.setInterval(ms); }
    /// How long a value stays. Counts from the next copy.
    void setSeconds(int seconds) { m_seconds = seconds; }
    [[nodiscard]] int seconds() const { return m_seconds; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void stateChanged(); ///< and once a second while counting

private:
    void tick();
    void tryClear();
    void putNothing();
    void clearAtTheEnd();
    void lookAgain();
    [[nodiscard]] bool isOurs() const;
    [[nodiscard]] QByteArray digest(QByteArrayView text) const;
    void setState(State state);

    std::unique_ptr<ClipboardBoard> m_board;
    State m_state = State::Idle;
    QByteArray m_salt;
    QByteArray m_digest;
    int m_seconds = 30;
    int m_secondsLeft = 0;
    QTimer m_timer;
};

} // namespace rox
