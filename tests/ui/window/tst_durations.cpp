// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolelistmodel.h"
#include "tests/support/gui/driver.h"
#include "tests/support/gui/paintedtexts.h"
#include "tests/ui/dialogsamples.h"
#include "tests/ui/windowfixture.h"
#include "ui/details/timeline.h"
#include "ui/details/tokendetails.h"
#include "ui/generate/generateddialog.h"
#include "ui/generate/generatedialog.h"
#include "ui/tokens/tokendelegate.h"
#include "ui/widgets/secretclipboard.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

/// The validity of one token in the four places that show it.
class TestDurations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void durationIsTheSameInEveryPlace_data();
    void durationIsTheSameInEveryPlace();
    void presetIsShownAsChosen_data();
    void presetIsShownAsChosen();
    void slowAnswerDoesNotShortenTheDuration();

private:
    [[nodiscard]] QString inTheForm(UtcMs chosen) const;
    [[nodiscard]] QString inTheForm(const QString &segment) const;
    [[nodiscard]] QString whenGenerated(const Token &token) const;
    [[nodiscard]] QString inTheList(const Token &token) const;
    void showDetails(const Token &token);
    [[nodiscard]] QString detail(const QString &objectName) const
    {
        return gui::said(m_details.get(), objectName);
    }

    UtcMs m_asked = 0;
    samples::FakeClock m_clock;
    std::unique_ptr<TokenDetails> m_details;
};

void TestDurations::init()
{
    gui::beginTest();
    m_clock = {};
    m_asked = m_clock.time;
    m_details = std::make_unique<TokenDetails>();
    m_details->resize(296, 600);
    m_details->show();
}

namespace {

/// The bold text "90 days" in "A token x on prod-eu, valid for 90 days, until …".
QString lengthIn(const GenerateDialog &dialog)
{
    const QString text = gui::said(&dialog, u"draftSentence"_s).replace(u'\u00A0', u' ');
    return text.section(u"valid for "_s, 1).section(u'>', 1, 1).section(u'<', 0, 0);
}

} // namespace

QString TestDurations::inTheForm(UtcMs chosen) const
{
    RoleListModel roles;
    GenerateDialog dialog(
        samples::server(), &roles, [](const QString &) { return 0; }, &m_clock);
    dialog.setDraft({u"x"_s, {}, m_clock.time + chosen});
    dialog.show();
    return lengthIn(dialog);
}

QString TestDurations::inTheForm(const QString &segment) const
{
    RoleListModel roles;
    GenerateDialog dialog(
        samples::server(), &roles, [](const QString &) { return 0; }, &m_clock);
    dialog.show();
    gui::button(&dialog, segment)->click();
    return lengthIn(dialog);
}

QString TestDurations::whenGenerated(const Token &token) const
{
    SecretClipboard clipboard;
    GeneratedDialog dialog(samples::server(), token, Secret("value"_ba), &clipboard, &m_clock);
    dialog.show();
    const QString facts = gui::said(&dialog, u"generatedFacts"_s);
    return facts.section(u"expires "_s, 1).section(u", "_s, 0, 0);
}

QString TestDurations::inTheList(const Token &token) const
{
    TokenListModel model;
    const TokenTablePtr table = testing::tableOf({token});
    model.show(table, testing::everything(*table), m_clock.time);
    TokenDelegate delegate;
    QStyleOptionViewItem option;
    option.rect = {0, 0, delegate.sizes().of(sectionOf(TokenColumn::Expires)).least, 32};
    gui::PaintedTexts page(option.rect.size());
    QPainter painter(&page);
    delegate.paint(&painter, option, model.index(0, sectionOf(TokenColumn::Expires)));
    painter.end();
    return page.texts().value(0).text;
}

void TestDurations::showDetails(const Token &token)
{
    TokenDetail detail;
    detail.token = token;
    detail.now = m_clock.time;
    m_details->setDetail(detail);
}

