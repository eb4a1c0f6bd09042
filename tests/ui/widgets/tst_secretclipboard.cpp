// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "ui/widgets/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using State = SecretClipboard::State;

namespace {

/// A fake desktop clipboard that can refuse changes.
struct Desktop
{
    QByteArray text;
    bool ourTurn = true;
    bool keeps = false; ///< refuses changes
    int puts = 0;
};

class RefusingBoard final : public ClipboardBoard
{
public:
    explicit RefusingBoard(Desktop *desktop)
        : m_desktop(desktop)
    {}
    void put(std::unique_ptr<QMimeData> content) override
    {
        ++m_desktop->puts;
        if (!m_desktop->keeps)
            m_desktop->text = content->text().toUtf8();
    }
    [[nodiscard]] QByteArray text() const override { return m_desktop->text; }
    [[nodiscard]] bool isOurTurn() const override { return m_desktop->ourTurn; }

private:
    Desktop *m_desktop;
};

std::unique_ptr<SecretClipboard> on(Desktop *desktop)
{
    auto clipboard = std::make_unique<SecretClipboard>(std::make_unique<RefusingBoard>(desktop));
    clipboard->setTickMs(1);
    return clipboard;
}

void windowGetsFocus()
{
    Q_EMIT qApp->applicationStateChanged(Qt::ApplicationActive);
}

} // namespace

class TestSecretClipboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void copyHasTheHistoryMarks();
    void countsDownAndClears();
    void anotherProgramsTextIsKept();
    void textClearedByTheUserIsLeftAlone();
    void primarySelectionIsNotTouched();
    void refusedClearIsRepeatedAtFocus();
    void clearedOnlyAfterReadingBack();
    void restoredTextIsClearedAgain();
    void secondCopyRestartsTheTime();
    void quitClearsAtOnce();
    void destructorClearsAtOnce();
    void clearNow();
};

