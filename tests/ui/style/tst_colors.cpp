// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/colors.h"
#include "ui/style/servercolors.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestTones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastFollowsWcag();
    void textHasContrast_data();
    void textHasContrast();
    void marksHaveContrast_data();
    void marksHaveContrast();
    void darkIsByLightness();

private:
    static QPalette palette(bool dark) { return dark ? darkPalette() : lightPalette(); }
};

void TestTones::contrastFollowsWcag()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void TestTones::textHasContrast_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const bool dark : {false, true}) {
        const QPalette p = palette(dark);
        const StatusColors t = statusColors(p);
        const char *theme = dark ? "dark" : "light";
        const auto row = [&](const char *what, const QColor &text, const QColor &ground) {
            QTest::addRow("%s, %s", theme, what) << text << ground;
        };
        const std::pair<const char *, Tone> tones[] = {{"ok", t.ok},     {"caution", t.caution},
                                                       {"bad", t.bad},   {"dead", t.dead},
                                                       {"chip", t.chip}, {"tint", t.tint}};
        for (const auto &[name, tone] : tones) {
            row(name, tone.text, tone.fill);
            row(qPrintable(QLatin1String(name) % " as text on Base"_L1), tone.text,
                p.color(QPalette::Base));
            row(qPrintable("plain text on "_L1 % QLatin1String(name)), p.color(QPalette::Text),
                tone.fill);
        }
        row("secondary on tint", t.secondary, t.tint.fill);
        row("caution on tint", t.caution.text, t.tint.fill);
        row("bad on tint", t.bad.text, t.tint.fill);
        row("danger button", t.dangerText, t.dangerFill);
        row("primary button", p.color(QPalette::HighlightedText), p.color(QPalette::Highlight));
        row("button", p.color(QPalette::ButtonText), p.color(QPalette::Button));
        for (const auto ground :
             {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button}) {
            const QByteArray on = QByteArray::number(int(ground));
            row(QByteArray("text on role " + on).constData(), p.color(QPalette::Text),
                p.color(ground));
            row(QByteArray("secondary on role " + on).constData(),
                p.color(QPalette::PlaceholderText), p.color(ground));
            row(QByteArray("link on role " + on).constData(), p.color(QPalette::Link),
                p.color(ground));
        }
    }
}

void TestTones::textHasContrast()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double ratio = contrast(text, ground);
    QVERIFY2(ratio >= 4.5,
             qPrintable(u"%1 on %2: %3"_s.arg(text.name(), ground.name()).arg(ratio)));
}

void TestTones::marksHaveContrast_data()
{
    QTest::addColumn<QColor>("mark");
    QTest::addColumn<QColor>("ground");
    for (const bool dark : {false, true}) {
        const QPalette p = palette(dark);
        const StatusColors t = statusColors(p);
        const char *theme = dark ? "dark" : "light";
        for (const ServerColor &each : serverColors()) {
            QTest::addRow("%s, server %s", theme, each.name.data())
                << serverColor(each.name, dark) << p.color(QPalette::Window);
        }
        QTest::addRow("%s, field line", theme) << t.fieldLine << p.color(QPalette::Base);
        QTest::addRow("%s, focus ring", theme) << t.focusRing << p.color(QPalette::Window);
        QTest::addRow("%s, chart", theme) << t.chart << p.color(QPalette::Base);
        QTest::addRow("%s, chart soon", theme) << t.chartSoon << p.color(QPalette::Base);
    }
}

void TestTones::marksHaveContrast()
{
    QFETCH(QColor, mark);
    QFETCH(QColor, ground);
    QVERIFY2(contrast(mark, ground) >= 3.0, qPrintable(QString::number(contrast(mark, ground))));
}

void TestTones::darkIsByLightness()
{
    QVERIFY(!isDark(lightPalette()));
    QVERIFY(isDark(darkPalette()));
    QVERIFY(statusColors(darkPalette()).dark);
    QVERIFY(serverColor(u"plum"_s, true) != serverColor(u"plum"_s, false));
    QCOMPARE(serverColor(u"no such colour"_s, false), serverColor(u"blue"_s, false));
    QCOMPARE(blended(Qt::white, Qt::black, 1), QColor(Qt::white));
    QCOMPARE(blended(Qt::white, Qt::black, 0), QColor(Qt::black));
}

QTEST_GUILESS_MAIN(TestTones)
#include "tst_colors.moc"
