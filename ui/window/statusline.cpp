// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/statusline.h"

#include "models/values/visibletext.h"
#include "ui/style/symbols.h"
#include "ui/style/tones.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int Height = 28;
constexpr int SymbolSize = 14;
constexpr int SymbolGap = 6;
} // namespace

/// A symbol and a text that gives way before the symbol does.
class StatusLine::Fact final : public TextLabel
{
public:
    Fact(QString symbol, QWidget *parent)
        : TextLabel(TextSize::Secondary, parent)
        , m_ownSymbol(std::move(symbol))
        , m_symbol(m_ownSymbol)
    {
        setElided(Qt::ElideRight);
        hide();
    }

    void tell(const QString &text, const StatusFact &look = {})
    {
        m_symbol = look.symbol.isEmpty()                                ? m_ownSymbol
                   : look.symbol == QLatin1String(StatusFact::NoSymbol) ? QString()
                                                                        : look.symbol;
        const int room = m_symbol.isEmpty() ? 0 : SymbolSize + SymbolGap;
        setContentsMargins(isRightToLeft() ? 0 : room, 0, isRightToLeft() ? room : 0, 0);
        m_tone = toneOf(look.tone);
        say(text, m_tone);
        setVisible(!text.isEmpty());
        update();
    }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {SymbolSize, TextLabel::minimumSizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        const QRect at(0, (height() - SymbolSize) / 2, SymbolSize, SymbolSize);
        if (!m_symbol.isEmpty())
            paintSymbol(&painter, m_symbol, toneColor(m_tone, palette()),
                        QStyle::visualRect(layoutDirection(), rect(), at));
        painter.end();
        if (contentsRect().width() > 0)
            TextLabel::paintEvent(event);
    }

private:
    static TextTone toneOf(StatusFact::Tone tone)
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

    QString m_ownSymbol;
    QString m_symbol;
    TextTone m_tone = TextTone::Secondary;
};

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_left(new TextLabel(TextSize::Secondary, this))
    , m_signedInAs(new Fact(u"key"_s, this))
    , m_certificate(new Fact(u"shieldok"_s, this))
    , m_credential(new Fact(u"lock"_s, this))
{
    setMinimumHeight(Height);
    m_left->setObjectName(u"listState"_s);
    m_left->setElided(Qt::ElideRight);
    m_left->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // the facts give way first
    m_signedInAs->setObjectName(u"signedInAs"_s);
    m_certificate->setObjectName(u"certificateState"_s);
    m_credential->setObjectName(u"credentialState"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 1, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_left);
    row->addStretch(1);
    for (Fact *fact : {m_signedInAs, m_certificate, m_credential})
        row->addWidget(fact);
}

void StatusLine::setAsOf(const QString &text)
{
    m_asOf = text;
    sayLeft();
}

void StatusLine::setCounts(quint32 shown, quint32 total, int selected)
{
    m_shown = shown;
    m_total = total;
    m_selected = selected;
    sayLeft();
}

void StatusLine::sayLeft()
{
    if (m_asOf.isEmpty()) {
        m_left->say(tr("No list"), TextTone::Secondary);
        return;
    }
    const QLocale locale;
    QString counts = tr("%Ln token(s)", nullptr, static_cast<int>(m_total));
    if (m_shown < m_total)
        //: "38 of 1,284 tokens"
        counts = tr("%1 of %2").arg(locale.toString(m_shown), counts);
    if (m_selected > 0)
        //: %1 is "1,284 tokens"; %Ln of them are selected
        counts = tr("%1, %Ln selected", nullptr, m_selected).arg(counts);
    m_left->say(m_asOf + u"     "_s + counts, TextTone::Secondary);
}

void StatusLine::setServer(const ServerFacts &server)
{
    m_signedInAs->tell(server.notSignedIn.isEmpty() && !server.signedInAs.isEmpty()
                           ? tr("Signed in as %1").arg(shownText(server.signedInAs, 80))
                           : shownText(server.notSignedIn),
                       server.signedInLook);
    m_certificate->tell(shownText(server.certificate), server.certificateLook);
    m_credential->tell(shownText(server.credential), server.credentialLook);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, width(), 1, tonesOf(palette()).panelLine);
}

} // namespace rox
