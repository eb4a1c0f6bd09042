// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/tokens/kepthistory.h"
#include "ui/widgets/message.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace rox {

class HistoryKeeper;
class HistoryPage;
class HistoryStore;
class MessageStack;
class ServerDirectory;
class UserPreferences;
struct KeptTokens;
struct ServerProfile;

/// Fills the page "History" of Settings, sets how long the history is kept, and forgets the history
/// of a Central after a question. Offers that for a server that was removed, too.
class HistorySettings : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    HistorySettings(HistoryStore *store, HistoryKeeper *keeper, UserPreferences *preferences,
                    const ServerDirectory *directory, MessageStack *bar, QObject *parent = nullptr);

    [[nodiscard]] HistoryPage *makePage();
    /// This server was removed from the list: its history is still there.
    void offerToForget(const ServerProfile &removed);

Q_SIGNALS:
    /// Over `parent`, which asks whether to forget the history.
    void exportRequested(const rox::KeptTokens &tokens, const rox::ServerFacts &server,
                         QWidget *parent);

private:
    void count();
    /// Asks over `parent`, once what will be lost was counted.
    void ask(const QString &address, const QString &name, QWidget *parent);
    void open(const ServerFacts &server, const KeptHistory &kept, QWidget *parent);
    void forget(const ServerFacts &server);
    void tell(const ServerFacts &server, const ForgottenHistory &forgotten);
    void askForAll(QWidget *parent);
    void forgetAll();
    /// `again` is what the button "Try again" does.
    void show(const ForgottenHistory &forgotten, const QString &done, const QString &failed,
              std::function<void()> again);
    [[nodiscard]] ServerFacts serverAt(const QString &address, const QString &name) const;
    [[nodiscard]] bool isListed(const QString &address) const;
    void openFolder() const;

    HistoryStore *m_store;
    HistoryKeeper *m_keeper;
    UserPreferences *m_preferences;
    const ServerDirectory *m_directory;
    MessageStack *m_bar;
    QPointer<HistoryPage> m_page;
    KeptHistories m_kept; ///< as last counted
};

} // namespace rox
