// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/connectionsamples.h"
#include "tests/ui/dialogsamples.h"
#include "ui/servers/importdialog.h"
#include "ui/servers/removeserverdialog.h"
#include "ui/style/typography.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

using namespace rox;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(rox::CertificateFacts)

/// The dialogs that ask before trusting, trusting again and removing; and the import.
class TestCertificateDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void cancelIsTheDefault();
    void trustIsForTheShownCertificate();
    void fingerprintIsSpokenAndCopied();
    void fingerprintHasTheSizeOfText();
    void withoutCertificateNoTrustButton();
    void caFileClosesWithOneResult();
    void hostileCertificateIsMadeVisible();
    void stayDisconnectedIsTheDefault();
    void tabReachesTheTableBeforeTheCheckBox();
    void largeFontKeepsFingerprintsWhole_data();
    void largeFontKeepsFingerprintsWhole();
    void longHostKeepsButtonsVisible();
    void trustingAgainNeedsTheCheckMark();
    void copyBothCopiesTwoFingerprints();
    void removeServerAsksFirst();
    void importButtonCountsCheckedRows();

private:
    [[nodiscard]] CertificateDialog::Content unknown() const
    {
        return samples::unknownCertificate(m_clock.time);
    }
    samples::FakeClock m_clock;
};

void TestCertificateDialogs::cancelIsTheDefault()
{
    CertificateDialog dialog(unknown());
    QSignalSpy trusted(&dialog, &CertificateDialog::trustRequested);
    dialog.show();
    QCOMPARE(dialog.windowTitle(), u"Unknown certificate"_s);
    auto *cancel = gui::part<QPushButton>(&dialog, u"Cancel"_s);
    QVERIFY(cancel->isDefault());
    QCOMPARE(dialog.focusWidget(), cancel);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
    QCOMPARE(trusted.count(), 0);
}

void TestCertificateDialogs::trustIsForTheShownCertificate()
{
    CertificateDialog dialog(unknown());
    QSignalSpy trusted(&dialog, &CertificateDialog::trustRequested);
    dialog.show();
    gui::part<QPushButton>(&dialog, u"Trust this certificate"_s)->click();
    QCOMPARE(trusted.count(), 1);
    QCOMPARE(trusted.first().first().value<CertificateFacts>(), unknown().facts);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
}

void TestCertificateDialogs::fingerprintIsSpokenAndCopied()
{
    CertificateDialog dialog(unknown());
    dialog.show();
    auto *print = gui::part<QLabel>(&dialog, u"SHA-256 fingerprint"_s);
    QVERIFY(print);
    QVERIFY(print->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
    QVERIFY((print->focusPolicy() & Qt::TabFocus) != 0);
    QCOMPARE(print->accessibleDescription(), unknown().facts.fingerprint()); // the text to compare
    gui::button(&dialog, u"Copy: SHA-256 fingerprint"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), unknown().facts.fingerprint());
    gui::button(&dialog, u"Copy: Command"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"kubectl -n stackrox"_s));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u'\n'));
    gui::button(&dialog, u"oc"_s)->click();
    gui::button(&dialog, u"Copy: Command"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"oc -n stackrox"_s));
    QVERIFY(gui::said(&dialog, u"certificateHint"_s).contains(u"CA file"_s));
    QCOMPARE(dialog.findChildren<QLabel *>(u"certificateProblem"_s).size(), 2);
    QVERIFY(gui::said(&dialog, u"certificateValid"_s).endsWith(u", 6 months left"_s));
}

void TestCertificateDialogs::fingerprintHasTheSizeOfText()
{
    CertificateDialog dialog(unknown());
    const auto *print = gui::part<QLabel>(&dialog, u"SHA-256 fingerprint"_s);
    QVERIFY(QFontInfo(print->font()).pixelSize() >= QFontInfo(dialog.font()).pixelSize());
}

void TestCertificateDialogs::withoutCertificateNoTrustButton()
{
    CertificateDialog::Content content = unknown();
    content.facts = {};
    CertificateDialog dialog(content);
    dialog.show();
    QVERIFY(!gui::button(&dialog, u"Trust this certificate"_s));
    QVERIFY(!gui::part<QLabel>(&dialog, u"SHA-256 fingerprint"_s));
    QVERIFY(gui::everythingSaid(&dialog).contains(u"showed no certificate"_s));
    QCOMPARE(dialog.focusWidget(), gui::button(&dialog, u"Cancel"_s));
}

void TestCertificateDialogs::caFileClosesWithOneResult()
{
    CertificateDialog dialog(unknown());
    QSignalSpy asked(&dialog, &CertificateDialog::caFileRequested);
    QSignalSpy rejected(&dialog, &QDialog::rejected);
    dialog.show();
    gui::button(&dialog, u"Use a CA file…"_s)->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(rejected.count(), 0); // one dialog, one result
    QVERIFY(!dialog.isVisible());
}

