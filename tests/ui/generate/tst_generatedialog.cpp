// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolelistmodel.h"
#include "tests/support/gui/driver.h"
#include "tests/ui/dialogsamples.h"
#include "ui/generate/generatedialog.h"
#include "ui/generate/roledelegate.h"
#include "ui/style/colors.h"
#include "ui/text/times.h"

#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(rox::TokenDraft)

namespace {

struct Form
{
    Form()
        : dialog(
            samples::server(), &roles, [](const QString &) { return 0; }, &clock)
        , asked(&dialog, &GenerateDialog::generateRequested)
    {
        roles.setRoles(samples::allowedRoles(), samples::grants());
        dialog.show();
    }

    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        return gui::part<QLineEdit>(&dialog, name);
    }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return gui::button(&dialog, name);
    }
    [[nodiscard]] QListView *list() const { return gui::part<QListView>(&dialog, u"Roles"_s); }
    void fill()
    {
        dialog.setDraft({u"ci"_s, {u"Sensor Creator"_s, u"Continuous Integration"_s}, NoTime});
    }

    samples::FakeClock clock;
    RoleListModel roles;
    GenerateDialog dialog;
    QSignalSpy asked;
};

} // namespace

class TestGenerateDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void focusableWidgetsHaveAccessibleNames();
    void incompleteDraftDisablesGenerate_data();
    void incompleteDraftDisablesGenerate();
    void missingInputIsVisible();
    void draftIsRequested();
    void passedExpirationIsNotRequested();
    void rolesAreCheckedByKeyAndClick();
    void searchKeepsCheckedRoles();
    void returnInTheSearchGeneratesNothing();
    void descriptionOfARoleIsVisible();
    void unreadableRolesOfferARetry();
    void hostileNamesStayText();
    void busyDialogIsLocked();
    void cardDescribesTheDraft();
    void fullAccessIsNamed_data();
    void fullAccessIsNamed();
    void fitsASmallScreen();
    void dialogMayBeDeletedWhileOpen();
};

void TestGenerateDialog::focusableWidgetsHaveAccessibleNames()
{
    Form form;
    QCOMPARE(form.dialog.windowTitle(), u"Generate token"_s);
    for (const QString &name : {u"Token name"_s, u"Search roles"_s})
        QVERIFY2(form.field(name), qPrintable(name));
    QVERIFY(form.list());
    QVERIFY(gui::part<QWidget>(&form.dialog, u"Expires"_s));
    QVERIFY(gui::part<QDateTimeEdit>(&form.dialog, u"Expiration date"_s));
    for (const QString &name : {u"Generate"_s, u"Cancel"_s, u"7 days"_s, u"Custom"_s})
        QVERIFY2(form.button(name), qPrintable(name));
    QVERIFY(form.dialog.focusWidget() == form.field(u"Token name"_s));
    for (const auto *widget : form.dialog.findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible()
            && !widget->objectName().startsWith(u"qt_"))
            QVERIFY2(!widget->accessibleName().isEmpty(),
                     qPrintable(QLatin1String(widget->metaObject()->className()) + u' '
                                + widget->objectName()));
    }
}

void TestGenerateDialog::incompleteDraftDisablesGenerate_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<UtcMs>("expiresIn");
    QTest::addColumn<QStringList>("missing");

    const QString name = u"name"_s;
    const QString role = u"role"_s;
    const QString time = u"to come"_s;
    const QStringList one = {u"Analyst"_s};
    QTest::newRow("nothing") << QString() << QStringList() << DayMs << QStringList{name, role};
    QTest::newRow("blank") << u"  "_s << one << DayMs << QStringList{name};
    QTest::newRow("no role") << u"x"_s << QStringList() << DayMs << QStringList{role};
    QTest::newRow("past") << u"x"_s << one << -DayMs << QStringList{time};
    QTest::newRow("now") << u"x"_s << one << UtcMs(0) << QStringList{time};
    QTest::newRow("all wrong") << QString() << QStringList() << -DayMs
                               << QStringList{name, role, time};
    QTest::newRow("complete") << u"x"_s << one << DayMs << QStringList();
    QTest::newRow("unknown role") << u"x"_s << QStringList{u"None"_s} << DayMs << QStringList{role};
}

