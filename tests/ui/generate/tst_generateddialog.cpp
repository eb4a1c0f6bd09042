// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/dialogsamples.h"
#include "ui/generate/generateddialog.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/secretclipboard.h"
#include "ui/widgets/secretfield.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Value = "eyJhbGciOi.s3cret-value.abc_DEF";

struct Window
{
    explicit Window(const QString &name = u"jenkins-prod-eu-2"_s)
        : dialog(std::make_unique<GeneratedDialog>(
            samples::server(),
            samples::token(name, {u"Continuous Integration"_s}, clock.time + 90 * DayMs),
            Secret(Value), &clipboard, &clock))
        , revoke(dialog.get(), &GeneratedDialog::revokeRequested)
        , save(dialog.get(), &GeneratedDialog::saveRequested)
    {
        clipboard.setTickMs(60'000);
        dialog->open();
    }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return gui::button(dialog.get(), name);
    }
    [[nodiscard]] QDialog *question() const { return dialog->findChild<QuestionDialog *>(); }
    [[nodiscard]] QString notice() const
    {
        for (const auto *bar : dialog->findChildren<QFrame *>(u"message"_s)) {
            if (bar->isVisibleTo(dialog.get()))
                return bar->accessibleDescription();
        }
        return {};
    }
    [[nodiscard]] QFileDialog *fileDialog() const { return dialog->findChild<QFileDialog *>(); }

    samples::FakeClock clock;
    SecretClipboard clipboard;
    std::unique_ptr<GeneratedDialog> dialog;
    QSignalSpy revoke;
    QSignalSpy save;
};

} // namespace

class TestGeneratedDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init() { gui::beginTest(); }
    void focusableWidgetsHaveAccessibleNames();
    void valueIsInNoLabel();
    void largeFontCutsNothing();
    void doneNeedsACopyOrASave();
    void copyButtonNamesTheForm();
    void formsNameTheCentralOfTheToken();
    void shownValueIsWhole();
    void formsAreCopiedAsChosen_data();
    void formsAreCopiedAsChosen();
    void countdownIsShown();
    void foreignClipboardIsLeftAlone();
    void saveAsksForTheFile();
    void failedSaveIsShown();
    void closingWithoutTheValueAsks_data();
    void closingWithoutTheValueAsks();
    void closingAfterACopyAsksNothing();
    void clearedClipboardOffersTheCopyAgain();
    void closingAfterTheClipboardIsClearedAsks_data();
    void closingAfterTheClipboardIsClearedAsks();
    void clipboardOfAnEarlierValueIsIgnored();
    void warningIsShown();
    void losingFocusMasksTheValue();
    void hostileNamesAreMadeVisible();
};

void TestGeneratedDialog::focusableWidgetsHaveAccessibleNames()
{
    Window window;
    QCOMPARE(window.dialog->windowTitle(), u"Token generated"_s);
    for (const QString &name : {u"Show token"_s, u"Copy token"_s, u"Clear now"_s, u"Save to file"_s,
                                u"Done"_s, u"Kubernetes Secret"_s})
        QVERIFY2(window.button(name), qPrintable(name));
    QVERIFY(gui::part<SecretField>(window.dialog.get(), u"Token value"_s));
    QVERIFY(gui::part<QWidget>(window.dialog.get(), u"Hand over as"_s));
    QVERIFY(window.dialog->focusWidget() == window.button(u"Copy token"_s));
}

void TestGeneratedDialog::largeFontCutsNothing()
{
    const gui::DoubledFont large;
    Window window;
    QCoreApplication::processEvents();
    QCOMPARE(gui::cutOff(window.dialog.get()), QString());
}

void TestGeneratedDialog::valueIsInNoLabel()
{
    Window window;
    for (const QString &form :
         {u"Value"_s, u"Environment line"_s, u"Kubernetes Secret"_s, u"Shell script"_s}) {
        window.button(form)->click();
        QVERIFY(!gui::everythingSaid(window.dialog.get()).contains(u"s3cret"));
    }
    window.button(u"Copy token"_s)->click();
    QVERIFY(!gui::everythingSaid(window.dialog.get()).contains(u"s3cret"));
    QCOMPARE(gui::said(window.dialog.get(), u"tokenValueNote"_s), u"31 characters"_s);
}

void TestGeneratedDialog::doneNeedsACopyOrASave()
{
    Window window;
    QVERIFY(!window.button(u"Done"_s)->isEnabled());
    QCOMPARE(window.button(u"Done"_s)->toolTip(), u"Copy or save the value first."_s);
    QVERIFY(window.notice().startsWith(u"Not stored anywhere yet."));
    window.button(u"Copy token"_s)->click();
    QCOMPARE(window.button(u"Copy token"_s)->text(), u"Copy again"_s);
    QVERIFY(window.notice().startsWith(u"Copied."));
    QVERIFY(window.button(u"Done"_s)->isEnabled());
    window.button(u"Done"_s)->click();
    QVERIFY(!window.dialog->isVisible());
    QCOMPARE(window.dialog->result(), int(QDialog::Accepted));

    Window other;
    other.dialog->showSaved(u"/tmp/x.token"_s);
    QVERIFY(other.button(u"Done"_s)->isEnabled());
    QCOMPARE(other.notice(), u"Saved and checked: /tmp/x.token. Only you can read the file."_s);
}

