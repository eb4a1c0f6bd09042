// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/changenews.h"

#include "app/pages/historymessages.h"
#include "app/tokens/historykeeper.h"
#include "app/tokens/tokenlisting.h"
#include "models/history/historystore.h"
#include "models/tokens/tokenlistmodel.h"
#include "models/values/visibletext.h"
#include "ui/tokens/tokenpage.h"
#include "ui/widgets/messagestack.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tokenarea.h"

#include <map>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Kind = TokenChange::Kind;

const QString NewsId = u"changes"_s;
const QString NotSeenId = u"changesNotMarked"_s;

/// Without what this program did.
std::map<Kind, int> countsByOthers(const TokenTable &table, const TokenKnowledge &known, UtcMs now)
{
    std::map<Kind, int> counts;
    const auto changed = changedRows(table, known, now);
    for (TokenTable::Row row = 0; row < changed.size(); ++row) {
        if (changed[row] == 0)
            continue;
        const TokenChange change = known.changeOf(table, row, now);
        if (!change.isByUs)
            ++counts[change.kind];
    }
    return counts;
}

} // namespace

ChangeNews::ChangeNews(HistoryStore *store, HistoryKeeper *keeper, CommandContext *context,
                       QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_keeper(keeper)
    , m_context(context)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ChangeNews::tell);
    connect(context->listing, &TokenListing::shownChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(context->window->tokens()->page(), &TokenPage::deedChosen, this,
            [this](const QString &view) {
                if (view == "changes"_L1)
                    markSeen();
            });
}

void ChangeNews::tell()
{
    const TokenKnowledge &known = m_context->model->knowledge();
    const TokenTablePtr &table = m_context->listing->table();
    const Session *session = m_context->session();
    if (!session || session->table() != table || session->tokens().isListOfHistory()
        || (m_table == table && m_history == known.history))
        return;
    m_table = table;
    m_history = known.history;
    const auto counts = countsByOthers(*table, known, m_context->listing->now());
    int all = 0;
    for (const auto &[kind, count] : counts)
        all += count;
    const int before = std::exchange(m_told[session->key()], all);
    if (all <= before)
        return;
    QStringList parts;
    const auto add = [&](Kind kind, const auto &words) {
        if (const auto found = counts.find(kind); found != counts.end())
            parts.append(words(found->second));
    };
    add(Kind::New, [](int count) { return tr("%Ln new", nullptr, count); });
    add(Kind::Revoked, [](int count) { return tr("%Ln revoked", nullptr, count); });
    add(Kind::Gone, [](int count) { return tr("%Ln gone", nullptr, count); });
    add(Kind::Expired, [](int count) { return tr("%Ln expired", nullptr, count); });
    m_context->window->messageBar()->show(
        {.id = NewsId,
         .server = session->key(),
         .severity = Severity::Info,
         .symbol = u"changes"_s,
         .lead = tr("%Ln token(s) of %1 changed since you last looked.", nullptr, all)
                     .arg(shownName(session->name())),
         .text = parts.join(", "_L1),
         .actions = {MessageAction(tr("Show"), [window = m_context->window] {
             Q_EMIT window->viewChosen(u"changes"_s);
         })}});
}

void ChangeNews::markSeen()
{
    if (!m_context->scope->isAll()) {
        if (const Session *session = m_context->opened())
            markSeen(*session);
        return;
    }
    const auto entries = m_context->directory->entries();
    for (const ServerEntry &entry : entries) {
        if (const Session *session = m_context->sessions->find(entry.id()))
            markSeen(*session);
    }
}

void ChangeNews::markSeen(const Session &session)
{
    MessageStack *bar = m_context->window->messageBar();
    const QString address = session.address();
    bar->dismiss(NewsId, session.key());
    m_store->markSeen(address, session.clock()->now(), this,
                      [this, bar, address, key = session.key()](const WriteOutcome &outcome) {
                          if (outcome.isWritten) {
                              bar->dismiss(NotSeenId, key);
                              m_keeper->readAgain(address);
                              return;
                          }
                          bar->show({.id = NotSeenId,
                                     .server = key,
                                     .severity = Severity::Caution,
                                     .lead = tr("The changes were not marked as seen."),
                                     .text = whyNotKept(outcome.state)});
                      });
}

} // namespace rox