void TestSecretClipboard::copyHasTheHistoryMarks()
{
    SecretClipboard clipboard;
    clipboard.copy(Secret("s3cret"));
    const QMimeData *content = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(content->text(), u"s3cret"_s);
    QCOMPARE(content->data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
    QVERIFY(content->hasFormat(
        u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s));
    for (const QString &format :
         {u"CanIncludeInClipboardHistory"_s, u"CanUploadToCloudClipboard"_s})
        QCOMPARE(content->data(u"application/x-qt-windows-mime;value=\"%1\""_s.arg(format)),
                 QByteArray(4, '\0'));
    QCOMPARE(clipboard.state(), State::Counting);
    QCOMPARE(clipboard.secondsLeft(), 30);
}

void TestSecretClipboard::countsDownAndClears()
{
    SecretClipboard clipboard;
    clipboard.setTickMs(1);
    QList<int> seen;
    connect(&clipboard, &SecretClipboard::stateChanged, this,
            [&] { seen.append(clipboard.secondsLeft()); });
    clipboard.copy(Secret("s3cret"));
    QTRY_COMPARE(clipboard.state(), State::Cleared);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QCOMPARE(seen.size(), 31); // 30 to 1, then "cleared"
    QCOMPARE(seen.first(), 30);
    QCOMPARE(seen.at(29), 1);
    QCOMPARE(seen.last(), 0);
}

void TestSecretClipboard::anotherProgramsTextIsKept()
{
    SecretClipboard clipboard;
    clipboard.setTickMs(1);
    clipboard.copy(Secret("s3cret"));
    QGuiApplication::clipboard()->setText(u"a shopping list"_s);
    QTRY_COMPARE(clipboard.state(), State::TakenOver);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a shopping list"_s);
}

void TestSecretClipboard::textClearedByTheUserIsLeftAlone()
{
    SecretClipboard clipboard;
    clipboard.setTickMs(1);
    clipboard.copy(Secret("s3cret"));
    QGuiApplication::clipboard()->clear();
    QTRY_COMPARE(clipboard.state(), State::Cleared);
}

void TestSecretClipboard::primarySelectionIsNotTouched()
{
    QClipboard *desktop = QGuiApplication::clipboard();
    // The offscreen platform has no selection; on others it must not change.
    QSignalSpy selection(desktop, &QClipboard::selectionChanged);
    SecretClipboard clipboard;
    clipboard.copy(Secret("s3cret"));
    clipboard.clearNow();
    QCOMPARE(selection.count(), 0);
    QVERIFY(desktop->text(QClipboard::Selection) != u"s3cret"_s);
}

void TestSecretClipboard::refusedClearIsRepeatedAtFocus()
{
    Desktop desktop;
    const auto clipboard = on(&desktop);
    clipboard->copy(Secret("s3cret"));
    desktop.ourTurn = false;
    QTRY_COMPARE(clipboard->state(), State::NotClearedYet);
    QCOMPARE(desktop.text, "s3cret"_ba);
    windowGetsFocus(); // another window gets the focus
    QCOMPARE(clipboard->state(), State::NotClearedYet);
    desktop.ourTurn = true;
    windowGetsFocus();
    QCOMPARE(clipboard->state(), State::Cleared);
    QVERIFY(desktop.text.isEmpty());
}

void TestSecretClipboard::clearedOnlyAfterReadingBack()
{
    Desktop desktop;
    const auto clipboard = on(&desktop);
    clipboard->copy(Secret("s3cret"));
    desktop.keeps = true;
    QTRY_COMPARE(clipboard->state(), State::NotClearedYet);
    desktop.keeps = false;
    clipboard->clearNow();
    QCOMPARE(clipboard->state(), State::Cleared);
    QVERIFY(desktop.text.isEmpty());
}

void TestSecretClipboard::restoredTextIsClearedAgain()
{
    Desktop desktop;
    const auto clipboard = on(&desktop);
    clipboard->copy(Secret("s3cret"));
    clipboard->clearNow();
    QCOMPARE(clipboard->state(), State::Cleared);
    desktop.text = "s3cret";
    Q_EMIT QGuiApplication::clipboard()->dataChanged();
    QVERIFY(desktop.text.isEmpty());
    QCOMPARE(clipboard->state(), State::Cleared);
}

void TestSecretClipboard::secondCopyRestartsTheTime()
{
    Desktop desktop;
    const auto clipboard = on(&desktop);
    clipboard->copy(Secret("one"));
    QTRY_VERIFY(clipboard->secondsLeft() < 25);
    clipboard->copy(Secret("two"));
    QCOMPARE(clipboard->secondsLeft(), 30);
    QCOMPARE(desktop.text, "two"_ba);
    QTRY_COMPARE(clipboard->state(), State::Cleared);
    QVERIFY(desktop.text.isEmpty());
}

void TestSecretClipboard::quitClearsAtOnce()
{
    Desktop desktop;
    const auto clipboard = on(&desktop);
    clipboard->setTickMs(60'000);
    clipboard->copy(Secret("s3cret"));
    // Invoked by name, because the signal has a private argument.
    QVERIFY(QMetaObject::invokeMethod(qApp, "aboutToQuit"));
    QVERIFY(desktop.text.isEmpty());
}

void TestSecretClipboard::destructorClearsAtOnce()
{
    Desktop desktop;
    auto clipboard = on(&desktop);
    clipboard->copy(Secret("s3cret"));
    clipboard.reset();
    QVERIFY(desktop.text.isEmpty());

    clipboard = on(&desktop);
    clipboard->copy(Secret("s3cret"));
    desktop.text = "somebody else's";
    clipboard.reset();
    QCOMPARE(desktop.text, "somebody else's"_ba);
}

void TestSecretClipboard::clearNow()
{
    Desktop desktop;
    const auto clipboard = on(&desktop);
    clipboard->clearNow(); // without a copy it does nothing
    QCOMPARE(desktop.puts, 0);
    QCOMPARE(clipboard->state(), State::Idle);
    clipboard->copy(Secret("s3cret"));
    QSignalSpy changed(clipboard.get(), &SecretClipboard::stateChanged);
    clipboard->clearNow();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(clipboard->state(), State::Cleared);
    QCOMPARE(clipboard->secondsLeft(), 0);
}

QTEST_MAIN(TestSecretClipboard)
#include "tst_secretclipboard.moc"
