// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/tokenguard.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

const QString Jwt = u"eyJhbGciOiJSUzI1NiIsImtpZCI6Imp3dGswIiwidHlwIjoiSldUIn0."
                    "eyJpc3MiOiJodHRwczovL3N0YWNrcm94LmlvL2p3dCIsImp0aSI6IjEifQ.c2lnbmF0dXJl"_s;

struct Edit : QLineEdit
{
    using QLineEdit::dropEvent;
};

struct Field
{
    explicit Field(qsizetype most = 0)
        : guard(new TokenGuard(&edit, most))
        , refused(guard, &TokenGuard::refused)
        , changed(&edit, &QLineEdit::textChanged)
    {
        edit.resize(300, edit.sizeHint().height());
        edit.show();
        edit.setFocus();
        active = QTest::qWaitForWindowActive(&edit);
    }
    void paste(const QString &text)
    {
        QApplication::clipboard()->setText(text);
        QTest::keySequence(&edit, QKeySequence::Paste);
    }
    /// No signal has carried any of it.
    [[nodiscard]] bool wasTold() const
    {
        return std::any_of(changed.cbegin(), changed.cend(), [](const QVariantList &arguments) {
            return arguments.constFirst().toString().contains("eyJ"_L1);
        });
    }

    Edit edit;
    TokenGuard *guard;
    QSignalSpy refused;
    QSignalSpy changed;
    bool active = false;
};

using Way = std::function<void(Field &, const QString &)>;

} // namespace

Q_DECLARE_METATYPE(Way)

class TestTokenGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenIsRefused_data();
    void tokenIsRefused();
    void refusedTokenKeepsTheSelection();
    void refusedTokenIsNotInTheUndoHistory();
    void beginningOfATokenIsRefused();
    void typedTokenIsRefused();
    void tokenFromSetTextIsRemoved();
    void maximumLengthIsKept();
};

void TestTokenGuard::tokenIsRefused_data()
{
    QTest::addColumn<Way>("way");
    QTest::newRow("key") << Way([](Field &field, const QString &text) { field.paste(text); });
    QTest::newRow("menu") << Way([](Field &field, const QString &text) {
        QApplication::clipboard()->setText(text);
        field.edit.paste();
    });
    QTest::newRow("drop") << Way([](Field &field, const QString &text) {
        QMimeData data;
        data.setText(text);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        field.edit.dropEvent(&drop);
    });
    QTest::newRow("input method") << Way([](Field &field, const QString &text) {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(&field.edit, &event);
    });
    QTest::newRow("insert") << Way(
        [](Field &field, const QString &text) { field.edit.insert(text); });
    QTest::newRow("screen reader") << Way([](Field &field, const QString &text) {
        QAccessible::queryAccessibleInterface(&field.edit)->setText(QAccessible::Value, text);
    });
    if (QApplication::clipboard()->supportsSelection())
        QTest::newRow("middle button") << Way([](Field &field, const QString &text) {
            QApplication::clipboard()->setText(text, QClipboard::Selection);
            QTest::mouseClick(&field.edit, Qt::MiddleButton);
        });
}

void TestTokenGuard::tokenIsRefused()
{
    QFETCH(Way, way);
    for (const QString &text : {Jwt, QString(u"Bearer " + Jwt), QString(u'"' + Jwt + u"\"\n"),
                                QString(Jwt.left(50) + u'\n' + Jwt.mid(50))}) {
        Field field(200);
        QVERIFY(field.active);
        field.edit.setText(u"staging"_s);
        way(field, text);
        QCOMPARE(field.edit.text(), u"staging"_s);
        QTRY_VERIFY(field.refused.count() > 0);
        QVERIFY(!field.wasTold());
        way(field, u"-2"_s); // what is no token still comes in
        QTRY_VERIFY(field.edit.text().contains(u"-2"_s));
    }
}

void TestTokenGuard::refusedTokenKeepsTheSelection()
{
    Field field;
    QTest::keyClicks(&field.edit, u"staging"_s);
    field.edit.selectAll();
    field.paste(Jwt);
    QCOMPARE(field.edit.text(), u"staging"_s);
    QTRY_COMPARE(field.refused.count(), 1);
    QVERIFY(!field.wasTold());
}

void TestTokenGuard::refusedTokenIsNotInTheUndoHistory()
{
    Field field;
    QTest::keyClicks(&field.edit, u"a"_s);
    field.paste(u"b"_s);
    field.paste(Jwt);
    QCOMPARE(field.edit.text(), u"ab"_s);
    QStringList seen;
    for (int step = 0; step < 4; ++step) {
        field.edit.redo();
        seen.append(field.edit.text());
    }
    for (int step = 0; step < 4; ++step) {
        field.edit.undo();
        seen.append(field.edit.text());
    }
    for (int step = 0; step < 4; ++step) {
        field.edit.redo();
        seen.append(field.edit.text());
    }
    for (const QString &text : std::as_const(seen))
        QVERIFY2(QString(u"ab"_s).startsWith(text), qPrintable(text));
    QCOMPARE(field.edit.text(), u"ab"_s); // its own steps are all there
    QVERIFY(!field.wasTold());
}

/// A limit of characters cuts it to what looks like none.
void TestTokenGuard::beginningOfATokenIsRefused()
{
    Field field(20);
    field.paste(Jwt);
    QCOMPARE(field.edit.text(), QString());
    QTRY_COMPARE(field.refused.count(), 1);
}

void TestTokenGuard::typedTokenIsRefused()
{
    Field field;
    QTest::keyClicks(&field.edit, Jwt);
    QVERIFY(!field.edit.text().contains(Jwt));
    QVERIFY(field.edit.text().count(u'.') <= 2);
    QTRY_VERIFY(field.refused.count() > 0);
}

void TestTokenGuard::tokenFromSetTextIsRemoved()
{
    Field field;
    field.edit.setText(u"staging"_s);
    field.edit.setText(Jwt);
    QCOMPARE(field.edit.text(), u"staging"_s);
}

void TestTokenGuard::maximumLengthIsKept()
{
    Field field(5);
    field.edit.setText(u"123456789"_s);
    QCOMPARE(field.edit.text(), u"12345"_s);
    field.edit.setCursorPosition(2);
    QTest::keyClicks(&field.edit, u"x"_s);
    QCOMPARE(field.edit.text(), u"12345"_s); // full: nothing falls out at its end
    field.edit.setText(u"124"_s);
    field.edit.setCursorPosition(2);
    field.paste(u"abcdef"_s);
    QCOMPARE(field.edit.text(), u"12ab4"_s);
    QCOMPARE(field.edit.cursorPosition(), 4);
}

QTEST_MAIN(TestTokenGuard)
#include "tst_tokenguard.moc"
