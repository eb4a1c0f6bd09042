// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/centralclient.h"
#include "network/central/eventdecoder.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/democentral.h"
#include "tests/support/stricttest.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

namespace {

constexpr UtcMs Noon = 1'787'400'000'000;

QString iso(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc()).toString(Qt::ISODateWithMs);
}

QJsonObject eventOf(const QString &id, UtcMs at, const QString &name = u"ci"_s,
                    const QString &user = u"admin"_s)
{
    const QJsonObject facts{{u"err_code"_s, u"api-token-created"_s},
                            {u"api_token_name"_s, name},
                            {u"api_token_id"_s, id},
                            {u"user_id"_s, user},
                            {u"user_auth_provider"_s, u"basic Login"_s}};
    const QString message =
        u"An API token has been created "_s
        + QString::fromUtf8(QJsonDocument(facts).toJson(QJsonDocument::Compact));
    return {{u"id"_s, QString(u"event-"_s + id)},
            {u"message"_s, message},
            {u"resource"_s, QJsonObject{{u"type"_s, u"API Token"_s}, {u"id"_s, id}}},
            {u"createdAt"_s, iso(at)}};
}

QByteArray replyOf(const QJsonArray &events)
{
    return QJsonDocument(QJsonObject{{u"events"_s, events}}).toJson(QJsonDocument::Compact);
}

/// Answers as Central does: by whole seconds, ascending, a page at a time.
class Events
{
public:
    explicit Events(QList<std::pair<QString, UtcMs>> all)
        : m_all(std::move(all))
    {
        m_server.play([this](const SeenRequest &request) {
            const QUrlQuery query(QUrl::fromEncoded(request.target));
            const UtcMs from =
                QDateTime::fromString(query.queryItemValue(u"filter.from"_s), Qt::ISODate)
                    .toMSecsSinceEpoch();
            const int limit = query.queryItemValue(u"pagination.limit"_s).toInt();
            int skip = query.queryItemValue(u"pagination.offset"_s).toInt();
            ++pages;
            QJsonArray page;
            for (const auto &[id, at] : m_all) {
                if (at < from || skip-- > 0 || page.size() == limit)
                    continue;
                page.append(eventOf(id, at, names.value(id, u"ci"_s)));
            }
            if (const auto fault = instead ? instead(pages) : std::nullopt)
                return *fault;
            return Fault{.bytes = httpReply(200, replyOf(page))};
        });
    }
    [[nodiscard]] Connection connection() const { return m_tls.connectionTo(m_server); }

    QHash<QString, QString> names; ///< by id
    std::function<std::optional<Fault>(int page)> instead;
    int pages = 0;

private:
    LoopbackTls m_tls;
    FaultServer m_server{m_tls.server()};
    QList<std::pair<QString, UtcMs>> m_all;
};

QStringList idsOf(const TokenCreations &creations)
{
    QStringList ids;
    for (const TokenCreation &one : creations.all)
        ids.append(one.tokenId);
    return ids;
}

} // namespace

/// The events about new tokens: what one says, and that all of them are read, each once.
class TestEventsCall : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void hostileNameIsNoPartOfTheCreator_data();
    void hostileNameIsNoPartOfTheCreator();
    void otherEventsAreNoCreations();
    void malformedPageIsRefused_data();
    void malformedPageIsRefused();
    void demoTellsEachTokenOnce();
    void secondWithMoreThanAPageIsReadWhole();
    void pagesThatShareASecondHaveNoTokenTwice();
    void hugeNamesMakeShorterPages();
    void pagesOutOfOrderEndTheCall();
    void failureAfterAPageKeepsThatPage();
    void missingRightIsForbidden();

