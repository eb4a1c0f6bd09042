// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"
#include "ui/review/exportdialog.h"
#include "ui/revoke/cleanupdialog.h"
#include "ui/revoke/revokedialog.h"

#include <QAction>
#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;
using Action = MainWindow::Action;

/// Revoking what a view or a filter shows, after a preview.
class TestCleaningUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void previewNamesWhatGoesAndWhatStays();
    void onlyWhatGoesIsRevoked();
    void manyTokensNeedTheTypedWord();
    void wholeListIsNotCleanedUp();
    void expiredTokensOfTheWholeListAreTaken();
    void nothingExpiredCannotBeRevoked();
    void previewIsExported();
    void previewGoesWithItsServer();

private:
    void open();
    void search(const QString &text, int rows);
    [[nodiscard]] CleanUpDialog *dialog() const
    {
        return (*m_window)->findChild<CleanUpDialog *>();
    }
    [[nodiscard]] QStringList column(int column) const;
    void showPreview(Action action);

    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<OpenWindow> m_window;
};

void TestCleaningUp::init()
{
    gui::beginTest();
    m_central = std::make_unique<ScriptedCentral>();
    for (const auto &name : {u"ci-1"_s, u"ci-2"_s, u"ci-old"_s, u"other"_s})
        m_central->tokens.append(tokenNamed(name));
    m_central->tokens[2].revoked = true;
    Token own = tokenNamed(u"ci-own"_s);
    own.id = m_central->signedInId;
    m_central->tokens.append(own);
}

void TestCleaningUp::cleanup()
{
    m_window.reset();
    m_central.reset();
}

void TestCleaningUp::open()
{
    m_window = std::make_unique<OpenWindow>(m_central->connection());
    QTRY_COMPARE(m_window->rowCount(), int(m_central->tokens.size()));
    QTRY_COMPARE(m_window->application().context()->session()->signedInTokenId(),
                 m_central->signedInId);
}

void TestCleaningUp::search(const QString &text, int rows)
{
    Q_EMIT(*m_window)->searchChanged(text);
    QTRY_COMPARE(m_window->rowCount(), rows);
}

QStringList TestCleaningUp::column(int column) const
{
    const auto *model = dialog()->findChild<CleanUpModel *>();
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, column).data().toString());
    texts.sort();
    return texts;
}

void TestCleaningUp::showPreview(Action action)
{
    QTRY_VERIFY((*m_window)->action(action)->isEnabled());
    (*m_window)->action(action)->trigger();
    QTRY_VERIFY(dialog());
}

void TestCleaningUp::previewNamesWhatGoesAndWhatStays()
{
    open();
    search(u"ci"_s, 4);
    showPreview(Action::CleanUp);
    QCOMPARE(said(dialog(), u"cleanUpHeading"_s), u"2 of 4 tokens can be revoked."_s);
    QCOMPARE(column(CleanUpModel::Name), (QStringList{u"ci-1"_s, u"ci-2"_s}));
    click(dialog()->findChild<QToolButton *>(u"stayingButton"_s));
    QCOMPARE(column(CleanUpModel::Name), (QStringList{u"ci-old"_s, u"ci-own"_s}));
    QCOMPARE(column(CleanUpModel::Why),
             (QStringList{u"revoked already"_s, u"this program is signed in with it"_s}));
    QVERIFY(said(dialog(), u"cleanUpCounts"_s).contains("1 is revoked already."_L1));
    QCOMPARE(cutOff(dialog()), QString());
}

void TestCleaningUp::onlyWhatGoesIsRevoked()
{
    open();
    search(u"ci"_s, 4);
    showPreview(Action::CleanUp);
    click(dialog()->findChild<QPushButton *>(u"revoke"_s));
    QTRY_VERIFY((*m_window)->findChild<RevokeDialog *>());
    QCOMPARE(m_central->seen("PATCH", "revoke/"), 0); // the question comes first
    press(u"Revoke"_s);
    QTRY_COMPARE(m_central->seen("PATCH", "revoke/"), 2);
    for (const auto &name : {u"ci-1"_s, u"ci-2"_s})
        QCOMPARE(m_central->seen("PATCH", "revoke/" + tokenNamed(name).id.toUtf8()), 1);
}

