// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolelistmodel.h"
#include "tests/support/gui/driver.h"
#include "tests/ui/dialogsamples.h"
#include "ui/generate/generatedialog.h"
#include "ui/generate/refusal.h"

#include <QLineEdit>
#include <QTableWidget>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

struct Form
{
    Form()
        : dialog(samples::server(), &roles, {}, &clock)
    {
        roles.setRoles(samples::allowedRoles(), samples::grants());
        dialog.setDraft({u"gitlab-runner-08"_s,
                         {u"Continuous Integration"_s, u"Sensor Creator"_s},
                         clock.time + 36 * DayMs});
        dialog.show();
    }
    void refuse(const ApiError &error)
    {
        dialog.showError(sentenceFor(error, Operation::Generate, u"prod-eu"_s), error);
    }
    [[nodiscard]] QStringList refused() const
    {
        QStringList names;
        for (int row = 0; row < roles.rowCount(); ++row) {
            if (roles.index(row).data(RoleListModel::RefusedRole).toBool())
                names.append(roles.index(row).data().toString());
        }
        return names;
    }
    [[nodiscard]] const QWidget *bar() const { return gui::part<QWidget>(&dialog, u"Message"_s); }
    [[nodiscard]] QTableWidget *table() const
    {
        return gui::part<QTableWidget>(&dialog, u"Refused privileges"_s);
    }

    samples::FakeClock clock;
    RoleListModel roles;
    GenerateDialog dialog;
};

ApiError badRequest(const QString &text)
{
    ApiError error;
    error.kind = Kind::BadRequest;
    error.httpStatus = 400;
    error.serverText = text;
    return error;
}

EscalationFinding finding(const QString &resource, const QString &asked)
{
    return {resource, u"Unrestricted"_s, asked, u"NO_ACCESS"_s};
}

} // namespace

class TestGenerateRefusal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void escalationIsATable();
    void refusalKeepsTheDraft();
    void refusedRolesAreFound_data();
    void refusedRolesAreFound();
    void leadNamesTheRoles();
    void fieldErrorStandsAtItsField();
    void manyFindingsScroll();
    void hostileFindingsStayText();
};

void TestGenerateRefusal::escalationIsATable()
{
    Form form;
    QVERIFY(!form.bar()->isVisible());
    form.refuse(samples::escalation());
    QVERIFY(form.bar()->isVisible());
    QCOMPARE(form.bar()->accessibleDescription(),
             u"Central refused: the role Sensor Creator may do more than you may. Nothing was "
             "made. Take the role out, or ask an administrator to generate this token."_s);
    const QTableWidget *table = form.table();
    QStringList cells;
    for (int column = 0; column < table->columnCount(); ++column)
        cells.append(table->horizontalHeaderItem(column)->text());
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column)
            cells.append(table->item(row, column)->text());
    }
    QCOMPARE(cells, QStringList({u"Resource"_s, u"Scope"_s, u"Asked for"_s, u"You have"_s,
                                 u"Administration"_s, u"Unrestricted"_s, u"Read and write"_s,
                                 u"No access"_s, u"Cluster"_s, u"Unrestricted"_s,
                                 u"Read and write"_s, u"Read"_s}));
    QCOMPARE(form.refused(), QStringList{u"Sensor Creator"_s});
    form.dialog.clearError();
    QVERIFY(!form.bar()->isVisible());
    QVERIFY(!form.table());
    QVERIFY(form.refused().isEmpty());
}

void TestGenerateRefusal::refusalKeepsTheDraft()
{
    Form form;
    gui::part<QLineEdit>(&form.dialog, u"Search roles"_s)->setText(u"s"_s);
    const TokenDraft before = form.dialog.draft();
    form.dialog.setBusy(true);
    form.dialog.setBusy(false);
    for (const ApiError &error :
         {samples::escalation(), badRequest(u"token name cannot be empty: invalid arguments"_s),
          badRequest(u"Expiration date cannot be in the past"_s), ApiError{}}) {
        form.refuse(error);
        QCOMPARE(form.dialog.draft(), before);
        QCOMPARE(gui::part<QLineEdit>(&form.dialog, u"Search roles"_s)->text(), u"s"_s);
    }
    QVERIFY(gui::button(&form.dialog, u"Generate"_s)->isEnabled()); // a retry is possible
}

