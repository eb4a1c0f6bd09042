// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/messagestack.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/returnkey.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

QList<QAccessible::Event> announced; // NOLINT: the handler is a bare function

void hear(QAccessibleEvent *event)
{
    if (event->object() && event->object()->objectName() == u"message"_s)
        announced.append(event->type());
}

Message caution(const QString &id, const QString &lead = u"Lead."_s)
{
    return {
        .id = id, .severity = Severity::Caution, .lead = lead, .actions = {{u"Try again"_s, {}}}};
}

Message success(const QString &id)
{
    return {.id = id, .severity = Severity::Success, .lead = u"Done."_s};
}

} // namespace

class TestMessageStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newAndChangedTextIsAnnounced();
    void updatedMessageKeepsTheFocus();
    void messageThatStaysIsShownAgain();
    void newsAreANotice();
    void newsAndMessageOfOneIdReplaceEachOther();
    void noticeStaysWhileThePointerIsOnIt();
    void noticeFollowsTheList();
    void noticeTakesNoFocus();
    void coveredMessageIsDismissed();
    void dismissClearsAll();
    void extraIsHiddenWithItsMessage();
    void closeButtonDismissesOneMessage();
    void returnPressesTheFocusedButton();
    void buttonRunsTheActionOfTheNewestMessage();
    void extraOfACoveredMessageIsShownLater();
    void messageIsHiddenWithItsServer();
    void successIsDroppedWithItsServer();
    void messageOfAnotherServerIsShownAtOnce();
    void sameIdOfTwoServersIsTwoMessages();
    void retellIsNotAnnounced();
    void messagesOfARemovedServerAreDropped();

private:
    [[nodiscard]] QPushButton *button() const
    {
        QPushButton *found = nullptr;
        (void)QTest::qWaitFor([&] { // a layout shows new widgets one event loop turn later
            for (auto *each : m_bar->findChildren<QPushButton *>()) {
                if (each->isVisible())
                    found = each;
            }
            return found != nullptr;
        });
        return found;
    }
    [[nodiscard]] QString text() const
    {
        QCoreApplication::sendPostedEvents(nullptr,
                                           QEvent::DeferredDelete); // deletes the old buttons
        return m_bar->findChild<QLabel *>(u"messageText"_s)->text();
    }
    [[nodiscard]] Notice *notice() const { return m_bar->notice(); }
    std::unique_ptr<QWidget> m_window;
    MessageStack *m_bar = nullptr;
    QWidget *m_list = nullptr;
};

