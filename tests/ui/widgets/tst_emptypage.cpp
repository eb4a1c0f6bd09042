// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/emptypage.h"
#include "ui/widgets/textlabel.h"

#include <QTest>

#include <memory>

using namespace rox;
using namespace Qt::StringLiterals;

/// When the page shows its words.
class TestEmptyPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void waitingIsShownAfterAWhile();
    void failureIsShownAtOnce();
    void pageInSightChangesAtOnce();
    void waitThatComesAgainWaitsAgain();
    void waitThatEndsAtOnceMakesNoWidgets();

private:
    [[nodiscard]] bool hasWords() const { return heading() && heading()->isVisible(); }
    [[nodiscard]] TextLabel *heading() const
    {
        return m_page->findChild<TextLabel *>(u"emptyPageHeading"_s);
    }

    std::unique_ptr<EmptyPage> m_page;
};

namespace {

EmptyPageContent reading()
{
    return {.symbol = u"token"_s, .heading = u"Reading the tokens of prod-eu…"_s, .waits = true};
}

EmptyPageContent failed()
{
    return {.symbol = u"offline"_s, .heading = u"prod-eu does not answer"_s};
}

} // namespace

void TestEmptyPage::init()
{
    m_page = std::make_unique<EmptyPage>();
    m_page->resize(800, 600);
}

void TestEmptyPage::waitingIsShownAfterAWhile()
{
    m_page->setContent(reading());
    m_page->show();
    QVERIFY(!hasWords());
    QTRY_VERIFY(hasWords());
    QCOMPARE(heading()->text(), reading().heading);
}

void TestEmptyPage::failureIsShownAtOnce()
{
    m_page->setContent(reading());
    m_page->show();
    m_page->setContent(failed());
    QVERIFY(hasWords());
    QCOMPARE(heading()->text(), failed().heading);
}

void TestEmptyPage::pageInSightChangesAtOnce()
{
    m_page->setContent(failed());
    m_page->show();
    m_page->setContent(reading());
    QVERIFY(hasWords());
    QCOMPARE(heading()->text(), reading().heading);
}

void TestEmptyPage::waitThatComesAgainWaitsAgain()
{
    m_page->setContent(reading());
    m_page->show();
    QTRY_VERIFY(hasWords());
    m_page->hide();
    m_page->setContent(reading());
    m_page->show();
    QVERIFY(!hasWords());
    QTRY_VERIFY(hasWords());
}

void TestEmptyPage::waitThatEndsAtOnceMakesNoWidgets()
{
    m_page->setContent(reading());
    m_page->show();
    m_page->hide();
    QVERIFY(!QTest::qWaitFor([this] { return heading(); }, 600));
}

QTEST_MAIN(TestEmptyPage)
#include "tst_emptypage.moc"
