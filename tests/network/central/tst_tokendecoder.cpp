// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/tokendecoder.h"
#include "tests/support/memoryscan.h"
#include "tests/support/stricttest.h"

#include <QIODevice>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using rox::ApiError;
using rox::ReplyBody;

namespace {

const QByteArray Whole =
    R"({"id":"0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b11","name":"ci","roles":["A","B","A"],)"
    R"("issuedAt":"2026-08-22T10:15:30Z","expiration":"2027-08-22T10:15:30Z","revoked":false,)"
    R"("role":""})"_ba;

rox::Result<rox::TokenTablePtr> list(const QByteArray &json, const std::stop_token &stop = {})
{
    return rox::decodeTokenList(ReplyBody(json), stop);
}

QByteArray listOf(const QByteArray &tokens)
{
    return R"({"tokens":[)" + tokens + "]}";
}

QByteArray with(const char *before, const QByteArray &after)
{
    QByteArray json = Whole;
    Q_ASSERT(json.contains(before));
    return json.replace(before, after);
}

// The answer to a generate, built byte by byte, so that no other memory holds the value.
class GeneratedReply : public QIODevice
{
public:
    explicit GeneratedReply(const rox::test::HiddenText &value)
        : m_value(value)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at == size(); }
    qint64 bytesAvailable() const override { return std::min<qint64>(size() - m_at, 7000); }

protected:
    qint64 size() const override { return m_head.size() + m_value.size() + m_tail.size(); }
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min(maxSize, bytesAvailable());
        for (qint64 i = 0; i < count; ++i, ++m_at) {
            const qint64 inValue = m_at - m_head.size();
            const qint64 inTail = inValue - m_value.size();
            data[i] = inValue < 0  ? m_head[m_at]
                      : inTail < 0 ? m_value.at(inValue)
                                   : m_tail[inTail];
        }
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const rox::test::HiddenText &m_value;
    QByteArray m_head = R"({"token":")"_ba;
    QByteArray m_tail = R"(","metadata":)" + Whole + '}';
    qint64 m_at = 0;
};

} // namespace

class TestTokenDecoder : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void readsAToken();
    void readsFieldsInAnyOrderAndSkipsUnknownOnes();
    void readsOddText_data();
    void readsOddText();
    void nullTimesAreNoTime();
    void readsAList();
    void readsAnEmptyList();
    void unreadTokenLeavesTheOthers_data();
    void unreadTokenLeavesTheOthers();
    void idIsReadBesideABrokenField_data();
    void idIsReadBesideABrokenField();
    void manyUnreadTokensAreCounted();
    void zeroTimesAreNoTime_data();
    void zeroTimesAreNoTime();
    void refusesBadJson_data();
    void refusesBadJson();
    void refusesWrongShapes_data();
    void refusesWrongShapes();
    void cutReplyIsRefused();
    void oldBracketDoesNotCompleteACutReply();
    void changedBytesDoNotCrash();
    void deepNestingDoesNotCrash_data();
    void deepNestingDoesNotCrash();
    void stopEndsDecoding();
    void readsAGeneratedToken();
    void valueIsWipedFromTheReply();
    void generatedTokenWithoutAFieldIsRefused_data();
    void generatedTokenWithoutAFieldIsRefused();
};

void TestTokenDecoder::readsAToken()
{
    const auto token = rox::decodeToken(ReplyBody(Whole));
    QVERIFY(token);
    QCOMPARE(token->id, u"0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b11"_s);
    QCOMPARE(token->name, u"ci"_s);
    QCOMPARE(token->roles, (QStringList{u"A"_s, u"B"_s, u"A"_s}));
    QCOMPARE(token->issuedAt, rox::UtcMs(1787393730000));
    QCOMPARE(token->expiresAt, rox::UtcMs(1787393730000) + 365 * rox::DayMs);
    QVERIFY(!token->revoked);
}

void TestTokenDecoder::readsFieldsInAnyOrderAndSkipsUnknownOnes()
{
    const auto token = rox::decodeToken(ReplyBody(
        R"( { "revoked" : true, "new": {"a": [1, {"id": "x"}]}, "roles": [ ], "expiration": null,
              "name": "", "later": null, "issuedAt": "1970-01-01T00:00:01.5+00:00",
              "n": 1e999, "\u0069d": "any string" } )"_ba));
    QVERIFY(token);
    QCOMPARE(token->id, u"any string"_s);
    QCOMPARE(token->name, QString());
    QCOMPARE(token->roles, QStringList());
    QCOMPARE(token->issuedAt, rox::UtcMs(1500));
    QCOMPARE(token->expiresAt, rox::NoTime);
    QVERIFY(token->revoked);
}

