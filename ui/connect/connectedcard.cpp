// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/connectedcard.h"

#include "models/values/visibletext.h"
#include "ui/text/connecttext.h"
#include "ui/text/times.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int SymbolSize = 14;
constexpr int RowHeight = 27;

/// `sentence` with its %1, %2 and so on replaced, wherever the translation puts them.
QList<TextRun> filledIn(const QString &sentence, const QList<TextRun> &values)
{
    QList<TextRun> runs;
    qsizetype from = 0;
    for (qsizetype at = sentence.indexOf(u'%'); at >= 0; at = sentence.indexOf(u'%', at + 1)) {
        const int number = at + 1 < sentence.size() ? sentence.at(at + 1).digitValue() : -1;
        if (number < 1 || number > values.size())
            continue;
        runs += {{sentence.mid(from, at - from)}, values.at(number - 1)};
        from = at + 2;
    }
    runs.append({sentence.mid(from)});
    return runs;
}

QList<TextRun> heading(const Connected &connected)
{
    if (connected.mayDoNothing())
        //: %1 is a user or token, %2 a server
        return {{ConnectedCard::tr("Signed in, but %1 may do nothing on %2.")
                     .arg(shownName(connected.who), shownName(connected.server)),
                 TextTone::Text, true}};
    const QString method = signInWord(connected.method);
    QString how = u"(%1)"_s.arg(method);
    if (connected.until >= NeverMs)
        //: %1 is a method of signing in, in lower case
        how = ConnectedCard::tr("(%1, never expires)").arg(method);
    else if (connected.until != NoTime)
        //: %1 is a method of signing in, in lower case, %2 a day or a time of the day
        how = ConnectedCard::tr("(%1, until %2)")
                  .arg(method, untilTime(connected.until, connected.now));
    //: %1 is a server, %2 a user or token, %3 a remark in brackets
    return filledIn(ConnectedCard::tr("Signed in to %1 as %2 %3"),
                    {{shownName(connected.server), TextTone::Text, true},
                     {shownName(connected.who), TextTone::Text, true},
                     {how, TextTone::Secondary}});
}

} // namespace

bool Connected::mayDoNothing() const
{
    // mayGenerate() needs mayRevoke(), and write access includes read access.
    return permissions && !permissions->mayList();
}

ConnectedCard::ConnectedCard(QWidget *parent)
    : Card(parent)
{
    setObjectName(u"connected"_s);
    setAccessibleName(tr("Signed in"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
}

void ConnectedCard::addRight(int row, const QString &action, bool known, const QString &missing,
                             const QString &granted)
{
    auto *grid = static_cast<QGridLayout *>(m_content->layout());
    auto *mark = !known ? new SymbolMark(u"unknown"_s, TextTone::Secondary, SymbolSize, m_content)
                 : missing.isEmpty()
                     ? new SymbolMark(u"check"_s, TextTone::Ok, SymbolSize, m_content)
                     : new SymbolMark(u"close"_s, TextTone::Bad, SymbolSize, m_content);
    QString why = granted;
    if (!known)
        why = tr("not known");
    else if (!missing.isEmpty())
        why = missing;
    grid->addWidget(separator(QPalette::Midlight, m_content), 2 * row - 1, 0, 1, 3);
    grid->addWidget(mark, 2 * row, 0, Qt::AlignHCenter | Qt::AlignVCenter);
    grid->addWidget(elidedLabel({action}, m_content, TextSize::Secondary), 2 * row, 1);
    auto *reason = new TextLabel(TextSize::Secondary, m_content);
    reason->showText(why, TextTone::Secondary);
    reason->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    grid->addWidget(reason, 2 * row, 2);
    grid->setRowMinimumHeight(2 * row, RowHeight);
}

void ConnectedCard::setConnected(const Connected &connected)
{
    delete m_content;
    m_content = new QWidget(this);
    auto *grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(11);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(2, 1);
    auto *who = new TextLabel(TextSize::Body, m_content);
    who->setObjectName(u"signedInAs"_s);
    who->setRuns(heading(connected));
    who->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const bool isUseless = connected.mayDoNothing();
    setGround(isUseless ? Ground::Caution : Ground::Field);
    //: %1 is a user or token, %2 a server
    m_rightsMissing = isUseless ? tr("%1 may do nothing on %2.")
                                      .arg(shownName(connected.who), shownName(connected.server))
                                : QString();
    grid->addWidget(isUseless ? new SymbolMark(u"warning"_s, TextTone::Caution, 24, m_content)
                              : new SymbolMark(u"active"_s, TextTone::Ok, 24, m_content),
                    0, 0);
    grid->addWidget(who, 0, 1, 1, 2);
    grid->setRowMinimumHeight(0, 30);

    const bool known = connected.permissions.has_value();
    const Permissions may = connected.permissions.value_or(Permissions());
    const QString needsWrite = tr("needs write access to Integration");
    addRight(1, tr("List tokens"), known,
             may.mayList() ? QString() : tr("needs read access to Integration"),
             tr("read access to Integration"));
    addRight(2, tr("Revoke tokens"), known, may.mayRevoke() ? QString() : needsWrite,
             tr("write access to Integration"));
    addRight(3, tr("Generate tokens"), known,
             may.mayGenerate()    ? QString()
             : may.mayRevoke()    ? tr("needs read access to Access")
             : may.mayReadRoles() ? needsWrite
                                  : tr("needs write access to Integration and read access to "
                                       "Access"),
             tr("write access to Integration and read access to Access"));
    layout()->addWidget(m_content);
    setAccessibleDescription(who->text());
}

} // namespace rox
