// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/credentialvault.h"
#include "tests/app/connectingtest.h"
#include "ui/servers/serverlist.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged.append(message);
}

} // namespace

/// A token that is pasted into the window is only accepted by the token field.
class TestPastedTokens : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void tokenIsPastedWhenSigningInAgain();
    void refusedTokenIsReplacedInForm();
    void otherFieldsRefuseTokens_data();
    void otherFieldsRefuseTokens();

private:
    void paste(QLineEdit *field);
    /// The visible places that contain the signature of Central's token.
    [[nodiscard]] QStringList places() const;
    [[nodiscard]] QByteArray signature() const
    {
        const QByteArray token = m_central->apiToken();
        return token.mid(token.lastIndexOf('.') + 1);
    }
};

void TestPastedTokens::paste(QLineEdit *field)
{
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QApplication::clipboard()->setText(QString::fromUtf8(m_central->apiToken()));
    QTest::keySequence(field, QKeySequence::Paste);
}

QStringList TestPastedTokens::places() const
{
    const QString mark = QString::fromLatin1(signature().left(40));
    QStringList found = filesHolding(mark.toLatin1());
    const auto widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        QStringList texts{widget->windowTitle(), widget->toolTip(), widget->accessibleName(),
                          widget->accessibleDescription()};
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts.append(label->text());
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            texts.append(edit->text());
        if (texts.join(u'\n').contains(mark))
            found.append(widget->objectName());
    }
    if (logged.join(u'\n').contains(mark))
        found.append(u"the log"_s);
    return found;
}

void TestPastedTokens::tokenIsPastedWhenSigningInAgain()
{
    beSignedInAtLab();
    const ServerProfile lab = current();
    bool isKept = false;
    m_program->servers()->parts()->vault->keep(
        lab, CredentialVault::Place::Keychain, Secret("eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl"),
        this, [&](const KeychainResult<void> &kept) { isKept = kept.has_value(); });
    QTRY_VERIFY(isKept);
    quit();
    startProgram();
    press(u"Sign in again…"_s);
    auto *field = find<QLineEdit>(u"API token"_s);
    QVERIFY(field);
    QCOMPARE(field->window()->windowTitle(), u"Sign in to lab"_s);
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QApplication::clipboard()->setText(QString::fromUtf8(m_central->apiToken()));
    QTest::keySequence(field, QKeySequence::Paste);
    QTest::keyClick(field, Qt::Key_Return);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QCOMPARE(current().name, u"lab"_s);
    QCOMPARE(keptNow(), m_central->apiToken());
    QTRY_COMPARE(keptKeys().size(), 1); // the refused credential was deleted
    QCOMPARE(places(), QStringList());
}

void TestPastedTokens::refusedTokenIsReplacedInForm()
{
    beSignedInAtLab();
    bool isKept = false;
    m_program->servers()->parts()->vault->keep(
        current(), CredentialVault::Place::Keychain,
        Secret("eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl"), this,
        [&](const KeychainResult<void> &kept) { isKept = kept.has_value(); });
    QTRY_VERIFY(isKept);
    quit();
    startProgram();
    QVERIFY(find<QPushButton>(u"Sign in again…"_s));
    // Editing from the menu while the credential is refused.
    Q_EMIT window()->serverList()->editRequested(ServerId(current().id));
    auto *field = find<QLineEdit>(u"API token"_s);
    QVERIFY(field);
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QVERIFY2(!field->accessibleDescription().contains("leave empty"_L1),
             qPrintable(field->accessibleDescription()));
    QTest::keyClicks(field, u"eyJhbGciOiJSUzI1NiJ9.e30.c2ln"_s);
    press(u"Save"_s);
    QTRY_VERIFY2(field->accessibleDescription().contains("refused it"_L1),
                 qPrintable(field->accessibleDescription()));
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QCOMPARE(field->selectionLength(), int(field->text().size()));
    QVERIFY(find<QPushButton>(u"Save"_s)->isDefault());
}

void TestPastedTokens::otherFieldsRefuseTokens_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field :
         {"Name", "Endpoint", "User name", "CA certificate file", "Search tokens", "Token name"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void TestPastedTokens::otherFieldsRefuseTokens()
{
    QFETCH(QString, field);
    logged.clear();
    const auto before = qInstallMessageHandler(keepLog);
    beSignedInAtLab();
    const ServerProfile lab = current();
    const int rows = rowCount();
    if (field == "Token name"_L1)
        window()->action(MainWindow::Action::Generate)->trigger();
    else if (field != "Search tokens"_L1)
        Q_EMIT window()->serverList()->editRequested(ServerId(lab.id));
    if (field == "User name"_L1)
        press(u"Password"_s);
    auto *edit = find<QLineEdit>(field);
    paste(edit);
    QVERIFY(edit && !edit->text().contains("eyJ"_L1));
    if (field == "Search tokens"_L1) {
        QTRY_VERIFY2(window()->messageBar()->message().lead.startsWith("This is a token."_L1),
                     qPrintable(window()->messageBar()->message().lead));
        QCOMPARE(rowCount(), rows);
    } else {
        QTRY_VERIFY2(edit->accessibleDescription().startsWith("This is a token"_L1),
                     qPrintable(edit->accessibleDescription()));
    }
    QCOMPARE(places(), QStringList());
    for (int step = 0; step < 3; ++step) {
        edit->undo();
        QVERIFY(!edit->text().contains("eyJ"_L1));
    }
    if (auto *cancel = find<QPushButton>(u"Cancel"_s, 100))
        click(cancel);
    QApplication::clipboard()->clear();
    quit();
    QCOMPARE(filesHolding(signature().left(40)), QStringList());
    qInstallMessageHandler(before);
    QVERIFY(!logged.join(u'\n').contains(QString::fromLatin1(signature().left(40))));
}

QTEST_MAIN(TestPastedTokens)
#include "tst_pastedtokens.moc"