void TestTokenDecoder::readsOddText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("escapes") << R"(\"\\\/\b\f\n\r\t\u00e9)"_ba << u"\"\\/\b\f\n\r\t\u00e9"_s;
    QTest::newRow("surrogate pair") << R"(\ud83d\ude80)"_ba << u"🚀"_s;
    QTest::newRow("utf-8") << "d\xc3\xa9ploy \xf0\x9f\x9a\x80"_ba << u"déploy 🚀"_s;
    QTest::newRow("nul") << R"(a\u0000b)"_ba << QString(u"a\0b"_s);
    QTest::newRow("right to left") << R"(\u202egnp)"_ba << u"\u202egnp"_s;
}

void TestTokenDecoder::readsOddText()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const QByteArray token = with(R"("ci")", '"' + json + '"');
    const auto one = rox::decodeToken(ReplyBody(token));
    QVERIFY(one);
    QCOMPARE(one->name, expected);
    const auto table = list(listOf(token));
    QVERIFY(table);
    QCOMPARE((*table)->name(0), expected);
}

void TestTokenDecoder::nullTimesAreNoTime()
{
    QByteArray json = with(R"("2026-08-22T10:15:30Z")", "null");
    json.replace(R"("2027-08-22T10:15:30Z")", "null");
    const auto token = rox::decodeToken(ReplyBody(json));
    QVERIFY(token);
    QCOMPARE(token->issuedAt, rox::NoTime);
    QCOMPARE(token->expiresAt, rox::NoTime);
}

void TestTokenDecoder::readsAList()
{
    const auto table = list(listOf(Whole + ", " + with(R"("ci")", R"("second")")));
    QVERIFY(table);
    QCOMPARE((*table)->size(), 2U);
    QCOMPARE((*table)->token(0), *rox::decodeToken(ReplyBody(Whole)));
    QCOMPARE((*table)->name(1), u"second"_s);
    QCOMPARE((*table)->roleSet(0), (*table)->roleSet(1));
}

void TestTokenDecoder::readsAnEmptyList()
{
    const auto table = list(R"({"tokens":[]})"_ba);
    QVERIFY(table);
    QVERIFY((*table)->isEmpty());
}

void TestTokenDecoder::unreadTokenLeavesTheOthers_data()
{
    QTest::addColumn<QByteArray>("odd");
    QTest::newRow("roles null") << with(R"(["A","B","A"])", "null");
    QTest::newRow("roles string") << with(R"(["A","B","A"])", R"("A")");
    QTest::newRow("roles object") << with(R"(["A","B","A"])", R"({"a":["A",{}]})");
    QTest::newRow("role number") << with(R"(["A","B","A"])", R"(["A",2,["x"]])");
    QTest::newRow("role null") << with(R"(["A","B","A"])", "[null]");
    QTest::newRow("time words") << with("2026-08-22T10:15:30Z", "tomorrow");
    QTest::newRow("time number") << with(R"("2026-08-22T10:15:30Z")", "1787393730");
    QTest::newRow("time object") << with(R"("2026-08-22T10:15:30Z")", R"({"seconds":1})");
    QTest::newRow("name null") << with(R"("ci")", "null");
    QTest::newRow("name number") << with(R"("ci")", "-1.5e3");
    QTest::newRow("name missing") << with(R"("name":"ci",)", "");
    QTest::newRow("name twice") << with(R"("roles")", R"("name":"x","roles")");
    QTest::newRow("lone surrogate") << with("ci", R"(\ud83d)");
    QTest::newRow("unknown escape") << with("ci", R"(\x)");
    QTest::newRow("revoked string") << with("false", R"("false")");
    QTest::newRow("revoked missing") << with(R"("revoked":false,)", "");
}

void TestTokenDecoder::unreadTokenLeavesTheOthers()
{
    QFETCH(QByteArray, odd);
    odd.replace("0d8f6c1e", "deadbeef");
    const QByteArray other = with("ci", "other");
    const QByteArrayList orders = {Whole + ',' + odd + ',' + other, odd + ',' + Whole + ',' + other,
                                   Whole + ',' + other + " , " + odd + ' '};
    for (const QByteArray &tokens : orders) {
        const auto table = list(listOf(tokens));
        QVERIFY2(table, qPrintable(table ? QString() : table.error().detail));
        QCOMPARE((*table)->size(), 2U);
        QCOMPARE((*table)->name(0), u"ci"_s);
        QCOMPARE((*table)->name(1), u"other"_s);
        QCOMPARE((*table)->unread().size(), 1);
        QCOMPARE((*table)->unread().first().id, u"deadbeef-9a53-4a0e-8c59-3d1c1d6f2b11"_s);
        QVERIFY(!(*table)->unread().first().detail.isEmpty());
    }
    // The JSON after it is still checked.
    QVERIFY(!list(listOf(Whole + ',' + odd + other)));
    QVERIFY(!list(R"({"tokens":[)" + Whole + ',' + odd));
}