void TestGenerateRefusal::refusedRolesAreFound_data()
{
    QTest::addColumn<QStringList>("checked");
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<QStringList>("refused");

    const QString write = u"READ_WRITE_ACCESS"_s;
    const QString read = u"READ_ACCESS"_s;
    const QString ci = u"Continuous Integration"_s;
    const QString viewer = u"Network Graph Viewer"_s;
    const QString unknown = u"Workload Viewer"_s;
    ApiError error;
    error.kind = Kind::Escalation;
    error.escalation = {finding(u"Image"_s, write)};
    QTest::newRow("the writer") << QStringList{ci, viewer} << error << QStringList{ci};
    error.escalation = {finding(u"Deployment"_s, read)};
    QTest::newRow("the reader") << QStringList{ci, viewer} << error << QStringList{viewer};
    error.escalation = {finding(u"Detection"_s, write)};
    QTest::newRow("a reader does not write") << QStringList{ci, viewer} << error << QStringList();
    error.escalation = {finding(u"Image"_s, write), finding(u"Deployment"_s, read)};
    QTest::newRow("both") << QStringList{ci, viewer} << error << QStringList{ci, viewer};
    QTest::newRow("no grant known, but the only one")
        << QStringList{unknown} << error << QStringList{unknown};
    QTest::newRow("no grant known") << QStringList{unknown, viewer} << error << QStringList{viewer};
    QTest::newRow("deleted meanwhile")
        << QStringList{ci, viewer}
        << badRequest(u"role(s) Network Graph Viewer,X don't exist: invalid arguments"_s)
        << QStringList{viewer};
    QTest::newRow("part of a name")
        << QStringList{ci, viewer} << badRequest(u"role(s) Network don't exist"_s) << QStringList();
}

void TestGenerateRefusal::refusedRolesAreFound()
{
    QFETCH(QStringList, checked);
    QFETCH(ApiError, error);
    QFETCH(QStringList, refused);
    Form form;
    form.roles.setChecked(checked);
    QCOMPARE(refusedRoles(form.roles, error), refused);
    form.refuse(error);
    QCOMPARE(form.refused(), refused);
}

void TestGenerateRefusal::leadNamesTheRoles()
{
    QCOMPARE(refusalLead({u"A"_s, u"B"_s}),
             u"Central refused: the roles A and B may do more than you may."_s);
    QCOMPARE(refusalLead({u"A"_s, u"B"_s, u"C"_s}),
             u"Central refused: 3 roles may do more than you may."_s);
    QCOMPARE(refusalLead({}), u"Central refused: these roles may do more than you may."_s);
}

void TestGenerateRefusal::fieldErrorStandsAtItsField()
{
    Form form;
    form.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&form.dialog));
    form.refuse(badRequest(u"token name cannot be empty: invalid arguments"_s));
    QVERIFY(!form.bar()->isVisible());
    QVERIFY(gui::said(&form.dialog, u"nameHint"_s).contains(u"token name cannot be empty"));
    QVERIFY(gui::part<QLineEdit>(&form.dialog, u"Token name"_s)->hasFocus());
    form.refuse(badRequest(u"Expiration date cannot be in the past"_s));
    QCOMPARE(gui::said(&form.dialog, u"nameHint"_s), u"(hidden)"_s);
    QVERIFY(gui::said(&form.dialog, u"expirationHint"_s).contains(u"in the past"));
    QVERIFY(!gui::button(&form.dialog, u"Generate"_s)->isEnabled());
    gui::button(&form.dialog, u"7 days"_s)->click();
    QVERIFY(gui::button(&form.dialog, u"Generate"_s)->isEnabled());
    form.refuse(badRequest(u"something else"_s));
    QVERIFY(form.bar()->accessibleDescription().contains(u"something else"));
}

void TestGenerateRefusal::manyFindingsScroll()
{
    Form form;
    ApiError error;
    error.kind = Kind::Escalation;
    for (int i = 0; i < 26; ++i)
        error.escalation.append(
            finding(u"Resource%1"_s.arg(i, 2, 10, QLatin1Char('0')), u"READ_WRITE_ACCESS"_s));
    form.refuse(error);
    QCOMPARE(form.table()->rowCount(), 26);
    QVERIFY(form.table()->height() < 200);
}

void TestGenerateRefusal::hostileFindingsStayText()
{
    Form form;
    ApiError error;
    error.kind = Kind::Escalation;
    error.escalation = {{u"<b>x\u202E"_s, QString(5000, u's'), u"NEW\n"_s, u"\u0007"_s}};
    form.refuse(error);
    for (int column = 0; column < 4; ++column) {
        const QString text = form.table()->item(0, column)->text();
        QVERIFY(text.size() <= 200);
        QVERIFY(!text.contains(QChar(0x202E)) && !text.contains(u'\n'));
    }
    QTRY_COMPARE(gui::cutOff(&form.dialog), QString());
}

QTEST_MAIN(TestGenerateRefusal)
#include "tst_generaterefusal.moc"
