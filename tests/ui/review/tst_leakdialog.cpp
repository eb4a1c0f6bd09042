// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/review/leaksamples.h"
#include "ui/review/leakdialog.h"
#include "ui/review/leaklistmodel.h"
#include "ui/review/leaksource.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace rox;
using namespace rox::gui;
using namespace Qt::StringLiterals;

namespace {

/// The dialog over the sample servers.
struct Opened
{
    Opened()
        : dialog([this] { return samples.servers(); }, &samples.clock, nullptr)
        , revoke(&dialog, &LeakDialog::revokeRequested)
    {
        dialog.show();
        isActive = QTest::qWaitForWindowActive(&dialog);
    }
    [[nodiscard]] QTableView *table() const { return part<QTableView>(&dialog, u"Tokens found"_s); }
    [[nodiscard]] LeakListModel *model() const
    {
        return static_cast<LeakListModel *>(table()->model());
    }
    [[nodiscard]] QString status() const { return said(&dialog, u"leakStatus"_s); }
    [[nodiscard]] QPushButton *push(const QString &name) const
    {
        return part<QPushButton>(&dialog, name);
    }
    void paste(const QByteArray &text)
    {
        QApplication::clipboard()->setText(QString::fromUtf8(text));
        QTest::keySequence(&dialog, QKeySequence::Paste);
    }
    void pasteLog()
    {
        paste(samples.log());
        QTRY_COMPARE(model()->rowCount(), 7);
    }
    void drop(const QMimeData &data)
    {
        QDragEnterEvent enter(QPoint(30, 30), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(&dialog, &enter);
        wasTaken = enter.isAccepted();
        QDropEvent event(QPointF(30, 30), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&dialog, &event);
    }

    samples::LeakSamples samples;
    LeakDialog dialog;
    QSignalSpy revoke;
    bool isActive = false;
    bool wasTaken = false;
};

QStringList idsOf(const QList<LeakedToken> &tokens)
{
    QStringList ids;
    for (const LeakedToken &one : tokens)
        ids.append(one.token.id.left(8));
    return ids;
}

} // namespace

class TestLeakDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginTest(); }
    void pasteKeyWorksAnywhere();
    void pasteHasTheFocusAndReturnPressesIt();
    void noButtonIsTheDefault();
    void droppedTextIsLookedThrough();
    void droppedFileIsRead();
    void whatIsNoTextIsSaid();
    void nothingFoundIsSaid();
    void whatCanBeRevokedIsChecked();
    void spaceUnchecksARow();
    void headerChecksAllRows();
    void uncheckedRowStaysSoWhenListsChange();
    void revokedRowLosesItsBox();
    void signInIsAskedForByItsServer();
    void onlyListedWholeTokensAreChecked();
    void valueIsInNoWidget();
    void tokensTakeTheRoomOfTheAreaInALowWindow();
    void clearForgetsTheValues();
    void nextTextForgetsTheValues();
    void nothingIsCutOffAtTwiceTheFont();
};

void TestLeakDialog::pasteKeyWorksAnywhere()
{
    Opened opened;
    QVERIFY(opened.isActive);
    opened.push(u"Close"_s)->setFocus();
    opened.pasteLog();
    QVERIFY2(opened.status().startsWith("7 found in 9 lines"_L1), qPrintable(opened.status()));
    QVERIFY2(opened.status().contains("Compared with 4 servers, staging as of "_L1),
             qPrintable(opened.status()));
    QCOMPARE(opened.model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"gitlab-runner-07, 7c1e09ab, line 2, twice"_s);
    QVERIFY(opened.table()->hasFocus());
}

void TestLeakDialog::pasteHasTheFocusAndReturnPressesIt()
{
    Opened opened;
    QTRY_VERIFY(opened.push(u"Paste"_s)->hasFocus());
    QApplication::clipboard()->setText(u"no token"_s);
    QTest::keyClick(opened.push(u"Paste"_s), Qt::Key_Return);
    QTRY_VERIFY(opened.status().startsWith("No token found in 1 line"_L1));
}