void TestTokenDecoder::idIsReadBesideABrokenField_data()
{
    QTest::addColumn<QByteArray>("odd");
    QTest::addColumn<QString>("id");
    QTest::newRow("behind") << R"({"roles":null,"x":{"id":"no"},"id":"be\u0061f"})"_ba << u"beaf"_s;
    QTest::newRow("behind brackets in text")
        << R"({"name":5,"y":"}]\"}","id":"beaf"})"_ba << u"beaf"_s;
    QTest::newRow("number") << R"({"id":7,"name":"x"})"_ba << QString();
    QTest::newRow("missing") << R"({"name":"x"})"_ba << QString();
    QTest::newRow("null") << "null"_ba << QString();
    QTest::newRow("string") << R"("beaf")"_ba << QString();
    QTest::newRow("array") << R"([{"id":"beaf"}])"_ba << QString();
    QTest::newRow("empty") << "{}"_ba << QString();
}

void TestTokenDecoder::idIsReadBesideABrokenField()
{
    QFETCH(QByteArray, odd);
    QFETCH(QString, id);
    const auto table = list(listOf(Whole + ',' + odd + ',' + with("0d8f", "1111")));
    QVERIFY2(table, qPrintable(table ? QString() : table.error().detail));
    QCOMPARE((*table)->size(), 2U);
    QCOMPARE((*table)->unread().size(), 1);
    QCOMPARE((*table)->unread().first().id, id);
    QVERIFY((*table)->mayBeUnread(u"beaf"_s));
    QCOMPARE((*table)->mayBeUnread(u"another"_s), id.isEmpty());
}

void TestTokenDecoder::manyUnreadTokensAreCounted()
{
    const QByteArray odd = with(R"(["A","B","A"])", "null");
    const auto table = list(
        listOf(QByteArray(odd + ',').repeated(500) + Whole + QByteArray(',' + odd).repeated(500)));
    QVERIFY(table);
    QCOMPARE((*table)->size(), 1U);
    QCOMPARE((*table)->unread().size(), 1000);
}

void TestTokenDecoder::zeroTimesAreNoTime_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::newRow("Go") << "0001-01-01T00:00:00Z"_ba;
    QTest::newRow("Go, with a fraction") << "0001-01-01T00:00:00.000Z"_ba;
    QTest::newRow("Go, in another zone") << "0001-01-01T01:00:00+01:00"_ba;
    QTest::newRow("Unix") << "1970-01-01T00:00:00Z"_ba;
    QTest::newRow("Unix, in another zone") << "1969-12-31T19:00:00-05:00"_ba;
}

void TestTokenDecoder::zeroTimesAreNoTime()
{
    QFETCH(QByteArray, time);
    QByteArray json = with("2026-08-22T10:15:30Z", time);
    json.replace("2027-08-22T10:15:30Z", time);
    const auto table = list(listOf(json));
    QVERIFY(table);
    QCOMPARE((*table)->issuedAt(0), rox::NoTime);
    QCOMPARE((*table)->expiresAt(0), rox::NoTime);
    constexpr rox::UtcMs now = 1'787'393'730'000;
    QCOMPARE((*table)->status(0, now), rox::TokenStatus::Active);
}

