// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/candidatelist.h"

#include "models/values/visibletext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"
#include "ui/widgets/chipflow.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tooltips.h"

#include <QDateTime>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// "7be41f0a…c2d9", as people compare ids.
QString shortId(const QString &id)
{
    return id.size() <= 16 ? id : id.left(8) % u'…' % id.right(4);
}

QString elided(const QString &text, const QFont &font, int width)
{
    return QFontMetrics(font).elidedText(visibleText(text), Qt::ElideRight, width);
}

} // namespace

CandidateList::CandidateList(const QList<Candidate> &candidates, UtcMs now, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"candidates"_s);
    setAccessibleName(tr("Candidates"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    for (const Candidate &candidate : candidates)
        addRow(candidate, now);
}

void CandidateList::addRow(const Candidate &candidate, UtcMs now)
{
    const Token &token = candidate.token;
    auto *row = new QWidget(this);
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(12, 6, 12, 6);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    grid->addWidget(plainLabel(elided(token.name, font(), 180), row), 0, 0);
    auto *id = secondaryLabel(shortId(token.id), row);
    id->setFont(fixedTypeface(font()));
    id->setToolTip(plainToolTip(token.id));
    grid->addWidget(id, 1, 0);
    auto *roleChips = new ChipFlow(row);
    roleChips->setMaxLines(1);
    roleChips->setRoles(token.roles);
    grid->addWidget(roleChips, 0, 1, 2, 1, Qt::AlignVCenter);

    const QString day =
        mediumDate(token.issuedAt) == mediumDate(now) ? tr("today") : mediumDate(token.issuedAt);
    grid->addWidget(plainLabel(tr("issued %1 %2").arg(clockSeconds(token.issuedAt), day), row), 0,
                    2);
    const UtcMs gap = token.issuedAt - candidate.askedAt;
    const UtcMs length = qAbs(gap);
    const QString span =
        length < MinuteMs ? tr("%Ln second(s)", nullptr, int(length / SecondMs)) : duration(length);
    const QString likeness =
        candidate.sameRoles ? (gap >= 0 ? tr("Same name and roles, issued %1 after you asked")
                                        : tr("Same name and roles, but %1 before you asked"))
                            : (gap >= 0 ? tr("Same name, other roles, issued %1 after you asked")
                                        : tr("Same name, other roles, but %1 before you asked"));
    grid->addWidget(secondaryLabel(likeness.arg(span), row), 1, 2);

    const QString called = tr("%1, %2").arg(shownName(token.name), token.id.left(8));
    auto *keep = new QPushButton(tr("Keep"), row);
    keep->setObjectName(u"keepCandidate"_s);
    keep->setAccessibleName(tr("Keep %1").arg(called));
    auto *revoke = new QPushButton(symbolIcon(u"revoke"_s, TextTone::Bad), tr("Revoke…"), row);
    setButtonRole(revoke, ButtonRole::DangerText);
    revoke->setObjectName(u"revokeCandidate"_s);
    revoke->setAccessibleName(tr("Revoke %1").arg(called));
    if (!focusProxy())
        setFocusProxy(keep);
    grid->addWidget(keep, 0, 3, 2, 1);
    grid->addWidget(revoke, 0, 4, 2, 1);
    grid->setColumnMinimumWidth(0, 180);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 2);
    connect(keep, &QPushButton::clicked, this,
            [this, tokenId = token.id] { Q_EMIT keepRequested(tokenId); });
    connect(revoke, &QPushButton::clicked, this,
            [this, tokenId = token.id] { Q_EMIT revokeRequested(tokenId); });
    layout()->addWidget(row);
}

} // namespace rox