void TestGenerateDialog::incompleteDraftDisablesGenerate()
{
    QFETCH(QString, name);
    QFETCH(QStringList, roles);
    QFETCH(UtcMs, expiresIn);
    QFETCH(QStringList, missing);
    Form form;
    form.dialog.setDraft({name, roles, form.clock.time + expiresIn});
    auto *generate = form.button(u"Generate"_s);
    QCOMPARE(generate->isEnabled(), missing.isEmpty());
    QCOMPARE(generate->toolTip().isEmpty(), missing.isEmpty());
    for (const QString &word : missing)
        QVERIFY2(generate->toolTip().contains(word), qPrintable(generate->toolTip()));
    generate->click();
    QCOMPARE(form.asked.count(), missing.isEmpty() ? 1 : 0);
}

void TestGenerateDialog::missingInputIsVisible()
{
    Form form;
    QCOMPARE(gui::said(&form.dialog, u"missingInput"_s),
             u"Give the token a name. Check at least one role."_s);
    form.field(u"Token name"_s)->setText(u"ci"_s);
    QCOMPARE(gui::said(&form.dialog, u"missingInput"_s), u"Check at least one role."_s);
    form.fill();
    QCOMPARE(gui::said(&form.dialog, u"missingInput"_s), QString());
    form.dialog.setBusy(true);
    QVERIFY(gui::said(&form.dialog, u"missingInput"_s).contains(u"cannot be taken back"_s));
}

void TestGenerateDialog::draftIsRequested()
{
    Form form;
    QTest::keyClicks(form.field(u"Token name"_s), u"  jenkins "_s);
    form.list()->setFocus();
    form.list()->setCurrentIndex(form.roles.index(1));
    QTest::keyClick(form.list(), Qt::Key_Space);
    form.button(u"30 days"_s)->click();
    form.clock.time += 12'345;
    form.button(u"Generate"_s)->click();
    QCOMPARE(form.asked.count(), 1);
    const auto draft = form.asked.first().first().value<TokenDraft>();
    const UtcMs seconds = form.clock.time / 1000 * 1000;
    QCOMPARE(draft, (TokenDraft{u"jenkins"_s, {u"Analyst"_s}, seconds + 30 * DayMs}));
    QVERIFY(form.dialog.isVisible()); // until Central answers
}

void TestGenerateDialog::passedExpirationIsNotRequested()
{
    Form form;
    form.dialog.setDraft({u"x"_s, {u"Analyst"_s}, form.clock.time + MinuteMs});
    QVERIFY(form.button(u"Generate"_s)->isEnabled());
    form.clock.time += 2 * MinuteMs;
    form.button(u"Generate"_s)->click();
    QCOMPARE(form.asked.count(), 0);
    QVERIFY(!form.button(u"Generate"_s)->isEnabled());
}

void TestGenerateDialog::rolesAreCheckedByKeyAndClick()
{
    Form form;
    QListView *list = form.list();
    list->setFocus();
    list->setCurrentIndex(form.roles.index(3));
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(form.roles.checkedRoles(), QStringList{u"Continuous Integration"_s});
    QCOMPARE(gui::said(&form.dialog, u"selectedRoles"_s), u"1 of 9 selected"_s);
    const QRect row = list->visualRect(form.roles.index(1));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(form.roles.checkedRoles().size(), 2);
    QTest::mouseClick(list->viewport(), Qt::RightButton, {}, row.center());
    QCOMPARE(form.roles.checkedRoles().size(), 2);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {20, row.center().y()}); // the box
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(gui::said(&form.dialog, u"selectedRoles"_s), u"2 of 9 selected"_s);
}

void TestGenerateDialog::searchKeepsCheckedRoles()
{
    Form form;
    form.fill();
    QTest::keyClicks(form.field(u"Search roles"_s), u"anal"_s);
    QStringList shown;
    for (int row = 0; row < form.roles.rowCount(); ++row)
        shown.append(form.roles.index(row).data().toString());
    QCOMPARE(shown, QStringList({u"Continuous Integration"_s, u"Sensor Creator"_s, u"Analyst"_s}));
    form.roles.setChecked({});
    form.field(u"Search roles"_s)->setText(u"no such role"_s);
    QCOMPARE(gui::said(&form.dialog, u"rolesMessage"_s), u"No role is called “no such role”."_s);
    QTest::keyClick(form.field(u"Search roles"_s), Qt::Key_Escape); // first the search,
    QVERIFY(form.dialog.isVisible());
    QCOMPARE(form.roles.rowCount(), 9);
    QTest::keyClick(form.field(u"Search roles"_s), Qt::Key_Escape); // then the dialog
    QVERIFY(!form.dialog.isVisible());
}