void TestTokenDecoder::refusesBadJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("html") << "<!doctype html><html></html>"_ba;
    QTest::newRow("words") << "upstream connect error"_ba;
    QTest::newRow("cut in the list") << R"({"tokens":[)"_ba + Whole;
    QTest::newRow("cut in a string") << R"({"tokens":[{"id":"0d8)"_ba;
    QTest::newRow("cut after the list") << R"({"tokens":[])"_ba;
    QTest::newRow("no comma") << listOf(Whole + Whole);
    QTest::newRow("something behind") << R"({"tokens":[]} x)"_ba;
    QTest::newRow("another reply behind") << R"({"tokens":[]}{"tokens":[]})"_ba;
    QTest::newRow("lone high surrogate") << listOf(with("ci", R"(\ud83d)"));
    QTest::newRow("lone low surrogate") << listOf(with("ci", R"(\ude80)"));
    QTest::newRow("unknown escape") << listOf(with("ci", R"(\x)"));
    QTest::newRow("bad utf-8") << listOf(with("ci", "\xff\xfe"));
    QTest::newRow("overlong utf-8") << listOf(with("ci", "\xc0\xaf"));
    QTest::newRow("utf-8 surrogate") << listOf(with("ci", "\xed\xa0\x80"));
    QTest::newRow("raw control character") << listOf(with("ci", "a\nb"));
    QTest::newRow("byte order mark") << "\xef\xbb\xbf{\"tokens\":[]}"_ba;
    QTest::newRow("utf-16") << QByteArray("{\0\"\0t\0", 6);
}

void TestTokenDecoder::refusesBadJson()
{
    QFETCH(QByteArray, json);
    const auto table = list(json);
    QVERIFY(!table);
    QVERIFY(!table.error().detail.isEmpty());
    QVERIFY2(table.error().kind == ApiError::Kind::BadJson, qPrintable(table.error().detail));
}

void TestTokenDecoder::refusesWrongShapes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no tokens") << "{}"_ba;
    QTest::newRow("an array") << "[]"_ba;
    QTest::newRow("a string") << "\"tokens\""_ba;
    QTest::newRow("a number") << "1"_ba;
    QTest::newRow("null") << "null"_ba;
    QTest::newRow("tokens null") << R"({"tokens":null})"_ba;
    QTest::newRow("tokens object") << R"({"tokens":{}})"_ba;
    QTest::newRow("tokens twice") << R"({"tokens":[],"tokens":[]})"_ba;
    QTest::newRow("token null") << listOf("null");
    QTest::newRow("token string") << listOf("\"x\"");
    QTest::newRow("token empty") << listOf("{}");
    QTest::newRow("id number") << listOf(with(R"("0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b11")", "1"));
    QTest::newRow("id null") << listOf(with(R"("0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b11")", "null"));
    QTest::newRow("id empty") << listOf(with("0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b11", ""));
    QTest::newRow("id twice") << listOf(with(R"("name")", R"("id":"y","name")"));
    QTest::newRow("name null") << listOf(with(R"("ci")", "null"));
    QTest::newRow("name missing") << listOf(with(R"("name":"ci",)", ""));
    QTest::newRow("roles null") << listOf(with(R"(["A","B","A"])", "null"));
    QTest::newRow("roles string") << listOf(with(R"(["A","B","A"])", R"("A")"));
    QTest::newRow("role number") << listOf(with(R"(["A","B","A"])", R"(["A",2])"));
    QTest::newRow("role null") << listOf(with(R"(["A","B","A"])", "[null]"));
    QTest::newRow("time number") << listOf(with(R"("2026-08-22T10:15:30Z")", "1787393730"));
    QTest::newRow("time object") << listOf(with(R"("2026-08-22T10:15:30Z")", R"({"seconds":1})"));
    QTest::newRow("time words") << listOf(with("2026-08-22T10:15:30Z", "tomorrow"));
    QTest::newRow("time empty") << listOf(with("2026-08-22T10:15:30Z", ""));
    QTest::newRow("revoked string") << listOf(with("false", R"("false")"));
    QTest::newRow("revoked number") << listOf(with("false", "0"));
    QTest::newRow("revoked null") << listOf(with("false", "null"));
    QTest::newRow("revoked missing") << listOf(with(R"("revoked":false,)", ""));
    QTest::newRow("expiration missing") << listOf(with(R"("expiration")", R"("expires")"));
}

void TestTokenDecoder::refusesWrongShapes()
{
    QFETCH(QByteArray, json);
    const auto table = list(json);
    QVERIFY(!table);
    QCOMPARE(table.error().kind, ApiError::Kind::WrongShape);
    QVERIFY(!table.error().detail.isEmpty());
}

void TestTokenDecoder::cutReplyIsRefused()
{
    const QByteArray json = listOf(Whole + ',' + Whole);
    for (qsizetype size = 0; size < json.size(); ++size) {
        const auto table = list(json.left(size));
        QVERIFY2(!table, qPrintable(QString::number(size)));
    }
    QVERIFY(list(json));
}

