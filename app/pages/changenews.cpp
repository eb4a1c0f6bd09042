// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/changenews.h"

#include "app/pages/historymessages.h"
#include "app/tokens/historykeeper.h"
#include "app/tokens/tokenlisting.h"
#include "models/history/historystore.h"
#include "models/tokens/derivedrows.h"
#include "models/tokens/tokenlistmodel.h"
#include "models/values/visibletext.h"
#include "ui/tokens/tokenpage.h"
#include "ui/widgets/messagestack.h"
#include "ui/widgets/notice.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tokenarea.h"

#include <numeric>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Kind = TokenChange::Kind;

const QString NewsId = u"changes"_s;
const QString NotSeenId = u"changesNotMarked"_s;
constexpr int MostOfName = 40;

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
        || (m_table == table && m_history == known.history) || !known.derived.rows
        || !known.derived.rows->holds(*table, m_context->listing->shownAt()))
        return; // else the select of the newest list is under way
    m_table = table;
    m_history = known.history;
    const DerivedRows &changes = *known.derived.rows;
    const int all = std::accumulate(changes.byOthers.begin(), changes.byOthers.end(), 0);
    const int before = std::exchange(m_told[session->key()], all);
    MessageStack *bar = m_context->window->messageBar();
    const Message &shown = bar->notice()->message();
    const bool isShown =
        !bar->notice()->isHidden() && shown.id == NewsId && shown.server == session->key();
    // Who made the new ones is known some time after the list; the notice says so if it is there.
    if (all < before || all == 0 || (all == before && (!isShown || shown.text == textOf(changes))))
        return;
    bar->show({.id = NewsId,
               .server = session->key(),
               .severity = Severity::Info,
               .symbol = u"changes"_s,
               .lead = tr("%Ln token(s) of %1 changed since you last looked.", nullptr, all)
                           .arg(shownName(session->name())),
               .text = textOf(changes),
               .actions = {MessageAction(tr("Show"), [window = m_context->window] {
                   Q_EMIT window->viewChosen(u"changes"_s);
               })}});
}

QString ChangeNews::textOf(const DerivedRows &changes)
{
    QStringList parts;
    const auto add = [&](Kind kind, const auto &words) {
        if (const int count = changes.byOthers[std::size_t(kind)]; count > 0)
            parts.append(words(count));
    };
    const QString makers = makersOf(changes.newBy);
    add(Kind::New, [&](int count) {
        //: %1 is who made them: "2 new by r.duarte"
        return makers.isEmpty() ? tr("%Ln new", nullptr, count)
                                : tr("%Ln new by %1", nullptr, count).arg(makers);
    });
    add(Kind::Revoked, [](int count) { return tr("%Ln revoked", nullptr, count); });
    add(Kind::Gone, [](int count) { return tr("%Ln gone", nullptr, count); });
    add(Kind::Expired, [](int count) { return tr("%Ln expired", nullptr, count); });
    return parts.join(", "_L1);
}

/// "r.duarte", "r.duarte and svc-tekton", "r.duarte and others"; empty: none is known.
QString ChangeNews::makersOf(const QMap<QString, int> &newBy)
{
    QStringList names = newBy.keys();
    const bool areAllKnown = !names.contains(QString());
    names.removeAll(QString());
    if (names.isEmpty())
        return {};
    for (QString &name : names)
        name = shownText(name, MostOfName);
    if (names.size() == 1 && areAllKnown)
        return names.first();
    if (names.size() == 2 && areAllKnown)
        //: two who made tokens
        return tr("%1 and %2").arg(names.at(0), names.at(1));
    //: one of those who made tokens
    return tr("%1 and others").arg(names.first());
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