void TestLeakDialog::noButtonIsTheDefault()
{
    Opened opened;
    opened.pasteLog();
    QVERIFY(opened.push(u"Revoke"_s)->isEnabled());
    QTest::keyClick(opened.table(), Qt::Key_Return);
    QTest::keyClick(&opened.dialog, Qt::Key_Enter);
    QCOMPARE(opened.revoke.count(), 0);
    QVERIFY(opened.dialog.isVisible());
    QCOMPARE(opened.model()->rowCount(), 7);
}

void TestLeakDialog::droppedTextIsLookedThrough()
{
    Opened opened;
    QMimeData data;
    data.setText(QString::fromUtf8(opened.samples.log()));
    opened.drop(data);
    QVERIFY(opened.wasTaken);
    QTRY_COMPARE(opened.model()->rowCount(), 7);
    // Only HTML, with a link to a page that has no local file.
    QMimeData page;
    page.setHtml(u"<code>%1</code>"_s.arg(QString::fromLatin1(sampleJwt(u"x"_s, u"y"_s))));
    page.setUrls({QUrl(u"https://example.com/"_s)});
    opened.drop(page);
    QTRY_COMPARE(opened.model()->rowCount(), 1);
}

void TestLeakDialog::droppedFileIsRead()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"build-4471.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Opened opened;
    file.write(opened.samples.log());
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    opened.drop(data);
    QTRY_COMPARE(opened.model()->rowCount(), 7);
    QVERIFY2(opened.status().startsWith("7 found in build-4471.log, 9 lines"_L1),
             qPrintable(opened.status()));
}

void TestLeakDialog::whatIsNoTextIsSaid()
{
    Opened opened;
    QMimeData picture;
    picture.setImageData(QImage(2, 2, QImage::Format_RGB32));
    opened.drop(picture);
    QCOMPARE(opened.status(), u"A picture cannot be read. Paste the text."_s);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(u"/a"_s), QUrl::fromLocalFile(u"/b"_s)});
    opened.drop(files);
    QCOMPARE(opened.status(), u"One file at a time, please."_s);
    opened.dialog.scanFile(u"/nowhere/log"_s);
    QTRY_VERIFY2(opened.status().startsWith("log cannot be read: "_L1),
                 qPrintable(opened.status()));
    QApplication::clipboard()->clear();
    QTest::keySequence(&opened.dialog, QKeySequence::Paste);
    QCOMPARE(opened.status(), u"There is no text to look through."_s);
}

void TestLeakDialog::nothingFoundIsSaid()
{
    Opened opened;
    opened.paste("one\ntwo\nthree");
    QTRY_VERIFY(opened.status().startsWith("No token found in 3 lines."_L1));
    QVERIFY(!opened.table()->isVisible());
    QVERIFY(!opened.push(u"Revoke"_s)->isEnabled());
}

void TestLeakDialog::whatCanBeRevokedIsChecked()
{
    Opened opened;
    opened.pasteLog();
    QCOMPARE(idsOf(opened.model()->checked()), (QStringList{u"7c1e09ab"_s, u"f5a83e02"_s}));
    QCOMPARE(opened.push(u"Revoke"_s)->text(), u"Revoke 2 tokens…"_s);
    opened.push(u"Revoke"_s)->click();
    QCOMPARE(opened.revoke.count(), 1);
    const auto asked = opened.revoke.first().first().value<QList<LeakedToken>>();
    QCOMPARE(idsOf(asked), (QStringList{u"7c1e09ab"_s, u"f5a83e02"_s}));
    QCOMPARE(asked.last().server.key, u"prod-us"_s);
}

