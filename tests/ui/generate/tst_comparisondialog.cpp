// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolelistmodel.h"
#include "tests/support/gui/driver.h"
#include "tests/ui/dialogsamples.h"
#include "ui/generate/comparisondialog.h"
#include "ui/generate/rolepicker.h"
#include "ui/widgets/chipflow.h"

#include <QComboBox>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

QStringList chips(const ComparisonDialog &dialog, const QString &objectName)
{
    const auto *flow = dialog.findChild<ChipFlow *>(objectName);
    return flow->isVisibleTo(&dialog) ? flow->roles() : QStringList{u"(hidden)"_s};
}

} // namespace

class TestComparisonDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void threeColumnsOfChips();
    void scopesAreInTheHeadings();
    void checkedRolesAreComparedFirst();
    void fitsASmallScreen();
};

void TestComparisonDialog::threeColumnsOfChips()
{
    ComparisonDialog dialog(samples::grants());
    dialog.setRoles(u"Network Graph Viewer"_s, u"Configuration Controller"_s);
    dialog.show();
    QCOMPARE(gui::said(&dialog, u"onlyFirstHeading"_s), u"Only Network Graph Viewer"_s);
    QCOMPARE(
        chips(dialog, u"onlyFirst"_s),
        (QStringList{u"Deployment (read)"_s, u"NetworkGraph (read)"_s, u"NetworkPolicy (read)"_s}));
    QCOMPARE(chips(dialog, u"bothRoles"_s), QStringList{u"(hidden)"_s});
    dialog.setRoles(u"Vulnerability Report Creator"_s, u"Configuration Controller"_s);
    QCOMPARE(chips(dialog, u"onlyFirst"_s), QStringList{u"(hidden)"_s});
    QCOMPARE(chips(dialog, u"bothRoles"_s),
             (QStringList{u"Integration (read)"_s, u"WorkflowAdministration (write)"_s}));
    QCOMPARE(chips(dialog, u"onlySecond"_s),
             (QStringList{u"Access (read)"_s, u"Cluster (read)"_s}));
    QVERIFY(gui::part<QComboBox>(&dialog, u"First role"_s));
    QVERIFY(gui::part<QComboBox>(&dialog, u"Second role"_s));
}

void TestComparisonDialog::scopesAreInTheHeadings()
{
    const AccessMap image{{u"Image"_s, Access::Read}};
    ComparisonDialog dialog({{u"All"_s, {}, image, UnrestrictedScope},
                             {u"Some"_s, {}, image, u"id"_s, u"Production clusters"_s}});
    dialog.show();
    QCOMPARE(gui::said(&dialog, u"onlyFirstScope"_s), u"Unrestricted"_s);
    QCOMPARE(gui::said(&dialog, u"onlySecondScope"_s), u"Production clusters"_s);
    QVERIFY(gui::said(&dialog, u"scopesDiffer"_s).startsWith(u"The access scopes differ"_s));
    dialog.setRoles(u"All"_s, u"All"_s);
    QCOMPARE(gui::said(&dialog, u"scopesDiffer"_s), u"(hidden)"_s);
}

void TestComparisonDialog::checkedRolesAreComparedFirst()
{
    RoleListModel roles;
    RolePicker picker(&roles);
    picker.show();
    roles.setRoles(samples::allowedRoles(), samples::grants());
    roles.setChecked({u"Sensor Creator"_s});
    picker.findChild<QAbstractButton *>(u"compareRoles"_s)->click();
    const auto *dialog = picker.findChild<ComparisonDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(gui::said(dialog, u"onlyFirstHeading"_s), u"Only Sensor Creator"_s);
    QCOMPARE(gui::said(dialog, u"onlySecondHeading"_s), u"Only Admin"_s);
}

void TestComparisonDialog::fitsASmallScreen()
{
    ComparisonDialog dialog(samples::grants());
    dialog.show();
    QVERIFY2(dialog.minimumSizeHint().width() <= 640,
             qPrintable(QString::number(dialog.minimumSizeHint().width())));
    QVERIFY(dialog.minimumSizeHint().height() <= 320);
    QCOMPARE(gui::cutOff(&dialog), QString());
}

QTEST_MAIN(TestComparisonDialog)
#include "tst_comparisondialog.moc"
