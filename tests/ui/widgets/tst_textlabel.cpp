// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/visibletext.h"
#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/style/colors.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QImage>
#include <QTest>

#include <utility>

using namespace rox;
using namespace Qt::StringLiterals;

class TestTextLabel : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void textIsTheWholeText();
    void wrapsOrElides();
    void markupIsPlainText();
    void followsTheFont();
    void followsWhatItsSizeDependsOn();
    void shownText_data();
    void shownText();
    void shownTextCutsLongNames();
};

void TestTextLabel::textIsTheWholeText()
{
    TextLabel label(TextSize::Body);
    label.setRuns(
        {{u"5 days left"_s, TextTone::Caution, true}, {u" of 90"_s, TextTone::Secondary}});
    QCOMPARE(label.text(), u"5 days left of 90"_s);
}

void TestTextLabel::wrapsOrElides()
{
    TextLabel label(TextSize::Body);
    label.showText(u"one two three four five six seven eight nine ten"_s);
    const int line = label.heightForWidth(10'000);
    QVERIFY(label.heightForWidth(100) >= 3 * line);
    label.setElided(Qt::ElideRight);
    QVERIFY(!label.hasHeightForWidth());
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
}

void TestTextLabel::markupIsPlainText()
{
    TextLabel plain(TextSize::Body);
    plain.showText(u"<h1>big</h1>"_s);
    QCOMPARE(plain.textFormat(), Qt::PlainText);
    TextLabel other(TextSize::Body);
    other.showText(u"(h1)big(/h1)"_s);
    QCOMPARE(plain.heightForWidth(1000), other.heightForWidth(1000));
}

void TestTextLabel::followsTheFont()
{
    const QFont before = QApplication::font();
    TextLabel label(TextSize::Body);
    label.showText(u"Last used"_s);
    const int width = label.sizeHint().width();
    QFont big = before;
    big.setPixelSize(40);
    QApplication::setFont(big);
    QVERIFY(label.sizeHint().width() > width);
    QApplication::setFont(before);
    QCOMPARE(label.sizeHint().width(), width);
}

/// It keeps what it has measured.
void TestTextLabel::followsWhatItsSizeDependsOn()
{
    TextLabel label(TextSize::Body);
    const auto look = [&] { return std::pair(label.sizeHint(), label.heightForWidth(90)); };
    auto before = look();
    const auto isOther = [&] { return std::exchange(before, look()) != before; };
    label.showText(u"one two three four five"_s);
    QVERIFY(isOther());
    label.showText(u"one two three four five"_s, TextTone::Text, /*semibold=*/true);
    QVERIFY(isOther());
    label.setSize(TextSize::Title);
    QVERIFY(isOther());
    label.setLineHeight(60);
    QVERIFY(isOther());
    label.setText(u"one"_s); // of QLabel
    QVERIFY(isOther());
    for (int width = 10; width < 100; ++width)
        QVERIFY(label.heightForWidth(width) >= 60); // more widths than it keeps
    QCOMPARE(look(), before);
}

void TestTextLabel::shownText_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"jenkins"_s << u"jenkins"_s;
    QTest::newRow("exactly as long") << QString(10, u'x') << QString(10, u'x');
    QTest::newRow("too long") << QString(11, u'x') << QString(QString(9, u'x') + u'…');
    QTest::newRow("cut in a pair")
        << QString(QString(8, u'x') + u"\U0001F600xx"_s) << QString(QString(8, u'x') + u'…');
    QTest::newRow("turns direction") << u"a\u202Eb"_s << u"a⟨U+202E⟩b"_s;
}

void TestTextLabel::shownText()
{
    QFETCH(QString, server);
    QFETCH(QString, shown);
    QCOMPARE(rox::shownText(server, 10), shown);
}

void TestTextLabel::shownTextCutsLongNames()
{
    const QString name(5'000'000, u'x');
    QVERIFY(rox::shownText(name).size() <= 400);
}

QTEST_MAIN(TestTextLabel)
#include "tst_textlabel.moc"
