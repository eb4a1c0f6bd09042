// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/statusbar.h"

#include "models/values/visibletext.h"
#include "ui/style/colors.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int Height = 28;

TextTone toneOf(StatusFact::Tone tone)
{
    switch (tone) {
    case StatusFact::Tone::Plain:
        return TextTone::Secondary;
    case StatusFact::Tone::Caution:
        return TextTone::Caution;
    case StatusFact::Tone::Bad:
        return TextTone::Bad;
    }
    return TextTone::Secondary;
}

void showFact(TextLabel *label, const QString &text, const QString &symbol, const StatusFact &look)
{
    label->setSymbol(look.symbol.isEmpty()                                ? symbol
                     : look.symbol == QLatin1String(StatusFact::NoSymbol) ? QString()
                                                                          : look.symbol);
    label->showText(text, toneOf(look.tone));
    label->setVisible(!text.isEmpty());
}

} // namespace

StatusBar::StatusBar(QWidget *parent)
    : QWidget(parent)
    , m_left(elidedLabel({}, this, TextSize::Secondary))
    , m_signedInAs(elidedLabel({}, this, TextSize::Secondary))
    , m_certificate(elidedLabel({}, this, TextSize::Secondary))
    , m_credential(elidedLabel({}, this, TextSize::Secondary))
{
    setMinimumHeight(Height);
    m_left->setObjectName(u"listState"_s);
    m_left->setSizePolicy(QSizePolicy::Fixed,
                          QSizePolicy::Preferred); // the facts at the right shrink first
    m_signedInAs->setObjectName(u"signedInAs"_s);
    m_certificate->setObjectName(u"certificateState"_s);
    m_credential->setObjectName(u"credentialState"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 1, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_left);
    row->addStretch(1);
    for (TextLabel *fact : {m_signedInAs, m_certificate, m_credential}) {
        row->addWidget(fact);
        fact->hide();
    }
}

void StatusBar::setAsOf(const QString &text)
{
    m_asOf = text;
    sayLeft();
}

void StatusBar::setCounts(quint32 shown, quint32 total, int selected)
{
    m_shown = shown;
    m_total = total;
    m_selected = selected;
    sayLeft();
}

void StatusBar::sayLeft()
{
    if (m_asOf.isEmpty()) {
        m_left->showText(tr("No list"), TextTone::Secondary);
        return;
    }
    const QLocale locale;
    QString counts = tr("%Ln token(s)", nullptr, int(m_total));
    if (m_shown < m_total)
        //: "38 of 1,284 tokens"
        counts = tr("%1 of %2").arg(locale.toString(m_shown), counts);
    if (m_selected > 0)
        //: %1 is "1,284 tokens"; %Ln of them are selected
        counts = tr("%1, %Ln selected", nullptr, m_selected).arg(counts);
    m_left->showText(m_asOf + u"     "_s + counts, TextTone::Secondary);
}

void StatusBar::setServer(const ServerFacts &server)
{
    showFact(m_signedInAs,
             server.notSignedIn.isEmpty() && !server.signedInAs.isEmpty()
                 ? tr("Signed in as %1").arg(shownName(server.signedInAs))
                 : shownText(server.notSignedIn),
             u"key"_s, server.signedInStyle);
    showFact(m_certificate, shownText(server.certificate), u"shieldok"_s, server.certificateStyle);
    showFact(m_credential, shownText(server.credential), u"lock"_s, server.credentialStyle);
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, width(), 1, statusColors(palette()).panelLine);
}

} // namespace rox