void TestTokenDecoder::oldBracketDoesNotCompleteACutReply()
{
    for (const char bracket : {']', '}'}) {
        for (const QByteArray &json : {listOf(Whole), Whole}) {
            for (qsizetype cut = 1; cut < 4; ++cut) {
                {
                    const ReplyBody before(QByteArray(json.size() + 16, bracket));
                }
                QVERIFY(!list(json.chopped(cut)));
                QVERIFY(!rox::decodeToken(ReplyBody(json.chopped(cut))));
            }
        }
    }
}

void TestTokenDecoder::changedBytesDoNotCrash()
{
    const QByteArray json = listOf(Whole);
    for (qsizetype at = 0; at < json.size(); ++at) {
        for (const char byte : {'\0', '"', '\\', '{', '}', '[', ']', ',', ':', '\xff', 'x'}) {
            QByteArray changed = json;
            changed[at] = byte;
            const auto table = list(changed);
            if (table)
                QVERIFY((*table)->size() <= 1);
            else
                QVERIFY(!table.error().detail.isEmpty());
        }
    }
}

void TestTokenDecoder::deepNestingDoesNotCrash_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isFine");
    constexpr int Deep = 1'000'000;
    const QByteArray arrays = QByteArray(Deep, '[');
    QTest::newRow("nothing but arrays") << arrays << false;
    QTest::newRow("objects") << QByteArray("{\"a\":").repeated(Deep) << false;
    QTest::newRow("in the list") << listOf(arrays) << false;
    QTest::newRow("as a role") << listOf(with(R"(["A","B","A"])", arrays)) << false;
    QTest::newRow("in an unknown field, closed")
        << R"({"x":)" + arrays + QByteArray(Deep, ']') + R"(,"tokens":[]})" << true;
}

void TestTokenDecoder::deepNestingDoesNotCrash()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isFine);
    const auto table = list(json);
    if (!isFine)
        QVERIFY(!table);
    else if (!table) // refused by a depth limit
        QCOMPARE(table.error().kind, ApiError::Kind::BadJson);
}

void TestTokenDecoder::stopEndsDecoding()
{
    std::stop_source stop;
    stop.request_stop();
    const auto table = list(listOf(Whole), stop.get_token());
    QVERIFY(!table);
    QCOMPARE(table.error().kind, ApiError::Kind::Cancelled);
}

void TestTokenDecoder::readsAGeneratedToken()
{
    for (const QByteArray &json :
         {QByteArray(R"({"token":"eyJh.b-_.c","metadata":)" + Whole + '}'),
          QByteArray(R"({"metadata":)" + Whole + R"(,"more":[],"token":"eyJh.b-_.c"})")}) {
        const auto made = rox::decodeGenerated(ReplyBody(json));
        QVERIFY(made);
        QCOMPARE(made->value.view(), QByteArrayView("eyJh.b-_.c"));
        QCOMPARE(made->token.name, u"ci"_s);
    }
}

void TestTokenDecoder::valueIsWipedFromTheReply()
{
    const auto value = rox::test::HiddenText::random(20'000); // more than the first block holds
    GeneratedReply reply(value);
    {
        rox::Result<rox::GeneratedToken> made;
        {
            ReplyBody body(ReplyBody::Holds::Secret);
            while (!reply.atEnd())
                QVERIFY(body.takeFrom(reply, 1 << 20));
            made = rox::decodeGenerated(body);
        }
        QVERIFY(made);
        QCOMPARE(made->value.size(), value.size());
        QCOMPARE(value.occurrences(), 1); // the Secret itself
    }
    QCOMPARE(value.occurrences(), 0);
}

void TestTokenDecoder::generatedTokenWithoutAFieldIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no token") << R"({"metadata":)" + Whole + '}';
    QTest::newRow("empty token") << R"({"token":"","metadata":)" + Whole + '}';
    QTest::newRow("token number") << R"({"token":1,"metadata":)" + Whole + '}';
    QTest::newRow("two tokens") << R"({"token":"a","token":"b","metadata":)" + Whole + '}';
    QTest::newRow("no metadata") << R"({"token":"a"})"_ba;
    QTest::newRow("metadata null") << R"({"token":"a","metadata":null})"_ba;
    QTest::newRow("two metadata") << R"({"token":"a","metadata":)" + Whole + R"(,"metadata":)"
                                         + Whole + '}';
    QTest::newRow("cut") << R"({"token":"a","metadata":)" + Whole;
    QTest::newRow("empty object") << "{}"_ba;
}

void TestTokenDecoder::generatedTokenWithoutAFieldIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY(!rox::decodeGenerated(ReplyBody(json)));
}

QTEST_APPLESS_MAIN(TestTokenDecoder)
#include "tst_tokendecoder.moc"