private:
    Caught<TokenCreations> ask(Connection connection, UtcMs from)
    {
        CentralClient client(std::move(connection));
        Caught<TokenCreations> caught;
        client.creations(from, this, caught.handler());
        if (!QTest::qWaitFor([&] { return caught.calls > 0; }, 60'000))
            qWarning("no answer");
        return caught;
    }
};

void TestEventsCall::hostileNameIsNoPartOfTheCreator_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("JSON") << u"\", \"user_id\": \"nobody\", \"x\": \"{}"_s;
    QTest::newRow("brace") << u"{\"user_id\":\"nobody\"}"_s;
    QTest::newRow("NUL") << QString(u"a"_s + QChar(0) + u"b"_s);
    QTest::newRow("right to left") << u"\u202Eevil"_s;
    QTest::newRow("emoji") << u"🚀"_s;
    QTest::newRow("lines") << u"a\nAn API token has been created {}"_s;
    QTest::newRow("long") << QString(100'000, u'x');
    QTest::newRow("empty") << QString();
}

void TestEventsCall::hostileNameIsNoPartOfTheCreator()
{
    QFETCH(QString, name);
    const auto page = decodeEvents(ReplyBody(replyOf({eventOf(u"id"_s, Noon, name)})));
    QVERIFY(page);
    QCOMPARE(page->creations.size(), 1);
    QCOMPARE(page->creations.first(), (TokenCreation{u"id"_s, u"admin"_s, u"basic Login"_s, Noon}));
}

void TestEventsCall::otherEventsAreNoCreations()
{
    QJsonObject expiry = eventOf(u"a"_s, Noon);
    expiry[u"message"_s] = u"API Token will expire in less than 2 hours {\"err_code\": "
                           "\"api-token-expired\", \"api_token_id\": \"a\"}"_s;
    QJsonObject withoutJson = eventOf(u"b"_s, Noon);
    withoutJson[u"message"_s] = u"An API token has been created"_s;
    QJsonObject cut = eventOf(u"c"_s, Noon);
    cut[u"message"_s] = u"An API token has been created {\"err_code\": "_s;
    QJsonObject elsewhere = eventOf(u"d"_s, Noon);
    elsewhere[u"resource"_s] = QJsonObject{{u"id"_s, u"another"_s}};
    QJsonObject withoutResource = eventOf(u"e"_s, Noon);
    withoutResource[u"resource"_s] = QJsonValue::Null;
    const QJsonObject withoutUser = eventOf(u"f"_s, Noon, u"ci"_s, QString());
    const auto page =
        decodeEvents(ReplyBody(replyOf({expiry, withoutJson, cut, elsewhere, withoutResource,
                                        withoutUser, eventOf(u"g"_s, Noon + 1)})));
    QVERIFY(page);
    QCOMPARE(page->events, 7);
    QCOMPARE(page->lastCreatedAt, Noon + 1);
    QCOMPARE(page->creations.size(), 1);
    QCOMPARE(page->creations.first().tokenId, u"g"_s);
}

void TestEventsCall::malformedPageIsRefused_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<ApiError::Kind>("kind");
    QTest::newRow("missing") << "{}"_ba << Kind::WrongShape;
    QTest::newRow("no list") << R"({"events":{}})"_ba << Kind::WrongShape;
    QTest::newRow("no object") << R"({"events":[1]})"_ba << Kind::WrongShape;
    QTest::newRow("cut") << R"({"events":[{"message":)"_ba << Kind::BadJson;
}

void TestEventsCall::malformedPageIsRefused()
{
    QFETCH(QByteArray, reply);
    QFETCH(ApiError::Kind, kind);
    const auto page = decodeEvents(ReplyBody(reply));
    QVERIFY(!page);
    QCOMPARE(page.error().kind, kind);
}

