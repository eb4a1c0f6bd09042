// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/historysettings.h"

#include "app/pages/userpreferences.h"
#include "app/servers/serverdirectory.h"
#include "app/tokens/historykeeper.h"
#include "models/history/historystore.h"
#include "models/values/visibletext.h"
#include "ui/settings/forgethistorydialog.h"
#include "ui/settings/historypage.h"
#include "ui/widgets/messagestack.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

const QString ForgottenId = u"historyForgotten"_s;
const QString OfferId = u"historyOfRemoved"_s;

UtcMs retentionOf(const Preferences &preferences)
{
    constexpr double DaysPerMonth = 365.25 / 12;
    return preferences.historyMonths == 0 ? NoTime
                                          : UtcMs(preferences.historyMonths * DaysPerMonth) * DayMs;
}

} // namespace

HistorySettings::HistorySettings(HistoryStore *store, HistoryKeeper *keeper,
                                 UserPreferences *preferences, const ServerDirectory *directory,
                                 MessageStack *bar, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_keeper(keeper)
    , m_preferences(preferences)
    , m_directory(directory)
    , m_bar(bar)
{
    m_store->setRetention(retentionOf(preferences->now()));
    connect(preferences, &UserPreferences::changed, this, [this](const Preferences &before) {
        const Preferences &now = m_preferences->now();
        if (now.historyMonths != before.historyMonths)
            m_store->setRetention(retentionOf(now), QDateTime::currentMSecsSinceEpoch());
    });
}

HistoryPage *HistorySettings::makePage()
{
    m_page = new HistoryPage(m_preferences->now());
    connect(m_page, &HistoryPage::edited, m_preferences, &UserPreferences::edit);
    connect(m_page, &HistoryPage::folderRequested, this, &HistorySettings::openFolder);
    connect(m_page, &HistoryPage::forgetRequested, this,
            [this](const QString &address) { ask(address, {}, m_page->window()); });
    connect(m_page, &HistoryPage::forgetAllRequested, this,
            [this] { askForAll(m_page->window()); });
    count();
    return m_page;
}

void HistorySettings::count()
{
    m_store->readKept(this, [this](const KeptHistories &all) {
        m_kept = all;
        if (!m_page)
            return;
        QList<HistoryRow> rows;
        for (const KeptHistory &kept : all.histories) {
            const ServerFacts server = serverAt(kept.address, kept.name);
            rows.append({kept, server.name, server.colorName});
        }
        m_page->setHistories(all, rows);
    });
}

ServerFacts HistorySettings::serverAt(const QString &address, const QString &name) const
{
    ServerFacts server;
    server.address = address;
    server.name = name.isEmpty() ? address : name;
    const auto entries = m_directory->entries();
    for (const ServerEntry &entry : entries) {
        if (entry.profile.endpoint.display() != address)
            continue;
        server.name = entry.profile.name;
        server.colorName = entry.profile.colorName;
        break;
    }
    return server;
}

bool HistorySettings::isListed(const QString &address) const
{
    const auto entries = m_directory->entries();
    return std::any_of(entries.cbegin(), entries.cend(), [&](const ServerEntry &entry) {
        return entry.profile.endpoint.display() == address;
    });
}

void HistorySettings::ask(const QString &address, const QString &name, QWidget *parent)
{
    const QPointer<QWidget> over(parent);
    m_store->readKept(this, [this, address, name, over](const KeptHistories &all) {
        m_kept = all;
        const KeptHistory *kept = all.find(address);
        if (!over)
            return;
        if (kept)
            open(serverAt(address, name.isEmpty() ? kept->name : name), *kept, over);
        else
            count(); // another window has forgotten it
    });
}

void HistorySettings::open(const ServerFacts &server, const KeptHistory &kept, QWidget *parent)
{
    auto *dialog = new ForgetHistoryDialog(server, kept, isListed(server.address), parent);
    connect(dialog, &ForgetHistoryDialog::forgetConfirmed, this,
            [this, server] { forget(server); });
    connect(dialog, &ForgetHistoryDialog::exportRequested, this, [this, server, dialog] {
        m_store->readAll(server.address, dialog, [this, server, dialog](const KeptTokens &tokens) {
            Q_EMIT exportRequested(tokens, server, dialog);
        });
    });
    dialog->open();
}

void HistorySettings::forget(const ServerFacts &server)
{
    m_keeper->forget(server.address, this, [this, server](const ForgottenHistory &forgotten) {
        tell(server, forgotten);
        count();
    });
}

void HistorySettings::tell(const ServerFacts &server, const ForgottenHistory &forgotten)
{
    const QString name = shownName(server.name);
    if (forgotten.isGone())
        m_bar->dismiss(OfferId);
    show(forgotten, tr("The history of %1 is forgotten.").arg(name),
         tr("The history of %1 is still there.").arg(name), [this, server] { forget(server); });
}

void HistorySettings::askForAll(QWidget *parent)
{
    const QPointer<QWidget> over(parent);
    m_store->readKept(this, [this, over](const KeptHistories &all) {
        m_kept = all;
        if (!over)
            return;
        if (all.histories.isEmpty()) {
            count(); // another window has forgotten them
            return;
        }
        QStringList servers;
        for (const KeptHistory &kept : all.histories)
            servers.append(shownName(serverAt(kept.address, kept.name).name));
        auto *dialog = new ForgetHistoryDialog(all, servers, over);
        connect(dialog, &ForgetHistoryDialog::forgetConfirmed, this, &HistorySettings::forgetAll);
        dialog->open();
    });
}

void HistorySettings::forgetAll()
{
    m_keeper->forgetAll(this, [this](const ForgottenHistory &forgotten) {
        if (forgotten.isGone())
            m_bar->dismiss(OfferId);
        show(forgotten, tr("All histories are forgotten."), tr("Some histories are still there."),
             [this] { forgetAll(); });
        count();
    });
}

void HistorySettings::show(const ForgottenHistory &forgotten, const QString &done,
                           const QString &failed, std::function<void()> again)
{
    Message message{.id = ForgottenId};
    if (forgotten.isGone()) {
        message.severity = Severity::Success;
        message.lead = done;
        message.text =
            tr("The files are gone: %1.")
                .arg(QLocale().formattedDataSize(forgotten.bytes, 1, QLocale::DataSizeSIFormat));
    } else {
        message.severity = Severity::Bad;
        message.lead = failed;
        message.text = tr("%Ln file(s) cannot be removed: %1", nullptr, int(forgotten.left.size()))
                           .arg(shownText(forgotten.why));
        message.actions = {{tr("Open folder"),
                            [self = QPointer(this)] {
                                if (self)
                                    self->openFolder();
                            }},
                           {tr("Try again"), [self = QPointer(this), again = std::move(again)] {
                                if (self)
                                    again();
                            }}};
    }
    if (m_page)
        m_page->showMessage(message);
    else
        m_bar->show(message);
}

void HistorySettings::offerToForget(const ServerProfile &removed)
{
    const QString address = removed.endpoint.display();
    if (isListed(address))
        return;
    m_store->readKept(this, [this, address, name = removed.name](const KeptHistories &all) {
        const KeptHistory *kept = all.find(address);
        if (!kept)
            return;
        m_bar->show({.id = OfferId,
                     .severity = Severity::Info,
                     .lead = tr("%1 was removed.").arg(shownName(name)),
                     .text = tr("Its history stays on this computer: %Ln token(s).", nullptr,
                                int(kept->tokens)),
                     .actions = {{tr("Forget history…"), [self = QPointer(this), address, name] {
                                      if (self)
                                          self->ask(address, name, self->m_bar->window());
                                  }}}});
    });
}

void HistorySettings::openFolder() const
{
    if (!m_kept.folder.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QDir(m_kept.folder).absolutePath()));
}

} // namespace rox