void TestGenerateDialog::returnInTheSearchGeneratesNothing()
{
    Form form;
    form.fill();
    form.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&form.dialog));
    form.field(u"Search roles"_s)->setFocus();
    QTest::keyClick(form.field(u"Search roles"_s), Qt::Key_Return);
    QCOMPARE(form.asked.count(), 0);
    QVERIFY(form.list()->hasFocus());
    form.field(u"Token name"_s)->setFocus();
    QTest::keyClick(form.field(u"Token name"_s), Qt::Key_Return);
    QCOMPARE(form.asked.count(), 1);
}

void TestGenerateDialog::descriptionOfARoleIsVisible()
{
    RoleGrant known{u"Continuous Integration"_s, u"For automation: enforces policies"_s, {}};
    known.access = {{u"Image"_s, Access::ReadWrite}, {u"Detection"_s, Access::Read}};
    RoleListModel roles;
    roles.setRoles({known.name}, {known});
    QCOMPARE(roleSubtitle(roles.index(0)),
             u"Writes Image, reads Detection – For automation: enforces policies"_s);
    known.description.clear();
    roles.setRoles({known.name}, {known});
    QCOMPARE(roleSubtitle(roles.index(0)), u"Writes Image, reads Detection"_s);
    roles.setRoles({u"Unknown"_s}, {});
    QCOMPARE(roleSubtitle(roles.index(0)), QString());
}

void TestGenerateDialog::unreadableRolesOfferARetry()
{
    Form form;
    form.dialog.setRolesLoading(true);
    QVERIFY(gui::said(&form.dialog, u"rolesMessage"_s).startsWith(u"Asking Central"));
    QVERIFY(!form.field(u"Search roles"_s)->isEnabled());
    QSignalSpy again(&form.dialog, &GenerateDialog::retryRolesRequested);
    form.dialog.setRolesFailed({u"prod-eu did not answer in time."_s, u"Try again."_s});
    QCOMPARE(gui::said(&form.dialog, u"rolesMessage"_s),
             u"prod-eu did not answer in time. Try again."_s);
    form.button(u"Try again"_s)->click();
    QCOMPARE(again.count(), 1);
    form.dialog.setRolesLoading(true);
    form.dialog.setRolesLoading(false);
    QVERIFY(form.list()->isVisible());
    form.roles.setRoles({}, {});
    QVERIFY(gui::said(&form.dialog, u"rolesMessage"_s).contains(u"no role that you may give"));
    form.dialog.setRolesNote(u"This Central is older than 4.3."_s);
    QCOMPARE(gui::said(&form.dialog, u"rolesNote"_s), u"This Central is older than 4.3."_s);
}

void TestGenerateDialog::hostileNamesStayText()
{
    Form form;
    const QStringList hostile = {u"<b>Bold</b><img src=x>"_s, u"a\u202Edcb"_s, u"two\nlines"_s,
                                 QString(5000, u'r'),         u"%1 %n"_s,      u"&Mnemonic"_s};
    form.roles.setRoles(hostile, {});
    form.dialog.setDraft({u"<i>x</i>\u202E %1"_s, hostile, NoTime});
    QVERIFY(form.dialog.draft().roles.contains(u"a\u202Edcb"_s)); // sent unchanged
    const QString sentence = gui::said(&form.dialog, u"draftSentence"_s);
    QVERIFY2(sentence.contains(u"&lt;i&gt;x&lt;/i&gt;"), qPrintable(sentence));
    QVERIFY(!sentence.contains(QChar(0x202E)));
    QTRY_COMPARE(gui::cutOff(&form.dialog), QString());
    for (int row = 0; row < form.roles.rowCount(); ++row)
        QVERIFY(!form.roles.index(row).data().toString().contains(u'\n'));
    form.button(u"Generate"_s)->click();
    QCOMPARE(form.asked.count(), 1);
}

void TestGenerateDialog::busyDialogIsLocked()
{
    Form form;
    form.fill();
    form.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&form.dialog));
    form.field(u"Token name"_s)->setFocus();
    const TokenDraft before = form.dialog.draft();
    form.dialog.setBusy(true);
    QVERIFY(!form.field(u"Token name"_s)->isEnabled());
    QVERIFY(!form.list()->isEnabled());
    QVERIFY(!form.button(u"7 days"_s)->isEnabled());
    QVERIFY(!form.button(u"Generate"_s)->isEnabled());
    QCOMPARE(form.button(u"Generate"_s)->text(), u"Asking Central…"_s);
    QVERIFY(!form.button(u"Cancel"_s)->isEnabled());
    QVERIFY(form.button(u"Cancel"_s)->toolTip().contains(u"cannot be taken back"));
    QTest::keyClick(&form.dialog, Qt::Key_Escape);
    form.dialog.close();
    QVERIFY(form.dialog.isVisible());
    form.dialog.setBusy(false);
    QCOMPARE(form.dialog.draft(), before);
    QVERIFY(form.button(u"Generate"_s)->isEnabled());
    QVERIFY(form.button(u"Cancel"_s)->toolTip().isEmpty());
    QVERIFY(form.field(u"Token name"_s)->hasFocus());
    form.button(u"Cancel"_s)->click();
    QVERIFY(!form.dialog.isVisible());
}

