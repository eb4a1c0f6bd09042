// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/tokens/filterchip.h"
#include "ui/tokens/filterrow.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

/// The chips over the list: one for each filter, each of which can be taken away.
class TestFilterRow : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void rowIsThereOnlyWithAFilter();
    void chipsNameTheirFilters();
    void crossTakesOneFilterAway();
    void clickBesideTheCrossDoesNothing();
    void deleteKeyTakesOneFilterAway();
    void focusGoesToTheNextChip();
    void clearTakesAllButTheSearchAway();
    void chipsThatDoNotFitAreInAMenu();
    void screenReadersFindAList();

private:
    void show(const TokenQuery &query) { m_row->setQuery(query, testing::Now); }
    [[nodiscard]] QList<FilterChip *> chips() const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QList<FilterChip *> visible;
        for (auto *chip : m_row->findChildren<FilterChip *>()) {
            if (chip->isVisible())
                visible.append(chip);
        }
        std::sort(visible.begin(), visible.end(),
                  [](auto *left, auto *right) { return left->x() < right->x(); });
        return visible;
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const FilterChip *chip : chips())
            names.append(chip->accessibleName());
        return names;
    }
    [[nodiscard]] static TokenQuery everyFilter()
    {
        TokenQuery query;
        query.status = TokenStatus::Active;
        query.roles = {u"Admin"_s};
        query.expiry = ExpiryGrid(testing::Now).range(14, 14);
        query.text = u"ops"_s;
        return query;
    }

    std::unique_ptr<QWidget> m_window;
    FilterRow *m_row = nullptr;
};

void TestFilterRow::init()
{
    StrictTest::init();
    m_window = std::make_unique<QWidget>();
    m_row = new FilterRow(m_window.get());
    m_row->resize(784, m_row->sizeHint().height());
    m_window->resize(784, 100);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    // The row sends back the query, as the window does.
    connect(m_row, &FilterRow::chosen, this, &TestFilterRow::show);
}

void TestFilterRow::rowIsThereOnlyWithAFilter()
{
    TokenQuery query;
    query.text = u"a search is no filter"_s;
    show(query);
    QVERIFY(m_row->isHidden());
    query.roles = {u"Admin"_s};
    show(query);
    QVERIFY(m_row->isVisible());
    show({});
    QVERIFY(m_row->isHidden());
}

void TestFilterRow::chipsNameTheirFilters()
{
    show(everyFilter());
    QCOMPARE(names(), (QStringList{u"Status: Active"_s, u"Role: Admin"_s, u"Expires 1–7 Dec"_s}));
}

void TestFilterRow::crossTakesOneFilterAway()
{
    show(everyFilter());
    const QSignalSpy chosen(m_row, &FilterRow::chosen);
    FilterChip *chip = chips().at(1);
    QTest::mouseClick(chip, Qt::LeftButton, {}, {chip->width() - 12, chip->height() / 2});
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(names(), (QStringList{u"Status: Active"_s, u"Expires 1–7 Dec"_s}));
    QCOMPARE(chosen.last().at(0).value<TokenQuery>().text, u"ops"_s);
}

void TestFilterRow::clickBesideTheCrossDoesNothing()
{
    show(everyFilter());
    const QSignalSpy chosen(m_row, &FilterRow::chosen);
    QTest::mouseClick(chips().at(1), Qt::LeftButton, {}, {10, 10});
    QCOMPARE(chosen.count(), 0);
}

void TestFilterRow::deleteKeyTakesOneFilterAway()
{
    show(everyFilter());
    chips().at(2)->setFocus();
    QTest::keyClick(chips().at(2), Qt::Key_Delete);
    QCOMPARE(names(), (QStringList{u"Status: Active"_s, u"Role: Admin"_s}));
}

void TestFilterRow::focusGoesToTheNextChip()
{
    const QSignalSpy left(m_row, &FilterRow::focusLeft);
    show(everyFilter());
    chips().at(0)->setFocus();
    QTest::keyClick(chips().at(0), Qt::Key_Delete);
    QVERIFY(chips().at(0)->hasFocus());
    QTest::keyClick(chips().at(0), Qt::Key_Right);
    QVERIFY(chips().at(1)->hasFocus());
    QTest::keyClick(chips().at(1), Qt::Key_Delete);
    QVERIFY(chips().at(0)->hasFocus());
    QCOMPARE(left.count(), 0);
    QTest::keyClick(chips().at(0), Qt::Key_Delete);
    QCOMPARE(left.count(), 1);
    QVERIFY(m_row->isHidden());
}

void TestFilterRow::clearTakesAllButTheSearchAway()
{
    show(everyFilter());
    const QSignalSpy chosen(m_row, &FilterRow::chosen);
    auto *clear = m_row->findChild<QAbstractButton *>(u"clearFilters"_s);
    QCOMPARE(clear->accessibleName(), u"Clear filters"_s);
    clear->click();
    TokenQuery left;
    left.text = u"ops"_s;
    QCOMPARE(chosen.last().at(0).value<TokenQuery>(), left);
}

void TestFilterRow::chipsThatDoNotFitAreInAMenu()
{
    TokenQuery query = everyFilter();
    query.roles = {u"Continuous Integration"_s, u"Vulnerability Report Creator"_s,
                   u"Network Graph Viewer"_s, u"Scope Manager"_s};
    m_row->resize(560, m_row->height());
    show(query);
    QCOMPARE(chips().constLast()->accessibleName(), u"+%1"_s.arg(6 - (chips().size() - 1)));
    for (const FilterChip *chip : chips())
        QVERIFY(m_row->rect().contains(chip->geometry()));
    QTest::mouseClick(chips().constLast(), Qt::LeftButton);
    const auto *menu = m_row->findChild<QMenu *>(u"moreFiltersMenu"_s);
    QVERIFY(menu);
    const auto actions = menu->actions();
    QCOMPARE(actions.size(), 6 - (chips().size() - 1));
    QCOMPARE(actions.constLast()->text(), u"Take away Expires 1–7 Dec"_s);
    const QSignalSpy chosen(m_row, &FilterRow::chosen);
    actions.constLast()->trigger();
    QVERIFY(chosen.last().at(0).value<TokenQuery>().expiry.isOpen());
}

void TestFilterRow::screenReadersFindAList()
{
    show(everyFilter());
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_row);
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Filters"_s);
    QAccessibleInterface *chip = QAccessible::queryAccessibleInterface(chips().at(1));
    QVERIFY(chip && chip->actionInterface());
    chip->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QTRY_COMPARE(names(), (QStringList{u"Status: Active"_s, u"Expires 1–7 Dec"_s}));
}

QTEST_MAIN(TestFilterRow)
#include "tst_filterrow.moc"