void TestDurations::durationIsTheSameInEveryPlace_data()
{
    QTest::addColumn<UtcMs>("chosen");
    QTest::addColumn<QString>("length");
    QTest::addColumn<UtcMs>("age");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("whole");
    const auto at = [](UtcMs chosen, const QString &length, UtcMs age, const QString &left,
                       const QString &whole) {
        QTest::addRow("%s, %d s old", qPrintable(length), int(age / SecondMs))
            << chosen << length << age << left << whole;
    };
    const auto always = [&](UtcMs chosen, const QString &length) {
        for (const int seconds : {0, 5, 59})
            at(chosen, length, seconds * SecondMs, length, length);
    };
    at(MinuteMs, u"1 minute"_s, 0, u"1 minute"_s, u"1 minute"_s);
    at(MinuteMs, u"1 minute"_s, 5 * SecondMs, u"1 minute"_s, u"1 minute"_s);
    at(59 * MinuteMs, u"59 minutes"_s, 0, u"59 minutes"_s, u"59 minutes"_s);
    at(59 * MinuteMs, u"59 minutes"_s, 5 * SecondMs, u"59 minutes"_s, u"59 minutes"_s);
    at(59 * MinuteMs, u"59 minutes"_s, 59 * SecondMs, u"58 minutes"_s, u"59 minutes"_s);
    at(60 * MinuteMs, u"1 hour"_s, 0, u"1 hour"_s, u"1 hour"_s);
    at(60 * MinuteMs, u"1 hour"_s, 5 * SecondMs, u"1 hour"_s, u"1 hour"_s);
    at(60 * MinuteMs, u"1 hour"_s, 59 * SecondMs, u"59 minutes"_s, u"60 minutes"_s);
    always(90 * MinuteMs, u"1 hour"_s);
    always(47 * HourMs, u"47 hours"_s);
    always(48 * HourMs, u"2 days"_s);
    for (const int days : {7, 30, 90, 91, 120})
        always(days * DayMs, u"%1 days"_s.arg(days));
    always(121 * DayMs, u"4 months"_s);
    for (const int days : {364, 365, 366})
        always(days * DayMs, u"12 months"_s);
    always(23 * (365 * DayMs / 12), u"23 months"_s);
    always(2 * 365 * DayMs, u"24 months"_s);
    always(3 * 365 * DayMs, u"3 years"_s);
    always(3652 * DayMs, u"10 years"_s);
}

void TestDurations::durationIsTheSameInEveryPlace()
{
    QFETCH(UtcMs, chosen);
    QFETCH(QString, length);
    QFETCH(UtcMs, age);
    QFETCH(QString, left);
    QFETCH(QString, whole);
    QCOMPARE(inTheForm(chosen), length);
    const Token token{u"id"_s, u"x"_s, {}, m_asked, m_asked + chosen, false};
    m_clock.time += age;
    QCOMPARE(whenGenerated(token), QString(u"in " + left));
    QCOMPARE(inTheList(token), QString(u"in " + left));
    showDetails(token);
    QCOMPARE(detail(u"left"_s), QString(left + u" left of " + whole));
    QCOMPARE(detail(u"tokenValidFor"_s), length);
    QCOMPARE(m_details->findChild<Timeline *>()->accessibleDescription().section(u"\n"_s, -1),
             QString(u"Expires in " + left));
}

void TestDurations::presetIsShownAsChosen_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("length");
    QTest::newRow("7") << 7 << u"7 days"_s;
    QTest::newRow("30") << 30 << u"30 days"_s;
    QTest::newRow("90") << 90 << u"90 days"_s;
    QTest::newRow("180") << 180 << u"6 months"_s;
    QTest::newRow("365") << 365 << u"12 months"_s;
}

void TestDurations::presetIsShownAsChosen()
{
    QFETCH(int, days);
    QFETCH(QString, length);
    QCOMPARE(inTheForm(u"%1 days"_s.arg(days)), length);
    const Token token{u"id"_s, u"x"_s, {}, m_asked, m_asked + days * DayMs, false};
    QCOMPARE(inTheList(token), QString(u"in " + length));
    QCOMPARE(whenGenerated(token), QString(u"in " + length));
}

void TestDurations::slowAnswerDoesNotShortenTheDuration()
{
    // Central answers after 59 seconds, and summer time ends during the validity.
    const Token token{u"id"_s, u"x"_s, {}, m_asked + 59 * SecondMs, m_asked + 90 * DayMs + HourMs,
                      false};
    m_clock.time += 61 * SecondMs;
    QCOMPARE(whenGenerated(token), u"in 90 days"_s);
    QCOMPARE(inTheList(token), u"in 90 days"_s);
    showDetails(token);
    QCOMPARE(detail(u"left"_s), u"90 days left of 90 days"_s);
    QCOMPARE(detail(u"tokenValidFor"_s), u"90 days"_s);
}

QTEST_MAIN(TestDurations)
#include "tst_durations.moc"
