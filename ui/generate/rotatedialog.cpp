// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/rotatedialog.h"

#include "models/values/visibletext.h"
#include "ui/generate/oldtokenchoice.h"
#include "ui/generate/oldtokenhead.h"

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int NamesShown = 3;

GenerateDialog::Parts partsOf(const Token &old, const Clock *clock)
{
    return {.objectName = u"rotateToken"_s,
            .title = RotateDialog::tr("Rotate token"),
            .hint = RotateDialog::tr("The old token goes on working while you hand over."),
            .generate = RotateDialog::tr("Generate new token"),
            .head = oldTokenHead(old, clock->now(), nullptr),
            .beside = new OldTokenChoice(old, clock)};
}

} // namespace

RotateDialog::RotateDialog(const ServerFacts &server, RoleListModel *roles,
                           NameCount liveTokensNamed, const Token &old, const Clock *clock,
                           QWidget *parent)
    : GenerateDialog(server, roles, std::move(liveTokensNamed), clock, partsOf(old, clock), parent)
    , m_choice(findChild<OldTokenChoice *>())
{
    connect(m_choice, &OldTokenChoice::changed, this, &RotateDialog::tellFurther);
    setBefore(old);
    nameNew(tr("&Name of the new token"), successorName(old.name),
            tr("Another name than the old one: for a while both work."));
    tellFurther();
}

OldTokenPlan RotateDialog::plan() const
{
    return m_choice->plan();
}

void RotateDialog::setComing(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.first(std::min<qsizetype>(names.size(), NamesShown)))
        shown.append(shownText(name, 40));
    const int more = int(names.size() - shown.size());
    const QString list = shown.join(u", "_s);
    m_coming = names.isEmpty() ? QString()
               : more > 0      ? tr("Then %1, and %Ln more.", nullptr, more).arg(list)
                               : tr("Then %1.").arg(list);
    tellFurther();
}

void RotateDialog::tellFurther()
{
    const QString calm = tr("Nothing happens to the old token now.");
    setFurther(m_choice->problem(), m_coming.isEmpty() ? calm : QString(calm + u'\n' + m_coming));
}

void RotateDialog::lockFurther(bool locked)
{
    m_choice->setLocked(locked);
}

} // namespace rox
