// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/secretclipboard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>
#include <QRandomGenerator>
#include <QWindow>

#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// On Wayland each change of the clipboard carries the number of the last key or click that the
/// program got. A compositor drops a change with the number of the change before, and says nothing.
class DesktopBoard final : public QObject, public ClipboardBoard
{
public:
    DesktopBoard() { qApp->installEventFilter(this); }

    void put(std::unique_ptr<QMimeData> content) override
    {
        m_hadInput = false;
        QGuiApplication::clipboard()->setMimeData(content.release(), QClipboard::Clipboard);
    }

    [[nodiscard]] QByteArray text() const override
    {
        const QMimeData *content = QGuiApplication::clipboard()->mimeData(QClipboard::Clipboard);
        return content && content->hasText() ? content->text().toUtf8() : QByteArray();
    }

    [[nodiscard]] bool isOurTurn() const override
    {
        return !QGuiApplication::platformName().startsWith("wayland"_L1)
               || (QGuiApplication::focusWindow() && m_hadInput);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched->isWindowType()
            && (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress))
            m_hadInput = true;
        return false;
    }

private:
    bool m_hadInput = false; ///< since the last put()
};

/// Marks that keep a secret out of clipboard histories. Each desktop ignores the marks of the
/// others.
void markAsSecret(QMimeData *content)
{
    content->setData(u"x-kde-passwordManagerHint"_s, "secret"_ba);
    const QByteArray no(4, '\0'); // a DWORD
    const auto windows = [&](QLatin1String format, const QByteArray &data) {
        content->setData(u"application/x-qt-windows-mime;value=\""_s + format + u'"', data);
    };
    windows("ExcludeClipboardContentFromMonitorProcessing"_L1, no);
    windows("CanIncludeInClipboardHistory"_L1, no);
    windows("CanUploadToCloudClipboard"_L1, no);
}

} // namespace

SecretClipboard::SecretClipboard(QObject *parent)
    : SecretClipboard(std::make_unique<DesktopBoard>(), parent)
{}

SecretClipboard::SecretClipboard(std::unique_ptr<ClipboardBoard> board, QObject *parent)
    : QObject(parent)
    , m_board(std::move(board))
{
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::tick);
    connect(qApp, &QGuiApplication::focusWindowChanged, this, &SecretClipboard::lookAgain);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &SecretClipboard::lookAgain);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this,
            [this] { // a clipboard manager may restore the cleared text
                if (m_state == State::Cleared && isOurs())
                    tryClear();
            });
    connect(qApp, &QCoreApplication::aboutToQuit, this, &SecretClipboard::clearAtTheEnd);
    qApp->installEventFilter(this);
}

bool SecretClipboard::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop may take the change now. Queued: the board has to see the event first.
    if (m_state == State::NotClearedYet && watched->isWindowType()
        && (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress))
        QMetaObject::invokeMethod(this, &SecretClipboard::lookAgain, Qt::QueuedConnection);
    return false;
}

SecretClipboard::~SecretClipboard()
{
    // Without QGuiApplication there is no clipboard; aboutToQuit has cleared it.
    if (qApp && (m_state == State::Counting || m_state == State::NotClearedYet)) {
        blockSignals(true);
        clearAtTheEnd();
    }
}

void SecretClipboard::copy(const Secret &secret)
{
    std::array<quint32, 8> salt{};
    QRandomGenerator::system()->fillRange(salt.data(), qsizetype(salt.size()));
    m_salt = QByteArray(reinterpret_cast<const char *>(salt.data()), sizeof salt);
    m_digest = digest(secret.view());
    auto content = std::make_unique<QMimeData>();
    content->setText(QString::fromUtf8(secret.view()));
    markAsSecret(content.get());
    m_secondsLeft = m_seconds;
    m_state = State::Counting; // before put(): dataChanged is emitted inside of it
    m_board->put(std::move(content));
    m_timer.start();
    Q_EMIT stateChanged();
}

void SecretClipboard::clearNow()
{
    if (m_state == State::Counting || m_state == State::NotClearedYet)
        tryClear();
}

void SecretClipboard::tick()
{
    if (--m_secondsLeft > 0)
        Q_EMIT stateChanged();
    else
        tryClear();
}

void SecretClipboard::tryClear()
{
    m_timer.stop();
    m_secondsLeft = 0;
    if (!m_board->isOurTurn()) {
        setState(State::NotClearedYet);
        return;
    }
    if (!isOurs()) {
        // Already cleared, or replaced by another text: leave it.
        if (m_state != State::Cleared)
            setState(m_board->text().isEmpty() ? State::Cleared : State::TakenOver);
        return;
    }
    putNothing();
    setState(isOurs() ? State::NotClearedYet : State::Cleared);
}

void SecretClipboard::putNothing()
{
    // An empty text instead of clear(): GNOME's clipboard manager restores the old text after
    // clear().
    auto nothing = std::make_unique<QMimeData>();
    nothing->setText(QString());
    m_board->put(std::move(nothing));
}

void SecretClipboard::clearAtTheEnd()
{
    clearNow();
    if (m_state == State::NotClearedYet && isOurs())
        putNothing(); // the desktop may take it all the same
}

void SecretClipboard::lookAgain()
{
    if (m_state == State::NotClearedYet && m_board->isOurTurn())
        tryClear();
}

bool SecretClipboard::isOurs() const
{
    QByteArray text = m_board->text();
    const bool ours = !m_digest.isEmpty() && !text.isEmpty() && digest(text) == m_digest;
    wipe(text);
    return ours;
}

QByteArray SecretClipboard::digest(QByteArrayView text) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(m_salt));
    hash.addData(text);
    return hash.result();
}

void SecretClipboard::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace rox
