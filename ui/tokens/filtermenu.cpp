// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/filtermenu.h"

#include "models/values/visibletext.h"
#include "ui/style/symbols.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QMenu>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxRolesInRowMenu = 4;
constexpr qsizetype MaxRoleName = 60;

struct Menu
{
    Q_DECLARE_TR_FUNCTIONS(rox::FilterMenu)
};

/// A choice of expiry that is offered by name.
struct Preset
{
    const char *name; ///< of its action
    QString (*title)();
    TimeRange (*range)(UtcMs now);
};

constexpr Preset Presets[] = {
    {"expiresThisWeek", [] { return Menu::tr("Expires this week"); }, weekAround},
    {"expiresThisMonth", [] { return Menu::tr("Expires this month"); }, monthAround},
    {"expiresIn30Days", [] { return Menu::tr("Expires in the next 30 days"); },
     [](UtcMs now) { return daysFrom(now, 30); }},
};

/// For the text of an action, where & would mark a key.
QString shownRole(const QString &role)
{
    return shownText(role, MaxRoleName).replace(u'&', "&&"_L1);
}

void addRole(QMenu *menu, const QString &text, const QString &role, const TokenQuery &query,
             const QueryChosen &chosen)
{
    QAction *action = menu->addAction(text, menu, [=] { chosen(withRole(role, query)); });
    action->setObjectName(u"onlyRole:"_s + role);
    action->setEnabled(!query.roles.contains(role));
}

} // namespace

void fillFilterMenu(QMenu *menu, const TokenQuery &query, const QStringList &roles, UtcMs now,
                    const QueryChosen &chosen)
{
    for (const Preset &preset : Presets) {
        TokenQuery next = query;
        next.expiry = preset.range(now);
        QAction *action = menu->addAction(preset.title(), menu, [=] { chosen(next); });
        action->setObjectName(QLatin1String(preset.name));
        action->setCheckable(true);
        action->setChecked(query.expiry == next.expiry);
    }
    menu->addSeparator();
    QMenu *ofRoles = menu->addMenu(Menu::tr("Only the role"));
    ofRoles->setObjectName(u"roleFilters"_s);
    ofRoles->setEnabled(!roles.isEmpty());
    for (const QString &role : roles)
        addRole(ofRoles, shownRole(role), role, query, chosen);
}

void addFiltersOfToken(QMenu *menu, const TokenQuery &query, const QStringList &roles,
                       UtcMs expires, UtcMs now, const QueryChosen &chosen)
{
    QStringList distinct = roles;
    distinct.removeDuplicates();
    const bool fits = distinct.size() <= MaxRolesInRowMenu;
    QMenu *ofRoles = fits ? menu : menu->addMenu(Menu::tr("Only the role"));
    for (const QString &role : std::as_const(distinct)) {
        const QString text =
            fits ? Menu::tr("Only the role %1").arg(shownRole(role)) : shownRole(role);
        addRole(ofRoles, text, role, query, chosen);
    }
    if (fits && !distinct.isEmpty())
        menu->actions()
            .at(menu->actions().size() - distinct.size())
            ->setIcon(symbolIcon(u"filter"_s));
    const ExpiryGrid grid(now, query.chartSpan);
    if (const int bar = grid.barOf(expires); bar >= 0) {
        TokenQuery next = query;
        next.expiry = grid.range(bar, bar);
        //: Of the list: only tokens that expire in this week or month, "Only 1–7 Dec"
        const QString text =
            Menu::tr("Only %1").arg(dateRange(next.expiry.from, next.expiry.until, now));
        QAction *action = menu->addAction(text, menu, [=] { chosen(next); });
        action->setObjectName(u"onlyWeek"_s);
        action->setEnabled(query.expiry != next.expiry);
    }
}

} // namespace rox