void TestGenerateDialog::cardDescribesTheDraft()
{
    Form form;
    form.fill();
    const QString sentence = gui::said(&form.dialog, u"draftSentence"_s);
    for (const QString &word :
         {u"ci"_s, u"prod-eu"_s, unbroken(u"90 days"_s), unbroken(u"23 Nov 2026, 08:42 UTC"_s)})
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
    QCOMPARE(gui::said(&form.dialog, u"draftWrites"_s), u"Administration, Cluster, Image"_s);
    QCOMPARE(gui::said(&form.dialog, u"draftReads"_s), u"Detection"_s);
    form.roles.setChecked({u"Sensor Creator"_s}); // write access includes read access
    QCOMPARE(gui::said(&form.dialog, u"draftWrites"_s), u"Administration, Cluster"_s);
    QCOMPARE(gui::said(&form.dialog, u"draftReads"_s), u"the same"_s);
    form.roles.setChecked({u"Analyst"_s});
    QCOMPARE(gui::said(&form.dialog, u"draftWrites"_s), u"nothing"_s);
    form.roles.setChecked({u"Workload Viewer"_s}); // its grants are not known
    QCOMPARE(gui::said(&form.dialog, u"draftWrites"_s), u"not known"_s);
}

void TestGenerateDialog::fullAccessIsNamed_data()
{
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<bool>("everything");
    QTest::newRow("Admin") << QStringList{u"Admin"_s} << true;
    QTest::newRow("Admin and another") << QStringList{u"Admin"_s, u"Analyst"_s} << true;
    QTest::newRow("reads almost everything") << QStringList{u"Analyst"_s} << false;
    QTest::newRow("and one that is not known")
        << QStringList{u"Admin"_s, u"Workload Viewer"_s} << false;
}

void TestGenerateDialog::fullAccessIsNamed()
{
    QFETCH(QStringList, roles);
    QFETCH(bool, everything);
    Form form;
    form.dialog.setDraft({u"ci"_s, roles, NoTime});
    const QString hidden = u"(hidden)"_s;
    QCOMPARE(gui::said(&form.dialog, u"draftEverything"_s),
             everything ? u"Reads and writes everything"_s : hidden);
    QCOMPARE(gui::said(&form.dialog, u"draftWrites"_s) == hidden, everything);
    QCOMPARE(gui::said(&form.dialog, u"draftReads"_s) == hidden, everything);
    if (!everything)
        return;
    auto *label = form.dialog.findChild<QLabel *>(u"draftEverything"_s);
    const QColor caution = statusColors(form.dialog.palette()).caution.text;
    const QImage image = label->grab().toImage();
    bool isCaution = false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            isCaution = isCaution || image.pixelColor(x, y) == caution;
    }
    QVERIFY2(isCaution, "is not in the colour of a caution");
}

void TestGenerateDialog::fitsASmallScreen()
{
    Form form;
    form.dialog.resize(632, 360); // 1280×800 at 200 %, less the title bar
    QVERIFY(form.dialog.minimumSizeHint().width() <= 632);
    QVERIFY(form.dialog.minimumSizeHint().height() <= 360);
    const auto *generate = form.button(u"Generate"_s);
    const QRect at(generate->mapTo(&form.dialog, QPoint()), generate->size());
    QVERIFY(form.dialog.rect().contains(at));
}

void TestGenerateDialog::dialogMayBeDeletedWhileOpen()
{
    RoleListModel roles;
    samples::FakeClock clock;
    auto *dialog = new GenerateDialog(samples::server(), &roles, {}, &clock);
    roles.setRoles(samples::allowedRoles(), samples::grants());
    dialog->open();
    dialog->setBusy(true);
    delete dialog; // with a field in focus, as when the window closes
    roles.setChecked({u"Admin"_s});
}

QTEST_MAIN(TestGenerateDialog)
#include "tst_generatedialog.moc"
