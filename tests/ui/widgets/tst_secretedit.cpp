// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/secretedit.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestSecretEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }
    void pastedWhiteSpaceIsRemoved_data();
    void pastedWhiteSpaceIsRemoved();
    void cursorKeepsItsPlace();
    void undoDoesNotRestoreTheSecret();
    void wipeEmptiesTheField();
    void secretIsNotCopied();
    void shownSecretIsMaskedAfterAWhile();
    void inputMethodsAreToldItIsSensitive();
    void eyeButtonIsNamedByItsNextClick();
};

void TestSecretEdit::pastedWhiteSpaceIsRemoved_data()
{
    QTest::addColumn<bool>("token");
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("ends") << true << u"  eyJ.a.b\n"_s << "eyJ.a.b"_ba;
    QTest::newRow("wrapped by a terminal") << true << u"eyJ\r\n.a\n .b"_s << "eyJ.a.b"_ba;
    QTest::newRow("no-break space") << true << u"eyJ\u00a0.a"_s << "eyJ.a"_ba;
    QTest::newRow("a password keeps it") << false << u" pass word "_s << " pass word "_ba;
    QTest::newRow("a password loses line ends") << false << u"\r\ns3cret\n"_s << "s3cret"_ba;
    QTest::newRow("a password keeps one inside") << false << u"s3\ncret"_s << "s3\ncret"_ba;
    const QString jwt = u"eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0."_s + QString(342, u'x');
    const QByteArray bare = jwt.toLatin1();
    QTest::newRow("Bearer") << true << u"Bearer "_s + jwt << bare;
    QTest::newRow("quotes") << true << u"“"_s + jwt + u"”" << bare;
    QTest::newRow("variable") << true << u"export ROX_API_TOKEN="_s + jwt + u"\n" << bare;
    QTest::newRow("JSON") << true << u"{\"token\": \""_s + jwt + u"\"}\n" << bare;
    QTest::newRow("invisible") << true << jwt + u"\u200b" << bare;
    QTest::newRow("any script") << false << u"pässwörd-密码"_s
                                << "p\xc3\xa4ssw\xc3\xb6rd-\xe5\xaf\x86\xe7\xa0\x81"_ba;
}

void TestSecretEdit::pastedWhiteSpaceIsRemoved()
{
    QFETCH(bool, token);
    QFETCH(QString, pasted);
    QFETCH(QByteArray, secret);
    SecretEdit edit(token ? SecretEdit::Content::Token : SecretEdit::Content::Password);
    QSignalSpy changed(&edit, &SecretEdit::secretChanged);
    QGuiApplication::clipboard()->setText(pasted);
    edit.paste();
    QCOMPARE(edit.secret().view().toByteArray(), secret);
    QCOMPARE(changed.count(), 1);
}

void TestSecretEdit::cursorKeepsItsPlace()
{
    SecretEdit edit(SecretEdit::Content::Token);
    QTest::keyClicks(&edit, u"acd"_s);
    QTest::keyClick(&edit, Qt::Key_Left);
    QTest::keyClick(&edit, Qt::Key_Left);
    QTest::keyClicks(&edit, u"b "_s);
    QTest::keyClicks(&edit, u"x"_s);
    QCOMPARE(edit.secret().view().toByteArray(), "abxcd"_ba);
}

void TestSecretEdit::undoDoesNotRestoreTheSecret()
{
    SecretEdit edit(SecretEdit::Content::Password);
    QTest::keyClicks(&edit, u"secret"_s);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QVERIFY(!edit.isUndoAvailable());
    QTest::keySequence(&edit, QKeySequence::Undo);
    QTest::keySequence(&edit, QKeySequence::Redo);
    QCOMPARE(edit.secret().view().toByteArray(), "secre"_ba);
    edit.wipe();
    QTest::keySequence(&edit, QKeySequence::Undo);
    QVERIFY(edit.secret().isEmpty());
}

void TestSecretEdit::wipeEmptiesTheField()
{
    SecretEdit edit(SecretEdit::Content::Password);
    QTest::keyClicks(&edit, u"secret"_s);
    QSignalSpy changed(&edit, &SecretEdit::secretChanged);
    edit.wipe();
    QVERIFY(edit.text().isEmpty() && edit.secret().isEmpty());
    QCOMPARE(changed.count(), 1);
    edit.wipe();
    QCOMPARE(changed.count(), 1);
}

void TestSecretEdit::secretIsNotCopied()
{
    SecretEdit edit(SecretEdit::Content::Token);
    edit.show();
    QTest::keyClicks(&edit, u"secret"_s);
    for (const bool revealed : {false, true}) {
        edit.setRevealed(revealed);
        edit.selectAll();
        QCOMPARE(edit.hasSelectedText(), !revealed);
        QTest::keySequence(&edit, QKeySequence::Copy);
        QTest::keySequence(&edit, QKeySequence::Cut);
        edit.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
        QCOMPARE(edit.secret().view().toByteArray(), "secret"_ba);
        QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, {1, 1}, edit.mapToGlobal(QPoint()));
        QCoreApplication::sendEvent(&edit, &menuKey);
        auto *menu = edit.findChild<QMenu *>(u"secretMenu"_s);
        QVERIFY(menu);
        QStringList offered;
        for (const QAction *action : menu->actions())
            offered.append(action->text());
        QCOMPARE(offered, (QStringList{u"Paste"_s, u"Clear"_s}));
        delete menu;
    }
    QVERIFY(!edit.dragEnabled());
}

void TestSecretEdit::shownSecretIsMaskedAfterAWhile()
{
    SecretEdit edit(SecretEdit::Content::Token);
    edit.show();
    QTest::keyClicks(&edit, u"secret"_s);
    QCOMPARE(edit.echoMode(), QLineEdit::Password);
    QVERIFY(!edit.displayText().contains(u'e'));
    edit.setRevealed(true);
    QCOMPARE(edit.displayText(), u"secret"_s);
    QEvent deactivated(QEvent::WindowDeactivate);
    QCoreApplication::sendEvent(&edit, &deactivated);
    QVERIFY(!edit.isRevealed());
    edit.setRevealed(true);
    edit.hide();
    QVERIFY(!edit.isRevealed());
    edit.show();
    edit.setRevealMs(1);
    edit.setRevealed(true);
    QTRY_VERIFY(!edit.isRevealed());
}

void TestSecretEdit::inputMethodsAreToldItIsSensitive()
{
    const SecretEdit edit(SecretEdit::Content::Password);
    const auto hints =
        edit.inputMethodQuery(Qt::ImHints).value<int>() | int(edit.inputMethodHints());
    for (const auto hint : {Qt::ImhHiddenText, Qt::ImhSensitiveData, Qt::ImhNoPredictiveText})
        QVERIFY((hints & int(hint)) != 0);
}

void TestSecretEdit::eyeButtonIsNamedByItsNextClick()
{
    SecretEdit edit(SecretEdit::Content::Token);
    const std::unique_ptr<QPushButton> eye(
        makeEyeButton(&edit, u"Show token"_s, u"Hide token"_s, nullptr));
    QCOMPARE(eye->accessibleName(), u"Show token"_s);
    eye->click();
    QVERIFY(edit.isRevealed());
    QCOMPARE(eye->accessibleName(), u"Hide token"_s);
    eye->click();
    QVERIFY(!edit.isRevealed());
}

QTEST_MAIN(TestSecretEdit)
#include "tst_secretedit.moc"
