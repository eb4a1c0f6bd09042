// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/needmodel.h"
#include "models/roles/rolelistmodel.h"
#include "tests/support/gui/driver.h"
#include "tests/ui/dialogsamples.h"
#include "ui/generate/needdialog.h"
#include "ui/generate/rolepicker.h"
#include "ui/widgets/chipflow.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

struct Window
{
    explicit Window(const QList<RoleGrant> &roles = samples::grants())
        : dialog(roles)
        , chosen(&dialog, &NeedDialog::rolesChosen)
    {
        dialog.show();
    }

    [[nodiscard]] QTableView *table() const
    {
        return gui::part<QTableView>(&dialog, u"What the token must read and write"_s);
    }
    void tick(const QString &resource, int column) const
    {
        const int row = gui::rowOf(table(), resource);
        QVERIFY(row >= 0);
        table()->setCurrentIndex(table()->model()->index(row, column));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Space);
    }
    void takeJob(const QString &title) const
    {
        auto *job = gui::part<QComboBox>(&dialog, u"Job"_s);
        const int at = job->findText(title);
        QVERIFY2(at >= 0, qPrintable(title));
        job->setCurrentIndex(at);
        Q_EMIT job->activated(at);
    }
    [[nodiscard]] QString lead() const { return gui::said(&dialog, u"proposalLead"_s); }
    [[nodiscard]] QStringList chips(const QString &objectName) const
    {
        const auto *flow = dialog.findChild<ChipFlow *>(objectName);
        return flow->isVisibleTo(&dialog) ? flow->roles() : QStringList{u"(hidden)"_s};
    }
    [[nodiscard]] QAbstractButton *use() const
    {
        return dialog.findChild<QAbstractButton *>(u"useRoles"_s);
    }

    NeedDialog dialog;
    QSignalSpy chosen;
};

RoleGrant scoped(const QString &name, const AccessMap &access, const QString &scopeName)
{
    return {name, {}, access, scopeName.isEmpty() ? QString() : u"id-"_s + scopeName, scopeName};
}

} // namespace

class TestNeedDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void focusableWidgetsHaveAccessibleNames();
    void nothingIsProposedWithoutANeed();
    void presetTicksItsNeed();
    void eachTickProposesAnew();
    void excessIsNamedAsMoreThanTicked();
    void adminIsAWarning();
    void ungrantedResourcesAreNamed();
    void needOfTooManyRolesIsSaid();
    void scopesAreOfferedAndWiderRolesNamed();
    void checkedRolesAreAnOffer();
    void fitsASmallScreen();
    void pickerTakesTheProposal();
    void pickerWithoutGrantsSaysSo();
};

void TestNeedDialog::focusableWidgetsHaveAccessibleNames()
{
    const Window window({scoped(u"A"_s, {}, {}), scoped(u"B"_s, {}, u"Production"_s)});
    for (const auto *widget : window.dialog.findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible()
            && !widget->objectName().startsWith(u"qt_"))
            QVERIFY2(!widget->accessibleName().isEmpty() && !widget->objectName().isEmpty(),
                     qPrintable(QLatin1String(widget->metaObject()->className()) + u' '
                                + widget->objectName()));
    }
    QCOMPARE(window.dialog.focusWidget()->accessibleName(), u"Job"_s);
}

void TestNeedDialog::nothingIsProposedWithoutANeed()
{
    const Window window;
    QCOMPARE(window.lead(), u"Nothing is ticked yet."_s);
    QVERIFY(!window.use()->isEnabled());
    QVERIFY(!window.dialog.findChild<QComboBox *>(u"where"_s)->isVisible());
}

void TestNeedDialog::presetTicksItsNeed()
{
    Window window;
    window.takeJob(u"Scan images in CI"_s);
    const QAbstractItemModel *model = window.table()->model();
    const int row = gui::rowOf(window.table(), u"Image"_s);
    QCOMPARE(model->index(row, NeedModel::Write).data(Qt::CheckStateRole).toInt(),
             int(Qt::Checked));
    QCOMPARE(window.lead(), u"This role grants it, and nothing more."_s);
    QCOMPARE(window.chips(u"proposedRoles"_s), QStringList{u"Continuous Integration"_s});
    QCOMPARE(window.use()->text(), u"Use this role"_s);
    window.use()->click();
    QCOMPARE(window.chosen.size(), 1);
    QCOMPARE(window.chosen.at(0).at(0).toStringList(), QStringList{u"Continuous Integration"_s});
    QVERIFY(!window.dialog.isVisible());
}

void TestNeedDialog::eachTickProposesAnew()
{
    Window window;
    window.takeJob(u"Scan images in CI"_s);
    window.tick(u"Cluster"_s, NeedModel::Write);
    QCOMPARE(window.chips(u"proposedRoles"_s),
             (QStringList{u"Continuous Integration"_s, u"Sensor Creator"_s}));
    QCOMPARE(window.lead(), u"Together these roles grant it."_s);
    QCOMPARE(gui::part<QComboBox>(&window.dialog, u"Job"_s)->currentText(), u"My own choice"_s);
    window.tick(u"Cluster"_s, NeedModel::Read);
    QCOMPARE(window.chips(u"proposedRoles"_s), QStringList{u"Continuous Integration"_s});
}

void TestNeedDialog::excessIsNamedAsMoreThanTicked()
{
    Window window;
    window.tick(u"Detection"_s, NeedModel::Read);
    QCOMPARE(window.chips(u"proposalGrants"_s), QStringList{u"Image (write)"_s});
    QCOMPARE(gui::said(&window.dialog, u"proposalText"_s), u"It grants more than you ticked:"_s);
    QVERIFY(!gui::everythingSaid(&window.dialog).contains(u"unused"_s));
}