void TestGeneratedDialog::copyButtonNamesTheForm()
{
    Window window;
    auto *copy = window.button(u"Copy token"_s);
    QCOMPARE(copy->text(), u"Copy value"_s);
    window.button(u"Kubernetes Secret"_s)->click();
    QCOMPARE(copy->text(), u"Copy Secret"_s);
    copy->click();
    QCOMPARE(copy->text(), u"Copy again"_s);
    window.button(u"Shell script"_s)->click(); // not copied yet
    QCOMPARE(copy->text(), u"Copy script"_s);
    window.button(u"Kubernetes Secret"_s)->click();
    QCOMPARE(copy->text(), u"Copy again"_s);
}

void TestGeneratedDialog::formsNameTheCentralOfTheToken()
{
    Window window;
    window.dialog->setPlace({u"central-eu.acme.example:443"_s, {}});
    window.button(u"Environment line"_s)->click();
    QCOMPARE(gui::said(window.dialog.get(), u"handOverPreview"_s),
             u"ROX_ENDPOINT=central-eu.acme.example:443\nROX_API_TOKEN=••••••••••••••••"_s);
    window.button(u"Copy token"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(),
             "ROX_ENDPOINT=central-eu.acme.example:443\nROX_API_TOKEN=" + Value);
}

/// Also on a small screen: the contents scroll, and Done stays in sight.
void TestGeneratedDialog::shownValueIsWhole()
{
    SecretClipboard clipboard;
    const samples::FakeClock clock;
    GeneratedDialog dialog(samples::server(), samples::token(u"ci"_s, {}, clock.time + DayMs),
                           Secret(QByteArray(1048, 'x')), &clipboard, &clock);
    dialog.open();
    const auto *field = gui::part<SecretField>(&dialog, u"Token value"_s);
    const int masked = field->height();
    gui::button(&dialog, u"Show token"_s)->click();
    QCoreApplication::processEvents();
    QVERIFY2(field->height() >= field->heightForWidth(field->width()),
             qPrintable(QString::number(field->height())));
    QVERIFY(field->height() > 6 * masked);
    const auto *done = gui::button(&dialog, u"Done"_s);
    dialog.resize(dialog.width(), 300);
    QCoreApplication::processEvents();
    QVERIFY(done->mapTo(&dialog, QPoint(0, done->height())).y() <= dialog.height());
}

void TestGeneratedDialog::formsAreCopiedAsChosen_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("preview");
    QTest::addColumn<QByteArray>("begins");

    QTest::newRow("value") << u"Value"_s << u"Copy and Save give you this form."_s << Value;
    QTest::newRow("environment") << u"Environment line"_s << u"ROX_API_TOKEN=••••••••••••••••"_s
                                 << "ROX_API_TOKEN=" + Value;
    QTest::newRow("kubernetes") << u"Kubernetes Secret"_s << u"kind: Secret"_s
                                << "# StackRox API token jenkins-prod-eu-2"_ba;
    QTest::newRow("ci") << u"Shell script"_s << u"roxctl central whoami"_s
                        << "# StackRox API token jenkins-prod-eu-2"_ba;
}

void TestGeneratedDialog::formsAreCopiedAsChosen()
{
    QFETCH(QString, form);
    QFETCH(QString, preview);
    QFETCH(QByteArray, begins);
    Window window;
    window.button(form)->click();
    QVERIFY(gui::said(window.dialog.get(), u"handOverPreview"_s).contains(preview));
    window.button(u"Copy token"_s)->click();
    const QByteArray copied = QGuiApplication::clipboard()->text().toUtf8();
    QVERIFY(copied.startsWith(begins));
    QVERIFY(copied.contains(Value));
    QCOMPARE(window.dialog->handedOver().view().toByteArray(), copied);
}