void TestLeakDialog::spaceUnchecksARow()
{
    Opened opened;
    opened.pasteLog();
    opened.table()->setCurrentIndex(opened.model()->index(0, LeakListModel::Server));
    QTest::keyClick(opened.table(), Qt::Key_Space);
    QCOMPARE(idsOf(opened.model()->checked()), QStringList{u"f5a83e02"_s});
    QCOMPARE(opened.push(u"Revoke"_s)->text(), u"Revoke 1 token…"_s);
    // A row without a box.
    opened.table()->setCurrentIndex(opened.model()->index(4, 0));
    QTest::keyClick(opened.table(), Qt::Key_Space);
    QCOMPARE(opened.model()->checked().size(), 1);
    // The mouse, on the box.
    const QRect row = opened.table()->visualRect(opened.model()->index(0, 0));
    QTest::mouseClick(opened.table()->viewport(), Qt::LeftButton, {},
                      QPoint(row.left() + 24, row.center().y()));
    QCOMPARE(opened.model()->checked().size(), 2);
}

void TestLeakDialog::headerChecksAllRows()
{
    Opened opened;
    opened.pasteLog();
    QWidget *header = opened.table()->horizontalHeader()->viewport();
    const QPoint box(24, header->height() / 2);
    QTest::mouseClick(header, Qt::LeftButton, {}, box);
    QCOMPARE(opened.model()->checkState(), Qt::Unchecked);
    QTest::mouseClick(header, Qt::LeftButton, {}, box);
    QCOMPARE(opened.model()->checked().size(), 2);
    QTest::keySequence(opened.table(), QKeySequence::SelectAll);
    QCOMPARE(opened.model()->checked().size(), 0);
}

void TestLeakDialog::uncheckedRowStaysSoWhenListsChange()
{
    Opened opened;
    opened.pasteLog();
    opened.model()->toggle(1);
    opened.samples.server(2).revoking = LeakServer::Revoking::Possible; // signed in
    opened.dialog.lookUpAgain();
    QCOMPARE(idsOf(opened.model()->checked()), (QStringList{u"7c1e09ab"_s, u"e2f1084b"_s}));
}

