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
    void escapesInvisibleCharacters_data();
    void escapesInvisibleCharacters();
    void noCharacterStaysInvisible();
    void blanksAtTheEndsAreVisible();
    void visibleCharacters_data();
    void visibleCharacters();
};

void TestVisibleText::escapesInvisibleCharacters_data()
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
    same("Persian", u"می\u200cخواهم"_s);
    same("Persian with an accent", u"سُ\u200cم"_s);
    same("Devanagari half form", u"क\u094d\u200dष"_s);
    same("Devanagari without the ligature", u"क\u094d\u200cष"_s);
    same("family", u"fam-👨\u200d👩\u200d👧-ci"_s);
    same("heart on fire", u"❤\ufe0f\u200d🔥"_s);
    same("skin tone", u"👩🏽\u200d🚀"_s);
    same("keycap", u"1\ufe0f\u20e3"_s);
    same("flag of England", u"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"_s);
    same("Han variant", u"葛\U000e0100城"_s);
    same("Mongolian variant", u"\u182d\u180b"_s);
    QTest::newRow("selector after Latin") << u"admin\ufe0f"_s << u"admin⟨U+FE0F⟩"_s;
    QTest::newRow("selector twice") << u"❤\ufe0f\ufe0f"_s << u"❤\ufe0f⟨U+FE0F⟩"_s;
    QTest::newRow("selector without a keycap") << u"1\ufe0f"_s << u"1⟨U+FE0F⟩"_s;
    QTest::newRow("Han selector after Latin") << u"a\U000e0100"_s << u"a⟨U+E0100⟩"_s;
    QTest::newRow("joiners between Latin") << u"ad\u200cmi\u200dn"_s << u"ad⟨U+200C⟩mi⟨U+200D⟩n"_s;
    QTest::newRow("joiners at the ends") << u"\u200cمی\u200c"_s << u"⟨U+200C⟩می⟨U+200C⟩"_s;
    QTest::newRow("where letters do not join") << u"ا\u200cب"_s << u"ا⟨U+200C⟩ب"_s;
    QTest::newRow("emoji joiner at the end") << u"👨\u200d"_s << u"👨⟨U+200D⟩"_s;
    QTest::newRow("emoji joiner before Latin") << u"👨\u200da"_s << u"👨⟨U+200D⟩a"_s;
    QTest::newRow("flag without its end")
        << u"🏴\U000e0067\U000e0062"_s << u"🏴⟨U+E0067⟩⟨U+E0062⟩"_s;
    QTest::newRow("Braille blank") << u"a\u2800"_s << u"a⟨U+2800⟩"_s;
    QTest::newRow("grapheme joiner") << u"admin\u034f"_s << u"admin⟨U+034F⟩"_s;
    QTest::newRow("newline") << u"a\nb"_s << u"a\u240ab"_s;
    QTest::newRow("NUL") << QString(u'a') + QChar(u'\0') << u"a\u2400"_s;
    QTest::newRow("escape") << u"\u001b[31m"_s << u"\u241b[31m"_s;
    QTest::newRow("delete") << u"\u007f"_s << u"\u2421"_s;
    QTest::newRow("next line") << u"\u0085"_s << u"⟨U+0085⟩"_s;
    QTest::newRow("right-to-left override") << u"\u202egnp.exe"_s << u"⟨U+202E⟩gnp.exe"_s;
    QTest::newRow("isolate") << u"a\u2066b\u2069"_s << u"a⟨U+2066⟩b⟨U+2069⟩"_s;
    QTest::newRow("zero width") << u"ad\u200bmin"_s << u"ad⟨U+200B⟩min"_s;
    QTest::newRow("soft hyphen") << u"ad\u00admin"_s << u"ad⟨U+00AD⟩min"_s;
    QTest::newRow("byte order mark") << u"\ufeffx"_s << u"⟨U+FEFF⟩x"_s;
    QTest::newRow("line separator") << u"a\u2028b\u2029"_s << u"a⟨U+2028⟩b⟨U+2029⟩"_s;
    QTest::newRow("Hangul filler") << u"\u3164"_s << u"⟨U+3164⟩"_s;
    QTest::newRow("tag") << u"\U000e0041"_s << u"⟨U+E0041⟩"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) + u'x' << u"\ufffdx"_s;
}

void TestVisibleText::escapesInvisibleCharacters()
{
    QFETCH(QString, text);
    QTEST(visibleText(text), "shown");
    QCOMPARE(visibleText(visibleText(text)), visibleText(text));
}

void TestVisibleText::noCharacterStaysInvisible()
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

void TestVisibleText::blanksAtTheEndsAreVisible()
{
    QCOMPARE(withVisibleEnds(u"admin"_s), u"admin"_s);
    QCOMPARE(withVisibleEnds(u"  a b\u00a0"_s), u"␣␣a b␣"_s);
    QCOMPARE(withVisibleEnds(u"   "_s), u"␣␣␣"_s);
    QCOMPARE(withVisibleEnds(QString()), QString());
    QCOMPARE(withVisibleEnds(u"a\u200b "_s), u"a⟨U+200B⟩␣"_s);
}

void TestVisibleText::visibleCharacters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("visible");
    const auto row = [](const char *what, const QString &name, bool visible) {
        QTest::newRow(what) << name << visible;
    };
    row("none", QString(), false);
    row("blanks", u"   \t"_s, false);
    row("no-break and wide blanks", u"\u00a0\u2003\u3000\u205f\u1680"_s, false);
    row("control characters", u"\u0001\u001b\u0085\n"_s, false);
    row("NUL", QString(QChar(u'\0')), false);
    row("Braille blank", u"\u2800\u2800"_s, false);
    row("Hangul fillers", u"\u3164\u115f\u1160\uffa0"_s, false);
    row("joiners", u"\u200b\u200c\u200d\u2060\ufeff\u034f"_s, false);
    row("directions", u"\u202e\u2066\u2069\u200f"_s, false);
    row("variation selectors", u"\ufe0f\ufe00\U000e0100\u180b"_s, false);
    row("accents without a letter", u"\u0301\u20dd"_s, false);
    row("keycap without a digit", u"\u20e3\ufe0f"_s, false);
    row("tags", u"\U000e0001\U000e0041"_s, false);
    row("soft hyphen", u"\u00ad"_s, false);
    row("Mongolian vowel separator", u"\u180e"_s, false);
    row("a letter among them", u"\u2800\u200da\u3164"_s, true);
    row("a point", u"."_s, true);
    row("Braille", u"\u2801"_s, true);
    row("Hangul", u"\u3131"_s, true);
    row("emoji", u"❤\ufe0f"_s, true);
    row("emoji beyond the first plane", u"🚀"_s, true);
    row("replacement character", u"\ufffd"_s, true);
    row("lone surrogate", QString(QChar(0xd83d)), true); // shown as U+FFFD
}

void TestVisibleText::visibleCharacters()
{
    QFETCH(QString, name);
    QTEST(hasVisibleCharacter(name), "visible");
}

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