void TestGeneratedDialog::countdownIsShown()
{
    Window window;
    const auto *dialog = window.dialog.get();
    QVERIFY(!window.button(u"Clear now"_s)->isVisible());
    QCOMPARE(gui::said(dialog, u"clipboardState"_s), QString());
    const int height = dialog->height();
    window.button(u"Copy token"_s)->click();
    QCOMPARE(gui::said(dialog, u"clipboardState"_s), u"Clipboard clears in 30 s"_s);
    QVERIFY(qAbs(dialog->height() - height) <= 2); // the row keeps its height
    window.clipboard.setTickMs(1);
    window.button(u"Copy token"_s)->click();
    QTRY_VERIFY(window.notice().startsWith(u"The clipboard is cleared."));
    QCOMPARE(gui::said(dialog, u"clipboardState"_s), QString()); // not said twice
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QVERIFY(window.button(u"Done"_s)->isEnabled());
    window.dialog->showSaved(u"/tmp/x.token"_s);
    QCOMPARE(gui::said(dialog, u"clipboardState"_s), u"The clipboard is cleared."_s);
    window.clipboard.setTickMs(60'000);
    window.button(u"Copy token"_s)->click();
    window.button(u"Clear now"_s)->click();
    QCOMPARE(gui::said(dialog, u"clipboardState"_s), u"The clipboard is cleared."_s);
    QVERIFY(!window.button(u"Clear now"_s)->isVisible());
}

void TestGeneratedDialog::foreignClipboardIsLeftAlone()
{
    Window window;
    window.button(u"Copy token"_s)->click();
    QGuiApplication::clipboard()->setText(u"a shopping list"_s);
    window.button(u"Clear now"_s)->click();
    QCOMPARE(window.notice(), u"The clipboard holds something else. Pasted? If not, copy again."_s);
    window.dialog->showSaved(u"/tmp/x.token"_s);
    QVERIFY(gui::said(window.dialog.get(), u"clipboardState"_s).contains(u"left alone"));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a shopping list"_s);
}

void TestGeneratedDialog::saveAsksForTheFile()
{
    const QTemporaryDir folder;
    Window window;
    window.button(u"Environment line"_s)->click();
    window.button(u"Save to file"_s)->click();
    QFileDialog *dialog = window.fileDialog();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"jenkins-prod-eu-2.env"_s);
    QVERIFY(!dialog->testOption(QFileDialog::DontConfirmOverwrite));
    dialog->setDirectory(folder.path());
    dialog->selectFile(folder.filePath(u"mine.env"_s));
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    QTRY_COMPARE(window.save.count(), 1);
    QCOMPARE(window.save.first().first().toString(), folder.filePath(u"mine.env"_s));
    QVERIFY(!window.button(u"Done"_s)->isEnabled()); // not before it is said to be saved
}

void TestGeneratedDialog::failedSaveIsShown()
{
    Window window;
    window.dialog->showSaveFailed(u"<b>/x</b> was not saved: the disk is full."_s);
    QVERIFY(window.notice().contains(u"<b>/x</b> was not saved: the disk is full."));
    QVERIFY(!window.button(u"Done"_s)->isEnabled());
    window.button(u"Copy token"_s)->click();
    QVERIFY(window.notice().startsWith(u"Copied."));
}

void TestGeneratedDialog::closingWithoutTheValueAsks_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("revokes");

    QTest::newRow("keep") << u"Keep open"_s << false << false;
    QTest::newRow("close") << u"Close anyway"_s << true << false;
    QTest::newRow("revoke") << u"Revoke and close"_s << false << true;
    QTest::newRow("escape") << QString() << false << false;
}

void TestGeneratedDialog::closingWithoutTheValueAsks()
{
    QFETCH(QString, answer);
    QFETCH(bool, closes);
    QFETCH(bool, revokes);
    Window window;
    QTest::keyClick(window.dialog.get(), Qt::Key_Escape);
    window.dialog->close(); // a second time
    QCOMPARE(window.dialog->findChildren<QuestionDialog *>().size(), 1);
    QVERIFY(window.dialog->isVisible());
    QCOMPARE(window.question()->windowTitle(), u"Close without the value?"_s);
    QCOMPARE(window.question()->focusWidget(), gui::button(window.question(), u"Keep open"_s));
    if (answer.isEmpty())
        QTest::keyClick(window.question(), Qt::Key_Escape);
    else
        gui::button(window.question(), answer)->click();
    QCOMPARE(window.dialog->isVisible(), !closes);
    QCOMPARE(window.revoke.count(), revokes ? 1 : 0);
    if (revokes)
        QCOMPARE(window.revoke.first().first().toString(), u"id-of-jenkins-prod-eu-2"_s);
    QTRY_VERIFY(!window.question());
}

void TestGeneratedDialog::closingAfterACopyAsksNothing()
{
    Window window;
    window.button(u"Copy token"_s)->click();
    QTest::keyClick(window.dialog.get(), Qt::Key_Escape);
    QVERIFY(!window.question());
    QVERIFY(!window.dialog->isVisible());
    QCOMPARE(window.clipboard.state(), SecretClipboard::State::Counting); // goes on
}

