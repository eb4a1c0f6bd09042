// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/tokenlisting.h"
#include "models/tokens/tokenlistmodel.h"
#include "tests/models/randomtokens.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

class FixedClock final : public Clock
{
public:
    [[nodiscard]] UtcMs now() const override { return RandomNow; }
};

} // namespace

/// The list on the screen: at once for small tables, from a worker for large ones; the newest
/// query wins.
class TestTokenListing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void smallTableIsSelectedAtOnce();
    void everyQueryHasTheExpiringWindowOfTheListing();
    void newestQueryWins();
    void listingMayDieWhileSelecting();

private:
    FixedClock m_clock;
    TokenTablePtr m_small;
    TokenTablePtr m_large;
};

void TestTokenListing::initTestCase()
{
    RandomTokens random(7);
    m_small = tableOf(random.list(2'000));
    m_large = tableOf(random.list(TokenListing::LargeTable + 1));
}

void TestTokenListing::smallTableIsSelectedAtOnce()
{
    TokenListModel model;
    TokenListing listing(&model, &m_clock);
    QSignalSpy shown(&listing, &TokenListing::shownChanged);
    listing.setTable(m_small);
    QCOMPARE(shown.count(), 1);
    QVERIFY(!listing.isSelecting());
    TokenQuery query;
    query.status = TokenStatus::Revoked;
    listing.setQuery(query);
    QCOMPARE(shown.count(), 2);
    QCOMPARE(quint32(model.rowCount()),
             listing.shown().countByStatus.at(size_t(TokenStatus::Revoked)));
    listing.setQuery(query); // the same again is nothing new
    QCOMPARE(shown.count(), 2);
    QCOMPARE(listing.shownAt(), RandomNow);
}

void TestTokenListing::everyQueryHasTheExpiringWindowOfTheListing()
{
    TokenListModel model;
    TokenListing listing(&model, &m_clock);
    listing.setTable(m_small);
    const auto expiring = [&] {
        return listing.shown().countByStatus.at(size_t(TokenStatus::Expiring));
    };
    const quint32 before = expiring();
    QSignalSpy shown(&listing, &TokenListing::shownChanged);
    listing.setExpiringWindow(3'650 * DayMs);
    QCOMPARE(shown.count(), 1);
    const quint32 within = expiring();
    QVERIFY(within > before);
    TokenQuery query; // as one that was kept before the user has set another window
    query.sortColumn = TokenColumn::Name;
    listing.setQuery(query);
    QCOMPARE(shown.count(), 2);
    QCOMPARE(listing.query().expiringWindow, 3'650 * DayMs);
    QCOMPARE(expiring(), within);
}

void TestTokenListing::newestQueryWins()
{
    TokenListModel model;
    TokenListing listing(&model, &m_clock);
    QSignalSpy shown(&listing, &TokenListing::shownChanged);
    listing.setTable(m_large);
    QVERIFY(listing.isSelecting());
    TokenQuery query;
    for (const QString &text : {u"c"_s, u"ci"_s, u"ci-"_s, u"nothing has this name"_s}) {
        query.text = text;
        listing.setQuery(query);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!listing.isSelecting(), 30'000);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(shown.count(), 1); // those before were dropped
    query.text.clear();
    listing.setQuery(query);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), int(m_large->size()), 30'000);
}

void TestTokenListing::listingMayDieWhileSelecting()
{
    TokenListModel model;
    auto listing = std::make_unique<TokenListing>(&model, &m_clock);
    listing->setTable(m_large);
    listing.reset();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestTokenListing)
#include "tst_tokenlisting.moc"
