// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "ui/generate/namefield.h"

#include <QHash>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

using Taken = QHash<QString, int>;

NameField::NameCount countIn(const Taken &taken)
{
    return [taken](const QString &name) { return taken.value(name); };
}

} // namespace

class TestNameField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void suggestedNamesAreFree_data();
    void suggestedNamesAreFree();
    void untouchedFieldShowsNoHint();
    void blankIsRefused();
    void endsAreTrimmed();
    void longNameShowsACaution();
    void takenNameOffersAnother();
    void errorEndsWithTheNextChange();
    void tokenIsRefusedAsName();
};

void TestNameField::suggestedNamesAreFree_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Taken>("taken");
    QTest::addColumn<QString>("suggested");

    Taken all;
    for (int i = 0; i < 1000; ++i)
        all.insert(u"x-%1"_s.arg(i), 1);
    QTest::newRow("first") << u"x"_s << Taken{{u"x"_s, 1}} << u"x-2"_s;
    QTest::newRow("second taken") << u"x"_s << Taken{{u"x"_s, 1}, {u"x-2"_s, 1}} << u"x-3"_s;
    QTest::newRow("counts on") << u"x-2"_s << Taken{{u"x-2"_s, 1}} << u"x-3"_s;
    QTest::newRow("nine") << u"x-9"_s << Taken{{u"x-9"_s, 1}} << u"x-10"_s;
    QTest::newRow("leading zero") << u"x-09"_s << Taken{{u"x-09"_s, 1}} << u"x-09-2"_s;
    QTest::newRow("too long a number")
        << u"x-99999999999999999999"_s << Taken{} << u"x-99999999999999999999-2"_s;
    QTest::newRow("only a number") << u"-7"_s << Taken{} << u"-7-2"_s;
    QTest::newRow("lines") << u"a\nb-2"_s << Taken{} << u"a\nb-3"_s;
    QTest::newRow("all taken") << u"x"_s << all << QString();
}

void TestNameField::suggestedNamesAreFree()
{
    QFETCH(QString, name);
    QFETCH(Taken, taken);
    QFETCH(QString, suggested);
    QCOMPARE(distinctName(name, countIn(taken)), suggested);
}

void TestNameField::untouchedFieldShowsNoHint()
{
    NameField field(countIn({}));
    field.show();
    QCOMPARE(gui::said(&field, u"nameHint"_s), u"(hidden)"_s);
    QVERIFY(!field.isComplete());
}

void TestNameField::blankIsRefused()
{
    NameField field(countIn({}));
    field.show();
    auto *edit = gui::part<QLineEdit>(&field, u"Token name"_s);
    QSignalSpy changed(&field, &NameField::nameChanged);
    QTest::keyClicks(edit, u"  "_s);
    QCOMPARE(changed.count(), 2);
    QVERIFY(!field.isComplete());
    QCOMPARE(gui::said(&field, u"nameHint"_s), u"Give the token a name."_s);
    QCOMPARE(edit->accessibleDescription(), u"Give the token a name."_s);
    QTest::keyClicks(edit, u"x"_s);
    QVERIFY(field.isComplete());
    QCOMPARE(gui::said(&field, u"nameHint"_s), u"(hidden)"_s);
}

void TestNameField::endsAreTrimmed()
{
    NameField field(countIn({{u"a b"_s, 3}}));
    field.setName(u"\t a b \u00A0"_s);
    QCOMPARE(field.name(), u"a b"_s);
    QVERIFY(gui::said(&field, u"nameHint"_s).startsWith(u"3 tokens already have this name."));
}

void TestNameField::longNameShowsACaution()
{
    NameField field(countIn({}));
    field.setName(QString(256, u'n'));
    QCOMPARE(gui::said(&field, u"nameHint"_s), u"(hidden)"_s);
    field.setName(QString(10'000, u'n'));
    QVERIFY(field.isComplete());
    QCOMPARE(field.name().size(), 10'000);
    QVERIFY(gui::said(&field, u"nameHint"_s).contains(u"10,000 characters"));
    QVERIFY(field.minimumSizeHint().width() < 600);
}

void TestNameField::takenNameOffersAnother()
{
    NameField field(countIn({{u"a&b"_s, 1}, {u"a&b-2"_s, 1}}));
    field.show();
    field.setName(u"a&b"_s);
    QCOMPARE(gui::said(&field, u"nameHint"_s),
             u"Another token already has this name. Central allows that."_s);
    QVERIFY(field.isComplete());
    auto *link = gui::button(&field, u"Use the name a&b-3"_s);
    QVERIFY(link && link->isVisible());
    QCOMPARE(link->text(), u"Use a&&b-3 instead"_s);
    link->click();
    QCOMPARE(field.name(), u"a&b-3"_s);
    QCOMPARE(gui::said(&field, u"nameHint"_s), u"(hidden)"_s);
    QVERIFY(!link->isVisible());
}

void TestNameField::errorEndsWithTheNextChange()
{
    NameField field(countIn({}));
    field.setName(u"x"_s);
    field.setError(u"Central refused the request."_s);
    QCOMPARE(gui::said(&field, u"nameHint"_s), u"Central refused the request."_s);
    field.setName(u"xy"_s);
    QCOMPARE(gui::said(&field, u"nameHint"_s), u"(hidden)"_s);
}

void TestNameField::tokenIsRefusedAsName()
{
    NameField field({});
    field.setName(u"ci"_s);
    auto *edit = gui::part<QLineEdit>(&field, u"Token name"_s);
    QSignalSpy changed(&field, &NameField::nameChanged);
    edit->selectAll();
    edit->insert(u"eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.c2lnbmF0dXJl"_s);
    QCOMPARE(field.name(), u"ci"_s);
    QCOMPARE(changed.count(), 0);
    QTRY_VERIFY(edit->accessibleDescription().startsWith(u"This is a token"_s));
    edit->insert(u"-2"_s);
    QCOMPARE(field.name(), u"-2"_s);
    QCOMPARE(edit->accessibleDescription(), QString());
}

QTEST_MAIN(TestNameField)
#include "tst_namefield.moc"
