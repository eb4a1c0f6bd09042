// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/connectedcard.h"

#include "models/values/visibletext.h"
#include "ui/style/calmpaint.h"
#include "ui/style/tones.h"
#include "ui/text/connectsentences.h"
#include "ui/text/times.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QPainter>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int NameMax = 80;
constexpr int DeedSymbol = 14;
constexpr int RowHeight = 27;
constexpr int DeedWidth = 150;

/// The line over each deed.
class Line final : public QWidget
{
public:
    explicit Line(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), tonesOf(palette()).rowLine);
    }
};

QList<TextRun> heading(const Connected &connected)
{
    //: %1 is a server, %2 a user or token; both stand out. Keep the order.
    const QString frame = ConnectedCard::tr("Signed in to %1 as %2");
    const QString method = signInWord(connected.method);
    QString how = u" (%1)"_s.arg(method);
    if (connected.until >= NeverMs)
        how = ConnectedCard::tr(" (%1, never expires)").arg(method);
    else if (connected.until != NoTime)
        //: how somebody signed in, and when it ends: a day, or a time of the day
        how = ConnectedCard::tr(" (%1, until %2)")
                  .arg(method, untilTime(connected.until, connected.now));
    const QString before = frame.section(u"%1"_s, 0, 0);
    const QString between = frame.section(u"%1"_s, 1).section(u"%2"_s, 0, 0);
    const QString after = frame.section(u"%2"_s, 1);
    return {{before},  {shownText(connected.server, NameMax), TextTone::Text, true},
            {between}, {shownText(connected.who, NameMax), TextTone::Text, true},
            {after},   {how, TextTone::Secondary}};
}

} // namespace

ConnectedCard::ConnectedCard(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"connected"_s);
    setAccessibleName(tr("Signed in"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
}

void ConnectedCard::addDeed(int row, const QString &deed, bool known, const QString &missing,
                            const QString &granted)
{
    auto *grid = static_cast<QGridLayout *>(m_content->layout());
    auto *mark = !known ? new SymbolMark(u"unknown"_s, SymbolTone::Secondary, DeedSymbol, m_content)
                 : missing.isEmpty()
                     ? new SymbolMark(u"check"_s, SymbolTone::Ok, DeedSymbol, m_content)
                     : new SymbolMark(u"close"_s, SymbolTone::Bad, DeedSymbol, m_content);
    QString why = granted;
    if (!known)
        why = tr("not known");
    else if (!missing.isEmpty())
        why = missing;
    const auto label = [&](const QString &text, TextTone tone) {
        auto *made = new TextLabel(TextSize::Secondary, m_content);
        made->say(text, tone);
        made->setElided(Qt::ElideRight);
        made->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        return made;
    };
    grid->addWidget(new Line(m_content), 2 * row - 1, 0, 1, 3);
    grid->addWidget(mark, 2 * row, 0, Qt::AlignHCenter | Qt::AlignVCenter);
    grid->addWidget(label(deed, TextTone::Text), 2 * row, 1);
    grid->addWidget(label(why, TextTone::Secondary), 2 * row, 2);
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
    grid->setColumnMinimumWidth(1, DeedWidth);
    grid->setColumnStretch(2, 1);
    auto *who = new TextLabel(TextSize::Body, m_content);
    who->setObjectName(u"signedInAs"_s);
    who->setRuns(heading(connected));
    who->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    grid->addWidget(new SymbolMark(u"active"_s, SymbolTone::Ok, 24, m_content), 0, 0);
    grid->addWidget(who, 0, 1, 1, 2);
    grid->setRowMinimumHeight(0, 30);

    const bool known = connected.permissions.has_value();
    const Permissions may = connected.permissions.value_or(Permissions());
    const QString needsWrite = tr("needs write access to Integration");
    addDeed(1, tr("List tokens"), known,
            may.mayList() ? QString() : tr("needs read access to Integration"),
            tr("read access to Integration"));
    addDeed(2, tr("Revoke tokens"), known, may.mayRevoke() ? QString() : needsWrite,
            tr("write access to Integration"));
    addDeed(3, tr("Generate tokens"), known,
            may.mayGenerate()    ? QString()
            : may.mayRevoke()    ? tr("needs read access to Access")
            : may.mayReadRoles() ? needsWrite
                                 : tr("needs write access to Integration and read access to "
                                      "Access"),
            tr("write access to Integration and read access to Access"));
    layout()->addWidget(m_content);
    setAccessibleDescription(who->text());
}

void ConnectedCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    calm::roundedBox(&painter, rect(), palette().color(QPalette::Active, QPalette::Base),
                     tonesOf(palette()).panelLine, 8);
}

} // namespace rox