void TestLeakDialog::revokedRowLosesItsBox()
{
    Opened opened;
    opened.pasteLog();
    const QString id = opened.model()->at(0).token.id;
    opened.samples.known(0).addRevoked({id}, opened.samples.now());
    opened.dialog.lookUpAgain();
    QCOMPARE(idsOf(opened.model()->checked()), QStringList{u"f5a83e02"_s});
    const QModelIndex row = opened.model()->index(0, LeakListModel::Token);
    QVERIFY(!row.data(Qt::CheckStateRole).isValid());
    QVERIFY(!row.flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(opened.model()
                ->index(0, LeakListModel::Remark)
                .data()
                .toString()
                .startsWith("revoked "_L1));
}

void TestLeakDialog::signInIsAskedForByItsServer()
{
    Opened opened;
    opened.pasteLog();
    QSignalSpy signIn(&opened.dialog, &LeakDialog::signInRequested);
    const QModelIndex link = opened.model()->index(2, LeakListModel::Remark);
    QCOMPARE(link.data().toString(), u"Sign in…"_s);
    QTest::mouseClick(opened.table()->viewport(), Qt::LeftButton, {},
                      opened.table()->visualRect(link).center());
    opened.table()->setCurrentIndex(link);
    QTest::keyClick(opened.table(), Qt::Key_Return);
    QCOMPARE(signIn.count(), 2);
    QCOMPARE(signIn.last().first().toString(), u"staging"_s);
}

void TestLeakDialog::onlyListedWholeTokensAreChecked()
{
    Opened opened;
    QSignalSpy check(&opened.dialog, &LeakDialog::checkRequested);
    const QByteArray cut =
        sampleJwt(samples::LeakSamples::id(u"7c1e09ab"_s), u"claimed"_s).chopped(100);
    opened.paste(cut);
    QTRY_COMPARE(opened.model()->rowCount(), 1);
    QVERIFY(opened.model()->at(0).canBeRevoked());
    QVERIFY(!opened.push(u"Check at Central"_s)->isEnabled());
    opened.pasteLog();
    opened.push(u"Check at Central"_s)->click();
    QCOMPARE(idsOf(check.last().first().value<QList<LeakedToken>>()),
             (QStringList{u"7c1e09ab"_s, u"f5a83e02"_s}));
    opened.model()->checkAll(false);
    opened.push(u"Check at Central"_s)->click();
    QCOMPARE(idsOf(check.last().first().value<QList<LeakedToken>>()),
             (QStringList{u"7c1e09ab"_s, u"f5a83e02"_s, u"e2f1084b"_s, u"a417c0d5"_s}));
}

void TestLeakDialog::valueIsInNoWidget()
{
    Opened opened;
    opened.pasteLog();
    const QString id = opened.model()->at(0).token.id;
    const QByteArray value = opened.dialog.valueOf(id).view().toByteArray();
    QCOMPARE(value, sampleJwt(id, u"claimed"_s));
    QString all = everythingSaid(&opened.dialog) + opened.dialog.windowTitle();
    for (int row = 0; row < opened.model()->rowCount(); ++row) {
        for (int column = 0; column < LeakListModel::ColumnCount; ++column) {
            const QMap<int, QVariant> cell =
                opened.model()->itemData(opened.model()->index(row, column));
            for (const QVariant &each : cell)
                all += each.toString() + u'\n';
        }
    }
    QVERIFY(all.contains("gitlab-runner-07"_L1));
    for (const QByteArray &part : value.split('.'))
        QVERIFY(!all.contains(QString::fromLatin1(part.left(24))));
}

void TestLeakDialog::tokensTakeTheRoomOfTheAreaInALowWindow()
{
    Opened opened;
    opened.pasteLog();
    auto *paste = opened.push(u"Paste"_s);
    QVERIFY(paste->isVisible());
    opened.dialog.resize(683, 347);
    QTRY_VERIFY(!paste->isVisible());
    const int rowHeight = opened.table()->rowHeight(0);
    QVERIFY2(opened.table()->viewport()->height() > rowHeight * 3 / 2,
             QByteArray::number(opened.table()->viewport()->height()));
    opened.table()->setFocus();
    click(part<QAbstractButton>(&opened.dialog, u"Clear"_s));
    QVERIFY(paste->isVisible());
    QTRY_VERIFY(paste->hasFocus());
}

void TestLeakDialog::clearForgetsTheValues()
{
    Opened opened;
    opened.pasteLog();
    const QString id = opened.model()->at(0).token.id;
    QVERIFY(!opened.dialog.valueOf(id).isEmpty());
    QSignalSpy cleared(&opened.dialog, &LeakDialog::cleared);
    button(&opened.dialog, u"Clear"_s)->click();
    QCOMPARE(cleared.count(), 1);
    QVERIFY(opened.dialog.valueOf(id).isEmpty());
    QCOMPARE(opened.model()->rowCount(), 0);
    QVERIFY(!opened.push(u"Check at Central"_s)->isEnabled());
    opened.dialog.lookUpAgain();
    QCOMPARE(opened.model()->rowCount(), 0);
}

void TestLeakDialog::nextTextForgetsTheValues()
{
    Opened opened;
    opened.pasteLog();
    const QString id = opened.model()->at(0).token.id;
    opened.paste("no token");
    QVERIFY(opened.dialog.valueOf(id).isEmpty());
    QVERIFY(opened.push(u"Paste"_s)->hasFocus()); // the table had it, and is hidden
    QTRY_VERIFY(opened.status().startsWith("No token found"_L1));
}

void TestLeakDialog::nothingIsCutOffAtTwiceTheFont()
{
    const DoubledFont doubled;
    Opened opened;
    opened.pasteLog();
    QCOMPARE(cutOff(&opened.dialog), QString());
}

QTEST_MAIN(TestLeakDialog)
#include "tst_leakdialog.moc"