void TestMessageStack::init()
{
    m_window = std::make_unique<QWidget>();
    m_bar = new MessageStack(m_window.get());
    m_bar->resize(600, 44);
    m_window->resize(600, 300);
    m_list = new QWidget(m_window.get());
    m_list->setGeometry(0, 50, 500, 250);
    m_bar->notice()->placeOver(m_list);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMessageStack::cleanup()
{
    m_window.reset();
}

void TestMessageStack::newAndChangedTextIsAnnounced()
{
    QAccessible::installUpdateHandler(hear);
    QAccessible::setActive(true);
    announced.clear();
    // On the offscreen platform Qt 6.4 reports no accessibility events; Qt 6.8 does, and both do
    // under Xvfb.
    QAccessibleEvent anything(m_bar, QAccessible::Focus);
    QAccessible::updateAccessibility(&anything);
    const bool heard = !announced.isEmpty();
    announced.clear();
    m_bar->show(caution(u"a"_s));
    QCOMPARE(announced.contains(QAccessible::Alert), heard);
    QCOMPARE(announced.contains(QAccessible::ObjectShow), heard);
    announced.clear();
    m_bar->show(caution(u"a"_s, u"Another."_s));
    QCOMPARE(announced.contains(QAccessible::Alert), heard);
    QAccessible::installUpdateHandler(nullptr);
    auto *access = QAccessible::queryAccessibleInterface(m_bar);
    QCOMPARE(access->role(), QAccessible::AlertMessage);
    QCOMPARE(access->text(QAccessible::Name), u"Message"_s);
    QCOMPARE(access->text(QAccessible::Description), u"Another."_s);
}

void TestMessageStack::updatedMessageKeepsTheFocus()
{
    m_bar->show(caution(u"a"_s));
    button()->setFocus();
    const QPointer<QPushButton> before = button();
    m_bar->show(caution(u"a"_s, u"As of 08:43."_s));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(before && before->hasFocus());
    QVERIFY(text().contains(u"As of 08:43."_s));
    Message other = caution(u"a"_s);
    other.actions = {{u"Unlock…"_s, {}}};
    m_bar->show(other);
    QCOMPARE(button()->text(), u"Unlock…"_s);
}

void TestMessageStack::messageThatStaysIsShownAgain()
{
    QSignalSpy gone(m_bar, &MessageStack::dismissed);
    m_bar->show(caution(u"a"_s));
    m_bar->show(caution(u"b"_s));
    m_bar->show(caution(u"c"_s));
    QCOMPARE(m_bar->message().id, u"c"_s);
    QCOMPARE(gone.count(), 0);
    m_bar->dismiss(u"c"_s);
    QCOMPARE(m_bar->message().id, u"b"_s);
    QVERIFY(m_bar->isVisible());
    QCOMPARE(m_bar->accessibleDescription(), u"Lead."_s);
    m_bar->show(caution(u"a"_s, u"Newer."_s)); // from a covered place to the top
    QVERIFY(text().contains(u"Newer."_s));
    m_bar->dismiss(u"a"_s);
    QCOMPARE(m_bar->message().id, u"b"_s);
    m_bar->dismiss(u"b"_s);
    QVERIFY(m_bar->isHidden());
    QVERIFY(m_bar->message().id.isEmpty());
    QCOMPARE(gone.count(), 3);
}

void TestMessageStack::newsAreANotice()
{
    const QSignalSpy gone(m_bar, &MessageStack::dismissed);
    m_bar->show(caution(u"a"_s));
    m_bar->show(success(u"b"_s));
    QCOMPARE(m_bar->message().id, u"a"_s);
    QCOMPARE(notice()->message().id, u"b"_s);
    QVERIFY(m_bar->isVisible() && notice()->isVisible());
    m_bar->show(success(u"c"_s)); // news replace older ones
    QCOMPARE(notice()->message().id, u"c"_s);
    QCOMPARE(gone.count(), 0);
    QTest::mouseClick(notice()->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(notice()->isHidden() && m_bar->isVisible());
    QCOMPARE(gone.last().first().toString(), u"c"_s);
}

void TestMessageStack::newsAndMessageOfOneIdReplaceEachOther()
{
    m_bar->show(caution(u"revoke"_s));
    m_bar->show(success(u"revoke"_s));
    QVERIFY(m_bar->isHidden() && notice()->isVisible());
    m_bar->show(caution(u"revoke"_s));
    QVERIFY(m_bar->isVisible() && notice()->isHidden());
}

void TestMessageStack::noticeStaysWhileThePointerIsOnIt()
{
    m_bar->show(success(u"a"_s));
    auto *timer = notice()->findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    QCOMPARE(timer->interval(), 8000);
    QVERIFY(timer->isActive());
    QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
    QCoreApplication::sendEvent(notice(), &enter);
    QVERIFY(!timer->isActive());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(notice(), &leave);
    QVERIFY(timer->isActive());
    timer->setInterval(1);
    timer->start();
    QTRY_VERIFY(notice()->isHidden());
    notice()->show(caution(u"failure"_s));
    QVERIFY(!timer->isActive());
    QVERIFY(notice()->isVisible());
}

void TestMessageStack::noticeFollowsTheList()
{
    m_bar->show(success(u"a"_s));
    const auto card = [&] {
        return notice()->geometry().adjusted(Notice::Shadow, Notice::Shadow, -Notice::Shadow,
                                             -Notice::Shadow);
    };
    QCOMPARE(card().bottom(), m_list->geometry().bottom() - 8);
    QCOMPARE(card().left(), m_list->geometry().left() + 16);
    QCOMPARE(card().right(), m_list->geometry().right() - 16);
    m_list->setGeometry(100, 50, 400, 200);
    QCOMPARE(card().bottom(), m_list->geometry().bottom() - 8);
    QCOMPARE(card().left(), m_list->geometry().left() + 16);
}

void TestMessageStack::noticeTakesNoFocus()
{
    m_list->setFocusPolicy(Qt::StrongFocus);
    m_list->setFocus();
    m_bar->show(success(u"a"_s));
    QVERIFY(m_list->hasFocus());
    QCOMPARE(notice()->accessibleName(), u"Notice"_s);
}

void TestMessageStack::coveredMessageIsDismissed()
{
    QSignalSpy gone(m_bar, &MessageStack::dismissed);
    m_bar->show(caution(u"a"_s));
    m_bar->show(caution(u"b"_s));
    m_bar->dismiss(u"a"_s);
    QCOMPARE(gone.takeFirst().first().toString(), u"a"_s);
    QCOMPARE(m_bar->message().id, u"b"_s);
    m_bar->dismiss(m_bar->message().id);
    QCOMPARE(gone.takeFirst().first().toString(), u"b"_s);
    QVERIFY(m_bar->isHidden());
    m_bar->dismiss(u"b"_s);
    QCOMPARE(gone.count(), 0);
}

void TestMessageStack::dismissClearsAll()
{
    QSignalSpy gone(m_bar, &MessageStack::dismissed);
    m_bar->show(caution(u"a"_s));
    m_bar->show(caution(u"b"_s));
    m_bar->dismiss();
    QVERIFY(m_bar->isHidden());
    QCOMPARE(gone.count(), 2);
    m_bar->dismiss();
    QCOMPARE(gone.count(), 2);
}

void TestMessageStack::extraIsHiddenWithItsMessage()
{
    m_bar->show(caution(u"a"_s));
    const QPointer<QLabel> extra = new QLabel(u"candidates"_s);
    m_bar->setExtra(u"a"_s, extra);
    QTRY_VERIFY(extra->isVisible());
    m_bar->show(caution(u"b"_s));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(extra && !extra->isVisible());
    m_bar->dismiss(u"b"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTRY_VERIFY(extra && extra->isVisible());
    m_bar->show(caution(u"b"_s));
    m_bar->dismiss(u"a"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!extra);
}

void TestMessageStack::closeButtonDismissesOneMessage()
{
    m_bar->show(caution(u"a"_s));
    m_bar->show(caution(u"b"_s));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto *close = m_bar->findChild<QToolButton *>();
    QCOMPARE(close->accessibleName(), u"Close message"_s);
    close->click();
    QCOMPARE(m_bar->message().id, u"a"_s);
    QVERIFY(m_bar->isVisible());
}

void TestMessageStack::returnPressesTheFocusedButton()
{
    const ReturnKey returnKey(nullptr); // as in the program
    QStringList pressed;
    Message message = caution(u"a"_s);
    message.actions = {MessageAction(u"First"_s, [&] { pressed.append(u"first"_s); }),
                       MessageAction(u"Second"_s, [&] { pressed.append(u"second"_s); })};
    m_bar->show(message);
    m_bar->focusAction(u"another"_s);
    QVERIFY(!m_window->focusWidget());
    m_bar->focusAction(u"a"_s);
    QTRY_COMPARE(QApplication::focusWidget(), m_bar->findChild<QPushButton *>(u"messageAction0"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(pressed, (QStringList{u"first"_s, u"second"_s}));
}

void TestMessageStack::buttonRunsTheActionOfTheNewestMessage()
{
    QStringList pressed;
    Message message = caution(u"a"_s);
    message.actions = {MessageAction(u"Try again"_s, [&] { pressed.append(u"old"_s); })};
    m_bar->show(message);
    QPushButton *before = button();
    // An action with the same text may have another function.
    message.actions = {MessageAction(u"Try again"_s, [&] {
        pressed.append(u"new"_s);
        m_bar->dismiss(u"a"_s); // also removes the message
    })};
    m_bar->show(message);
    QCOMPARE(button(), before);
    button()->click();
    QCOMPARE(pressed, QStringList{u"new"_s});
    QVERIFY(m_bar->isHidden());
}

void TestMessageStack::extraOfACoveredMessageIsShownLater()
{
    m_bar->show(caution(u"a"_s));
    m_bar->show(caution(u"b"_s));
    const QPointer<QLabel> extra = new QLabel(u"candidates"_s);
    m_bar->setExtra(u"a"_s, extra);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(extra && !extra->isVisible());
    m_bar->dismiss(u"b"_s);
    QTRY_VERIFY(extra && extra->isVisible());
    const QPointer<QLabel> nowhere = new QLabel(u"of nothing"_s);
    m_bar->setExtra(u"gone"_s, nowhere);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!nowhere);
    // The other buttons stay, because one of them may have the focus.
    const QPointer<QPushButton> before = button();
    m_bar->setExtra(u"a"_s, nullptr);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!extra && before && before == button());
}

void TestMessageStack::messageIsHiddenWithItsServer()
{
    m_bar->setServer(u"prod"_s);
    Message ofProd = caution(u"a"_s, u"Of prod."_s);
    ofProd.server = u"prod"_s;
    m_bar->show(ofProd);
    const QPointer<QLabel> extra = new QLabel(u"candidates"_s);
    m_bar->setExtra(u"a"_s, extra);
    m_bar->setServer(u"lab"_s);
    QVERIFY(m_bar->isHidden());
    m_bar->show(caution(u"p"_s, u"Of the program."_s));
    m_bar->setServer({});
    QCOMPARE(m_bar->message().id, u"p"_s);
    m_bar->dismiss(u"p"_s);
    QVERIFY(m_bar->isHidden());
    m_bar->setServer(u"prod"_s);
    QVERIFY(text().contains(u"Of prod."_s));
    QTRY_VERIFY(extra && extra->isVisible());
}

void TestMessageStack::successIsDroppedWithItsServer()
{
    m_bar->setServer(u"prod"_s);
    m_bar->show({.id = u"done"_s, .server = u"prod"_s, .severity = Severity::Success});
    QVERIFY(notice()->isVisible());
    m_bar->setServer(u"lab"_s);
    m_bar->setServer(u"prod"_s);
    QVERIFY(notice()->isHidden());
}

void TestMessageStack::messageOfAnotherServerIsShownAtOnce()
{
    m_bar->setServer(u"lab"_s);
    Message ofProd = caution(u"a"_s, u"prod: not revoked."_s);
    ofProd.server = u"prod"_s;
    m_bar->show(ofProd);
    QVERIFY(m_bar->isVisible());
    m_bar->setServer(u"lab"_s); // set again with the same server, for its page and then its list
    QVERIFY(m_bar->isVisible());
    m_bar->setServer(u"test"_s);
    QVERIFY(m_bar->isHidden());
    m_bar->setServer(u"prod"_s);
    QVERIFY(m_bar->isVisible());
}

void TestMessageStack::sameIdOfTwoServersIsTwoMessages()
{
    for (const QString &server : {u"prod"_s, u"lab"_s}) {
        m_bar->setServer(server);
        Message message = caution(u"a"_s, server);
        message.server = server;
        m_bar->show(message);
    }
    m_bar->dismiss(u"a"_s, u"lab"_s);
    QVERIFY(m_bar->isHidden());
    m_bar->setServer(u"prod"_s);
    QCOMPARE(m_bar->message().lead, u"prod"_s);
}

void TestMessageStack::retellIsNotAnnounced()
{
    QAccessible::installUpdateHandler(hear);
    QAccessible::setActive(true);
    m_bar->show(caution(u"a"_s));
    announced.clear();
    m_bar->updateText(u"a"_s, {}, u"As of 08:42, 2 hours ago."_s);
    // Qt 6.8 reports the changed description, which is not an announcement.
    QVERIFY(!announced.contains(QAccessible::Alert));
    QVERIFY(!announced.contains(QAccessible::ObjectShow));
    QAccessible::installUpdateHandler(nullptr);
    QVERIFY(text().contains(u"2 hours ago"_s));
    QVERIFY(m_bar->accessibleDescription().contains(u"2 hours ago"_s));
    m_bar->updateText(u"gone"_s, {}, u"Of nothing."_s);
    QVERIFY(!text().contains(u"Of nothing."_s));
}

void TestMessageStack::messagesOfARemovedServerAreDropped()
{
    m_bar->setServer(u"prod"_s);
    Message message = caution(u"a"_s);
    message.server = u"prod"_s;
    m_bar->show(message);
    m_bar->setServer(u"lab"_s);
    m_bar->dismissAllOf(u"prod"_s);
    m_bar->setServer(u"prod"_s);
    QVERIFY(m_bar->isHidden());
}

QTEST_MAIN(TestMessageStack)
#include "tst_messagestack.moc"
