// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/commandcontext.h"
#include "models/rotate/rotationnews.h"
#include "models/tokens/expirydigest.h"
#include "models/tokens/tokenquery.h"
#include "ui/text/expirynoticetext.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

class QSettings;

namespace rox {

class DesktopNotifier;
class Rotations;
class Session;
class UserPreferences;

/// Notifies the user about tokens that expire and rotations that are due or have failed: one digest
/// for each server, each threshold once for each token, each rotation once for its state and date,
/// over restarts. It looks at the lists that were read in this run.
class ExpiryNotices : public QObject
{
    Q_OBJECT

public:
    /// Shows a notice where the desktop has no service; returns false if it cannot.
    using Fallback =
        std::function<bool(const QString &key, const QString &title, const QString &body)>;

    /// All of them outlive it. What was shown is kept in `settings`.
    ExpiryNotices(DesktopNotifier *notifier, const CommandContext *context,
                  const Rotations *rotations, UserPreferences *preferences, QSettings *settings,
                  QObject *parent = nullptr);

    void setFallback(Fallback fallback) { m_fallback = std::move(fallback); }
    /// As the user does with a notice of this server.
    void activate(const QString &key);
    /// Some token of a server that was read in this run expires within the user's window, or a
    /// rotation waits for the user.
    [[nodiscard]] bool isSomethingDue() const;
    /// A notice is on its way to the desktop, which has not answered yet.
    [[nodiscard]] bool isAsking() const { return !m_asking.isEmpty(); }
    /// The user wants no notice on this day of the computer's calendar; or wants them again.
    void setQuietToday(bool isQuiet);
    [[nodiscard]] bool isQuietToday() const;

Q_SIGNALS:
    /// The user wants to see the tokens of the last notice about this server.
    void showRequested(const rox::ServerId &server, const rox::TokenQuery &query,
                       const QString &activationToken);
    /// The user wants to see the rotations that the last notice was about.
    void rotationsRequested(const QString &activationToken);
    void looked(); ///< isSomethingDue() may be another

private:
    /// What one notice of a server is about.
    struct News
    {
        TokenTablePtr table; ///< of `tokens`; null: they are none
        ExpiryDigest tokens;
        QList<RotationRow> rotations;
    };
    void follow(const ServerId &server);
    void look();
    void lookAt(const ServerEntry &entry);
    void show(const ServerEntry &entry, const QString &address, const News &news);
    void shown(const QString &address, const News &news);
    void activateWith(const QString &key, const QString &activationToken);
    [[nodiscard]] NoticeText textOf(const News &news, const ServerEntry &entry) const;
    [[nodiscard]] NotifiedTokens readTokens(const QString &address) const;
    [[nodiscard]] NotifiedRotations readRotations(const QString &address) const;
    void planNext();
    [[nodiscard]] UtcMs localNow() const;
    [[nodiscard]] ServerNotices noticesOf(const QString &key) const;
    [[nodiscard]] QList<Session *> sessions() const;

    DesktopNotifier *m_notifier;
    const CommandContext *m_context;
    const Rotations *m_rotations;
    UserPreferences *m_preferences;
    QSettings *m_settings;
    Fallback m_fallback;
    QTimer m_soon; ///< several lists are looked at together
    QTimer m_next;
    QSet<QString> m_asking; ///< addresses whose notice is on its way
    /// Which tokens the last notice of a server was about; none: it was about rotations alone.
    QHash<QString, std::optional<TokenQuery>> m_shown;
};

/// Which tokens of the list this digest is about.
[[nodiscard]] TokenQuery queryOf(const ExpiryDigest &digest, const TokenTable &table,
                                 TokenQuery from);

} // namespace rox