void TestCleaningUp::manyTokensNeedTheTypedWord()
{
    for (int i = 0; i < 21; ++i)
        m_central->tokens.append(tokenNamed(u"job-%1"_s.arg(i)));
    open();
    search(u"job"_s, 21);
    showPreview(Action::CleanUp);
    click(dialog()->findChild<QPushButton *>(u"revoke"_s));
    auto *word = find<QLineEdit>(u"Confirmation"_s);
    QVERIFY(word);
    const auto *revoke = find<QPushButton>(u"Revoke"_s);
    QVERIFY(!revoke->isEnabled());
    type(word, u"revoke"_s);
    QVERIFY(revoke->isEnabled());
}

void TestCleaningUp::wholeListIsNotCleanedUp()
{
    open();
    const QAction *action = (*m_window)->action(Action::CleanUp);
    QTRY_VERIFY(action->toolTip().contains("Choose a view or a filter first"_L1));
    QVERIFY(!action->isEnabled());
    search(u"ci-1"_s, 1);
    QTRY_VERIFY(action->isEnabled());
}

void TestCleaningUp::expiredTokensOfTheWholeListAreTaken()
{
    Token expired = tokenNamed(u"gone by"_s);
    expired.expiresAt = QDateTime::currentMSecsSinceEpoch() - DayMs;
    m_central->tokens.append(expired);
    open();
    search(u"ci"_s, 4); // the filter hides the expired one
    showPreview(Action::RevokeExpired);
    QCOMPARE(column(CleanUpModel::Name), QStringList{u"gone by"_s});
    QCOMPARE(said(dialog(), u"cleanUpHeading"_s), u"1 token can be revoked."_s);
}

void TestCleaningUp::nothingExpiredCannotBeRevoked()
{
    open();
    showPreview(Action::RevokeExpired);
    QCOMPARE(said(dialog(), u"cleanUpHeading"_s), u"There is no such token."_s);
    QVERIFY(!dialog()->findChild<QPushButton *>(u"revoke"_s)->isEnabled());
    QVERIFY(!dialog()->findChild<QPushButton *>(u"exportCleanUp"_s)->isEnabled());
}

void TestCleaningUp::previewIsExported()
{
    open();
    search(u"ci"_s, 4);
    showPreview(Action::CleanUp);
    const QTemporaryDir folder;
    const auto exported = [&](const QString &rows, const QString &name) {
        click(dialog()->findChild<QPushButton *>(u"exportCleanUp"_s));
        auto *exporting = dialog()->findChild<ExportDialog *>();
        click(exporting->findChild<QAbstractButton *>(rows));
        click(exporting->findChild<QPushButton *>(u"exportRows"_s));
        auto *files = exporting->findChild<QFileDialog *>(u"exportTo"_s);
        Q_EMIT files->fileSelected(folder.filePath(name));
        files->close();
        (void)QTest::qWaitFor([&] { return !dialog()->findChild<ExportDialog *>(); });
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const QString going = exported(u"rowsToRevoke"_s, u"going.csv"_s);
    QVERIFY2(going.contains("ci-1"_L1) && !going.contains("ci-own"_L1), qPrintable(going));
    const QString staying = exported(u"rowsStaying"_s, u"staying.csv"_s);
    QVERIFY2(staying.contains("ci-own"_L1) && !staying.contains("ci-1"_L1), qPrintable(staying));
}

void TestCleaningUp::previewGoesWithItsServer()
{
    open();
    search(u"ci"_s, 4);
    showPreview(Action::CleanUp);
    m_window->application().context()->session()->retire();
    QTRY_VERIFY(!dialog());
}

QTEST_MAIN(TestCleaningUp)
#include "tst_cleaningup.moc"