/// 2,000 of its tokens were made in one second, 2,000 in the 200 seconds after it.
void TestEventsCall::demoTellsEachTokenOnce()
{
    const rox::test::DemoCentral demo({u"--tokens"_s, u"40"_s, u"--burst"_s, u"4000"_s});
    QVERIFY2(demo.isUp(), qPrintable(demo.why()));
    CentralClient client(demo.connection());
    Caught<TokenTablePtr> list;
    client.list(RevokedFilter::All, this, list.handler());
    QTRY_VERIFY(list.succeeded());
    const auto caught = ask(demo.connection(), NoTime);
    QVERIFY2(caught.succeeded(), qPrintable(caught.error().detail));
    const TokenCreations &found = **caught.result;
    QVERIFY(found.isComplete);
    const QStringList ids = idsOf(found);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    QStringList missing;
    for (TokenTable::Row row = 0; row < (**list.result)->size(); ++row) {
        const Token token = (**list.result)->token(row);
        const bool isRecent = token.issuedAt > QDateTime::currentMSecsSinceEpoch() - 3 * DayMs;
        if (isRecent && !ids.contains(token.id))
            missing.append(token.name);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    QVERIFY(ids.size() >= 4000);
    QVERIFY(std::is_sorted(found.all.begin(), found.all.end(),
                           [](const auto &a, const auto &b) { return a.createdAt < b.createdAt; }));
}

void TestEventsCall::secondWithMoreThanAPageIsReadWhole()
{
    QList<std::pair<QString, UtcMs>> all;
    for (int i = 0; i < 3500; ++i)
        all.append({QString::number(i), Noon + i / 4}); // 875 ms
    all.append({u"last"_s, Noon + 2 * SecondMs});
    Events central(all);
    const auto caught = ask(central.connection(), Noon - MinuteMs);
    QVERIFY(caught.succeeded());
    QCOMPARE((*caught.result)->all.size(), all.size());
    QVERIFY((*caught.result)->isComplete);
}

void TestEventsCall::pagesThatShareASecondHaveNoTokenTwice()
{
    QList<std::pair<QString, UtcMs>> all;
    for (int i = 0; i < 2500; ++i)
        all.append({QString::number(i), Noon + i * 100}); // ten a second
    Events central(all);
    const auto caught = ask(central.connection(), Noon);
    QVERIFY(caught.succeeded());
    QStringList expected;
    for (const auto &[id, at] : all)
        expected.append(id);
    QCOMPARE(idsOf(**caught.result), expected);
    QCOMPARE(central.pages, 3);
}

void TestEventsCall::hugeNamesMakeShorterPages()
{
    QList<std::pair<QString, UtcMs>> all;
    for (int i = 0; i < 250; ++i)
        all.append({QString::number(i), Noon + i * SecondMs});
    Events central(all);
    for (int i = 100; i < 200; ++i)
        central.names.insert(QString::number(i), QString(50'000, u'x'));
    const auto caught = ask(central.connection(), Noon);
    QVERIFY2(caught.succeeded(), qPrintable(caught.error().detail));
    QCOMPARE((*caught.result)->all.size(), all.size());
    QVERIFY((*caught.result)->isComplete);
}

void TestEventsCall::pagesOutOfOrderEndTheCall()
{
    QList<std::pair<QString, UtcMs>> all;
    for (int i = 0; i < 1500; ++i)
        all.append({QString::number(i), Noon + (1500 - i) * SecondMs});
    Events central(all);
    const auto caught = ask(central.connection(), Noon);
    QVERIFY(caught.succeeded());
    QCOMPARE((*caught.result)->all.size(), 1000);
    QVERIFY(!(*caught.result)->isComplete);
    QCOMPARE(central.pages, 1);
}

void TestEventsCall::failureAfterAPageKeepsThatPage()
{
    QList<std::pair<QString, UtcMs>> all;
    for (int i = 0; i < 1500; ++i)
        all.append({QString::number(i), Noon + i * 100});
    Events central(all);
    central.instead = [](int page) {
        return page < 2 ? std::nullopt
                        : std::optional(Fault{.bytes = centralError(503, 14, "busy")});
    };
    const auto caught = ask(central.connection(), Noon);
    QVERIFY(caught.succeeded());
    QCOMPARE((*caught.result)->all.size(), 1000);
    QVERIFY(!(*caught.result)->isComplete);
    central.pages = 10;
    QCOMPARE(ask(central.connection(), Noon).error().kind, Kind::Unavailable);
}

void TestEventsCall::missingRightIsForbidden()
{
    const rox::test::DemoCentral demo;
    QVERIFY2(demo.isUp(), qPrintable(demo.why()));
    CentralClient admin(demo.connection());
    CaughtGenerate made;
    admin.generate({u"ci"_s, {u"Continuous Integration"_s}, NoTime}, this, made.handler());
    QTRY_COMPARE(made.calls, 1);
    const auto caught = ask(demo.connection(made.outcome->value.view().toByteArray()), NoTime);
    QCOMPARE(caught.error().kind, Kind::Forbidden);
}

QTEST_GUILESS_MAIN(TestEventsCall)
#include "tst_eventscall.moc"