void TestGeneratedDialog::clearedClipboardOffersTheCopyAgain()
{
    Window window;
    QAbstractButton *copy = window.button(u"Copy token"_s);
    auto *done = qobject_cast<QPushButton *>(window.button(u"Done"_s));
    copy->click();
    QVERIFY(done->isDefault());
    QVERIFY(done->hasFocus() || window.dialog->focusWidget() == done);
    window.button(u"Clear now"_s)->click();
    QCOMPARE(window.notice(), u"The clipboard is cleared. Pasted? If not, copy again."_s);
    QVERIFY(!done->isDefault());
    QVERIFY(window.dialog->focusWidget() == copy);
    QVERIFY(done->isEnabled());

    window.button(u"Copy again"_s)->click(); // the one in the bar
    QVERIFY(window.notice().startsWith(u"Copied."));
    QVERIFY(QGuiApplication::clipboard()->text() == QString::fromUtf8(Value));
    QVERIFY(done->isDefault());
    QTest::keyClick(window.dialog.get(), Qt::Key_Escape);
    QVERIFY(!window.question());
    QVERIFY(!window.dialog->isVisible());
}

void TestGeneratedDialog::closingAfterTheClipboardIsClearedAsks_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("escape") << u"escape"_s;
    QTest::newRow("window") << u"window"_s;
    QTest::newRow("Done") << u"Done"_s;
}

void TestGeneratedDialog::closingAfterTheClipboardIsClearedAsks()
{
    QFETCH(QString, way);
    Window window;
    window.button(u"Copy token"_s)->click();
    window.button(u"Clear now"_s)->click();
    const auto leave = [&] {
        if (way == u"escape"_s)
            QTest::keyClick(window.dialog.get(), Qt::Key_Escape);
        else if (way == u"window"_s)
            window.dialog->close();
        else
            window.button(u"Done"_s)->click();
    };
    leave();
    QVERIFY(window.dialog->isVisible());
    QVERIFY(window.question());
    const QString asked = gui::everythingSaid(window.question());
    QVERIFY2(asked.contains(u"The value left the clipboard and was not saved."_s),
             qPrintable(asked));
    QVERIFY2(!asked.contains(u"neither copied"_s), qPrintable(asked)); // it was copied
    QCOMPARE(window.question()->focusWidget(), gui::button(window.question(), u"Keep open"_s));
    gui::button(window.question(), u"Keep open"_s)->click();
    QTRY_VERIFY(!window.question());
    QVERIFY(window.dialog->isVisible());

    window.dialog->showSaved(u"/tmp/x.token"_s); // the value is saved
    QVERIFY(window.notice().startsWith(u"Saved and checked:"));
    leave();
    QVERIFY(!window.question());
    QVERIFY(!window.dialog->isVisible());
}

void TestGeneratedDialog::clipboardOfAnEarlierValueIsIgnored()
{
    Window window;
    window.clipboard.copy(Secret("of another window"_ba));
    window.clipboard.clearNow();
    QVERIFY(window.notice().startsWith(u"Not stored anywhere yet."));
    QVERIFY(!window.button(u"Done"_s)->isEnabled());
    window.dialog->showSaved(u"/tmp/x.token"_s);
    QVERIFY(window.notice().startsWith(u"Saved and checked:"));
    window.button(u"Done"_s)->click();
    QVERIFY(!window.dialog->isVisible());
}

void TestGeneratedDialog::warningIsShown()
{
    Window window;
    window.dialog->setWarning(u"Central set another expiration."_s, u"<b>Revoke</b> it."_s);
    const auto bars = window.dialog->findChildren<QFrame *>(u"message"_s);
    QCOMPARE(
        std::count_if(bars.begin(), bars.end(), [](const QFrame *bar) { return bar->isVisible(); }),
        2);
    const QString all = gui::everythingSaid(window.dialog.get());
    QVERIFY(all.contains(u"&lt;b&gt;Revoke&lt;/b&gt;"));
}

void TestGeneratedDialog::losingFocusMasksTheValue()
{
    Window window;
    window.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.dialog.get()));
    window.button(u"Show token"_s)->click();
    QVERIFY(gui::said(window.dialog.get(), u"tokenValueNote"_s).startsWith(u"hides again in 30"));
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QTRY_VERIFY(window.button(u"Show token"_s));
    window.button(u"Show token"_s)->click();
    window.dialog.reset(); // shown and gone: nothing is left to hide
}

void TestGeneratedDialog::hostileNamesAreMadeVisible()
{
    for (const QString &name :
         {u"<b>x</b>"_s, u"a\u202Eb\nc"_s, QString(10'000, u'n'), QString()}) {
        Window window(name);
        window.button(u"Kubernetes Secret"_s)->click();
        QVERIFY(window.dialog->width() < 800);
        QVERIFY(!gui::everythingSaid(window.dialog.get()).contains(QChar(0x202E)));
        QVERIFY(!window.dialog->grab().isNull());
    }
}

QTEST_MAIN(TestGeneratedDialog)
#include "tst_generateddialog.moc"