void TestNeedDialog::adminIsAWarning()
{
    Window window;
    window.takeJob(u"Manage API tokens"_s);
    QCOMPARE(window.lead(), u"Only Admin grants this."_s);
    QCOMPARE(window.chips(u"proposalGrants"_s), QStringList{u"Integration (write)"_s});
    QVERIFY(gui::said(&window.dialog, u"proposalAdvice"_s).contains(u"may do everything"_s));
    QVERIFY(window.use()->isEnabled());
}

void TestNeedDialog::ungrantedResourcesAreNamed()
{
    QList<RoleGrant> roles = samples::grants();
    roles.removeIf([](const RoleGrant &role) { return role.name == u"Admin"_s; });
    Window window(roles);
    window.tick(u"Node"_s, NeedModel::Write);
    window.tick(u"Alert"_s, NeedModel::Read);
    QCOMPARE(window.lead(), u"No role that you may give grants:"_s);
    QCOMPARE(window.chips(u"proposalGrants"_s), QStringList{u"Node (write)"_s});
    QVERIFY(!window.use()->isEnabled());
}

void TestNeedDialog::needOfTooManyRolesIsSaid()
{
    QList<RoleGrant> roles;
    const QStringList five{u"Alert"_s, u"CVE"_s, u"Image"_s, u"Node"_s, u"Secret"_s};
    for (const QString &resource : five)
        roles.append({resource + u"s"_s, {}, {{resource, Access::Read}}});
    Window window(roles);
    for (const QString &resource : five)
        window.tick(resource, NeedModel::Read);
    QCOMPARE(window.lead(), u"No four roles grant all of it together."_s);
    QVERIFY(!window.use()->isEnabled());
}

void TestNeedDialog::scopesAreOfferedAndWiderRolesNamed()
{
    const AccessMap image{{u"Image"_s, Access::Read}};
    Window window({scoped(u"Everywhere"_s, {{u"Node"_s, Access::Read}}, {}),
                   scoped(u"Production"_s, image, u"Production clusters"_s)});
    auto *where = gui::part<QComboBox>(&window.dialog, u"Access scope"_s);
    QVERIFY(where->isVisible());
    QCOMPARE(where->itemText(0), u"Unrestricted"_s);
    window.tick(u"Image"_s, NeedModel::Read);
    QCOMPARE(window.lead(), u"No role that you may give grants:"_s);
    where->setCurrentIndex(1);
    Q_EMIT where->activated(1);
    QCOMPARE(window.chips(u"proposedRoles"_s), QStringList{u"Production"_s});
    window.tick(u"Node"_s, NeedModel::Read);
    QCOMPARE(gui::said(&window.dialog, u"proposalAdvice"_s),
             u"Not limited to Production clusters: Everywhere."_s);
}

void TestNeedDialog::checkedRolesAreAnOffer()
{
    Window window;
    window.dialog.offerGrantsOf({samples::grants().at(3), samples::grants().at(5)});
    window.takeJob(u"As the checked roles"_s);
    QCOMPARE(window.chips(u"proposedRoles"_s),
             (QStringList{u"Continuous Integration"_s, u"Sensor Creator"_s}));
}

void TestNeedDialog::fitsASmallScreen()
{
    const Window window({scoped(u"A"_s, {}, {}), scoped(u"B"_s, {}, u"Production"_s)});
    QVERIFY2(window.dialog.minimumSizeHint().width() <= 640,
             qPrintable(QString::number(window.dialog.minimumSizeHint().width())));
    QVERIFY2(window.dialog.minimumSizeHint().height() <= 320,
             qPrintable(QString::number(window.dialog.minimumSizeHint().height())));
    QCOMPARE(gui::cutOff(&window.dialog), QString());
}

void TestNeedDialog::pickerTakesTheProposal()
{
    RoleListModel roles;
    RolePicker picker(&roles);
    picker.show();
    roles.setRoles(samples::allowedRoles(), samples::grants());
    roles.setChecked({u"Analyst"_s});
    auto *open = picker.findChild<QAbstractButton *>(u"whatMustItDo"_s);
    QVERIFY(open->isVisible());
    open->click();
    auto *dialog = picker.findChild<NeedDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    Q_EMIT dialog->rolesChosen({u"Sensor Creator"_s});
    QCOMPARE(roles.checkedRoles(), QStringList{u"Sensor Creator"_s});
}

void TestNeedDialog::pickerWithoutGrantsSaysSo()
{
    RoleListModel roles;
    RolePicker picker(&roles);
    picker.show();
    QCOMPARE(gui::said(&picker, u"noGrants"_s), u"(hidden)"_s); // there are no roles either
    QList<RoleGrant> bare = samples::grants();
    for (RoleGrant &role : bare)
        role.access.clear();
    roles.setRoles(samples::allowedRoles(), bare);
    QVERIFY(gui::said(&picker, u"noGrants"_s).startsWith(u"What these roles grant is not known"_s));
    roles.setRoles(samples::allowedRoles(), {});
    QVERIFY(gui::said(&picker, u"noGrants"_s).startsWith(u"What these roles grant is not known"_s));
    for (const QString &name : {u"whatMustItDo"_s, u"compareRoles"_s})
        QVERIFY(!picker.findChild<QAbstractButton *>(name)->isVisible());
    roles.setRoles(samples::allowedRoles(), samples::grants());
    QCOMPARE(gui::said(&picker, u"noGrants"_s), u"(hidden)"_s);
}

QTEST_MAIN(TestNeedDialog)
#include "tst_needdialog.moc"
