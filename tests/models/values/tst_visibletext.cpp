// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/visibletext.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestVisibleText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void leavesNothingHidden();
};

void TestVisibleText::shows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto same = [](const char *what, const QString &text) {
        QTest::newRow(what) << text << text;
    };
    same("empty", QString());
    same("ascii", u"ci-2 (old)"_s);
    same("umlauts", u"Prüfer Straße İ"_s);
    same("combining", u"cafe\u0301"_s);
    same("Hebrew", u"שלום"_s);
    same("emoji", u"🚀"_s);
    same("variation selector", u"❤\ufe0f"_s);
    same("no-break space", u"a\u00a0b"_s);
    QTest::newRow("newline") << u"a\nb"_s << u"a\u240ab"_s;
    QTest::newRow("NUL") << QString(u'a') + QChar(u'\0') << u"a\u2400"_s;
    QTest::newRow("escape") << u"\u001b[31m"_s << u"\u241b[31m"_s;
    QTest::newRow("delete") << u"\u007f"_s << u"\u2421"_s;
    QTest::newRow("next line") << u"\u0085"_s << u"⟨U+0085⟩"_s;
    QTest::newRow("turned around") << u"\u202egnp.exe"_s << u"⟨U+202E⟩gnp.exe"_s;
    QTest::newRow("isolate") << u"a\u2066b\u2069"_s << u"a⟨U+2066⟩b⟨U+2069⟩"_s;
    QTest::newRow("zero width") << u"ad\u200bmin"_s << u"ad⟨U+200B⟩min"_s;
    QTest::newRow("soft hyphen") << u"ad\u00admin"_s << u"ad⟨U+00AD⟩min"_s;
    QTest::newRow("byte order mark") << u"\ufeffx"_s << u"⟨U+FEFF⟩x"_s;
    QTest::newRow("line separator") << u"a\u2028b\u2029"_s << u"a⟨U+2028⟩b⟨U+2029⟩"_s;
    QTest::newRow("Hangul filler") << u"\u3164"_s << u"⟨U+3164⟩"_s;
    QTest::newRow("tag") << u"\U000e0041"_s << u"⟨U+E0041⟩"_s;
    QTest::newRow("half a pair") << QString(QChar(0xd83d)) + u'x' << u"\ufffdx"_s;
}

void TestVisibleText::shows()
{
    QFETCH(QString, text);
    QTEST(visibleText(text), "shown");
    QCOMPARE(visibleText(visibleText(text)), visibleText(text));
}

void TestVisibleText::leavesNothingHidden()
{
    QString all;
    for (char32_t c = 0; c < 0x10ffff; ++c) {
        if (!QChar::isSurrogate(c))
            all += QChar::fromUcs4(c);
    }
    for (const char32_t c : visibleText(all).toUcs4()) {
        const auto category = QChar::category(c);
        QVERIFY2(category != QChar::Other_Control && category != QChar::Other_Format
                     && category != QChar::Separator_Line && category != QChar::Separator_Paragraph,
                 qPrintable(QString::number(c, 16)));
    }
}

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