void TestCertificateDialogs::hostileCertificateIsMadeVisible()
{
    CertificateDialog::Content content = unknown();
    content.server = u"a\u202Eb<b>"_s;
    content.facts.subject = QString(10'000, u'W');
    content.facts.issuer = u"evil\u202Ereussi\nsecond line"_s;
    content.facts.names = QStringList(2000, u"central.example"_s);
    CertificateDialog dialog(content);
    dialog.show();
    QVERIFY(dialog.width() <= 730);
    QVERIFY(dialog.height() <= dialog.screen()->availableSize().height());
    QVERIFY(gui::said(&dialog, u"certificateIssuer"_s).startsWith(u"evil⟨U+202E⟩reussi␊"_s));
    QVERIFY(gui::said(&dialog, u"certificateHeading"_s).endsWith(u"a⟨U+202E⟩b<b>"_s));
    QVERIFY(!gui::everythingSaid(&dialog).contains(QChar(0x202E)));
}

void TestCertificateDialogs::stayDisconnectedIsTheDefault()
{
    ChangedCertificateDialog dialog(samples::changedCertificate(m_clock.time));
    QSignalSpy trusted(&dialog, &ChangedCertificateDialog::trustRequested);
    dialog.show();
    auto *stay = gui::part<QPushButton>(&dialog, u"Stay disconnected"_s);
    QVERIFY(stay->isDefault());
    QCOMPARE(dialog.focusWidget(), stay);
    auto *table = gui::part<QTableWidget>(&dialog, u"Certificates"_s);
    QCOMPARE(table->rowCount(), 6);
    const QString issuer = table->item(2, 2)->data(Qt::AccessibleTextRole).toString();
    QCOMPARE(issuer, u"acme-proxy-ca, differs"_s);
    QVERIFY(!table->item(1, 2)->data(Qt::AccessibleTextRole).toString().contains(u"differs"_s));
    // Every row can be seen.
    const QRect last = table->visualItemRect(table->item(5, 0));
    QVERIFY(last.bottom() <= table->viewport()->height());
    QCOMPARE(gui::said(&dialog, u"renewal"_s),
             u"Marked cells differ. The old certificate still had 6 months: a renewal now would be "
             "unusual. Ask whoever runs this Central."_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(trusted.count(), 0);
}

void TestCertificateDialogs::tabReachesTheTableBeforeTheCheckBox()
{
    ChangedCertificateDialog dialog(samples::changedCertificate(m_clock.time));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    gui::part<QTableWidget>(&dialog, u"Certificates"_s)->setFocus();
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QCOMPARE(dialog.focusWidget()->objectName(), u"compared"_s);
}

void TestCertificateDialogs::largeFontKeepsFingerprintsWhole_data()
{
    QTest::addColumn<int>("times");
    QTest::newRow("as it is") << 1;
    QTest::newRow("doubled") << 2;
    QTest::newRow("four times") << 4;
}

void TestCertificateDialogs::largeFontKeepsFingerprintsWhole()
{
    QFETCH(int, times);
    std::vector<std::unique_ptr<gui::DoubledFont>> fonts;
    for (int size = 1; size < times; size *= 2)
        fonts.push_back(std::make_unique<gui::DoubledFont>());
    const auto content = samples::changedCertificate(m_clock.time);
    ChangedCertificateDialog dialog(content);
    dialog.show();
    const auto *table = gui::part<QTableWidget>(&dialog, u"Certificates"_s);
    for (const int column : {1, 2}) {
        const QTableWidgetItem *print = table->item(0, column);
        const QRect cell = table->visualItemRect(print);
        const QFont font = fixedTypeface(table->font(), TextSize::Body);
        const auto lines = print->text().split(u'\n');
        for (const QString &line : lines)
            QVERIFY2(textWidth(font, line) + 16 + 22 <= cell.width(), qPrintable(line));
        QVERIFY(lines.size() * QFontMetrics(font).lineSpacing() < cell.height());
        const auto &facts = column == 1 ? content.trusted : content.shown;
        QCOMPARE(lines.join(u':'), facts.fingerprint());
    }
    QCoreApplication::processEvents();
    if (times <= 2) // a larger font needs a larger screen
        QCOMPARE(gui::cutOff(&dialog), QString());
    CertificateDialog unknown(this->unknown());
    unknown.show();
    QCoreApplication::processEvents();
    if (times <= 2)
        QCOMPARE(gui::cutOff(&unknown), QString());
}

void TestCertificateDialogs::longHostKeepsButtonsVisible()
{
    CertificateDialog::Content content = unknown();
    content.facts.names = {};
    content.endpoint = samples::endpoint(QStringList(4, QString(60, u'w')).join(u'.'));
    CertificateDialog dialog(content);
    dialog.show();
    QCOMPARE(gui::cutOff(&dialog), QString());
    QVERIFY(dialog.width() <= 730);
    const auto *command = gui::part<QLabel>(&dialog, u"Command"_s);
    QVERIFY(command->text().contains(u'…'));
    const QString whole = command->toolTip().remove(QChar(0x200b)); // where lines may break
    QVERIFY2(whole.contains(content.endpoint.base.host()), qPrintable(whole));
    gui::button(&dialog, u"Copy: Command"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(content.endpoint.base.host()));
}

void TestCertificateDialogs::trustingAgainNeedsTheCheckMark()
{
    const auto content = samples::changedCertificate(m_clock.time);
    ChangedCertificateDialog dialog(content);
    QSignalSpy trusted(&dialog, &ChangedCertificateDialog::trustRequested);
    dialog.show();
    auto *trust = gui::part<QPushButton>(&dialog, u"Trust the new certificate"_s);
    trust->click();
    QCOMPARE(trusted.count(), 0);
    QVERIFY(!trust->isEnabled() && !trust->toolTip().isEmpty());
    auto *compared = dialog.findChild<QCheckBox *>(u"compared"_s);
    compared->click();
    QVERIFY(trust->isEnabled());
    compared->click();
    QVERIFY(!trust->isEnabled());
    compared->click();
    trust->click();
    QCOMPARE(trusted.count(), 1);
    QCOMPARE(trusted.first().first().value<CertificateFacts>(), content.shown);
}

void TestCertificateDialogs::copyBothCopiesTwoFingerprints()
{
    const auto content = samples::changedCertificate(m_clock.time);
    ChangedCertificateDialog dialog(content);
    gui::button(&dialog, u"Copy both"_s)->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(content.trusted.fingerprint()));
    QVERIFY(copied.contains(content.shown.fingerprint()));
}

void TestCertificateDialogs::removeServerAsksFirst()
{
    for (const bool inKeychain : {true, false}) {
        QPointer<RemoveServerDialog> dialog =
            new RemoveServerDialog(u"prod\u202Eeu"_s, inKeychain, nullptr);
        QSignalSpy confirmed(dialog, &RemoveServerDialog::removeConfirmed);
        QCOMPARE(dialog->focusWidget(), gui::button(dialog, u"Cancel"_s));
        const QString all = gui::everythingSaid(dialog);
        QVERIFY(all.contains(u"prod⟨U+202E⟩eu"_s));
        QCOMPARE(all.contains(u"deleted from the keychain too"_s), inKeychain);
        QVERIFY(all.contains(u"no token is revoked"_s));
        if (inKeychain) {
            QTest::keyClick(dialog, Qt::Key_Return);
            QCOMPARE(confirmed.count(), 0);
        } else {
            gui::button(dialog, u"Remove server"_s)->click();
            QCOMPARE(confirmed.count(), 1);
        }
        QTRY_VERIFY(!dialog);
    }
}

void TestCertificateDialogs::importButtonCountsCheckedRows()
{
    const UtcMs now = m_clock.time;
    ImportDialog dialog({{u"eu"_s, u"central-eu.acme.example"_s, now + 5 * DayMs + HourMs},
                         {u"u\u202Es"_s, u"central-us.acme.example"_s, now - 3 * DayMs},
                         {u"lab"_s, QString(10'000, u'w'), NoTime}},
                        now);
    QSignalSpy asked(&dialog, &ImportDialog::importRequested);
    dialog.show();
    auto *list = gui::part<QTreeWidget>(&dialog, u"Connections"_s);
    auto *import = gui::button(&dialog, u"Import"_s);
    QCOMPARE(import->text(), u"Import 3 connections"_s);
    QCOMPARE(list->topLevelItem(1)->text(0), u"u⟨U+202E⟩s"_s);
    QCOMPARE(list->topLevelItem(0)->text(2), u"in 5 days"_s);
    QCOMPARE(list->topLevelItem(1)->text(2), u"ended 3 days ago"_s);
    QCOMPARE(list->topLevelItem(2)->text(2), u"not known"_s);
    QCOMPARE(dialog.focusWidget(), list);
    QTest::keyClick(list, Qt::Key_Space);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(import->text(), u"Import 1 connection"_s);
    list->topLevelItem(2)->setCheckState(0, Qt::Unchecked);
    QVERIFY(!import->isEnabled() && !import->toolTip().isEmpty());
    list->topLevelItem(0)->setCheckState(0, Qt::Checked);
    list->topLevelItem(2)->setCheckState(0, Qt::Checked);
    import->click();
    QCOMPARE(asked.first().first().value<QList<int>>(), (QList<int>{0, 2}));
}

QTEST_MAIN(TestCertificateDialogs)
#include "tst_certificatedialogs.moc"
