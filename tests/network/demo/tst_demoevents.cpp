// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/network/demo/curledcentral.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString Events = u"/v1/administration/events"_s;
const QString OfTokens = u"?filter.resourceType=API%20Token&filter.domain=Authentication"_s;
const QString Challenge = u"/v1/tls-challenge?challengeToken="_s;
/// The base64url of 32 bytes.
const QByteArray ThirtyTwo = QByteArray(32, '\xfb').toBase64(QByteArray::Base64UrlEncoding);

QJsonArray eventsOf(const Answer &answer)
{
    return answer.json().value(u"events"_s).toArray();
}

/// The JSON object behind the sentence of an event's message.
QJsonObject recordOf(const QJsonObject &event)
{
    const QString message = event[u"message"_s].toString();
    return QJsonDocument::fromJson(message.mid(message.indexOf(u'{')).toUtf8()).object();
}

QJsonObject eventOf(const QJsonArray &events, const QString &tokenId)
{
    for (const auto &event : events) {
        if (event[u"resource"_s][u"id"_s] == tokenId)
            return event.toObject();
    }
    return {};
}

/// The fields of a TrustInfo by number; each is length-delimited.
QMap<int, QByteArrayList> fieldsOf(const QByteArray &protobuf)
{
    QMap<int, QByteArrayList> fields;
    for (qsizetype at = 0; at < protobuf.size();) {
        const auto tag = static_cast<unsigned char>(protobuf.at(at++));
        qsizetype size = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(protobuf.at(at++));
            size |= qsizetype(byte & 0x7f) << shift;
            if (byte < 0x80)
                break;
        }
        fields[tag >> 3].append(protobuf.mid(at, size));
        at += size;
    }
    return fields;
}

bool isSignedBy(const QByteArray &certificate, const QByteArray &bytes, const QByteArray &signature)
{
    QTemporaryDir dir;
    const auto write = [&dir](const QString &name, const QByteArray &content) {
        QFile file(dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    const auto key = QSslCertificate(certificate, QSsl::Der).publicKey();
    if (key.algorithm() != QSsl::Rsa || !write(u"key.pem"_s, key.toPem())
        || !write(u"bytes"_s, bytes) || !write(u"signature"_s, signature))
        return false;
    return QProcess::execute(u"openssl"_s, {u"dgst"_s, u"-sha256"_s, u"-verify"_s,
                                            dir.filePath(u"key.pem"_s), u"-signature"_s,
                                            dir.filePath(u"signature"_s), dir.filePath(u"bytes"_s)})
           == 0;
}

} // namespace

/// Administration events about new tokens, and Central's own certificate chain.
class TestDemoEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void eachCreationHasAnEvent();
    void eventNamesTheCreator_data();
    void eventNamesTheCreator();
    void hostileNamesStayJson();
    void filters_data();
    void filters();
    void timesFilterWholeSeconds();
    void pagesCoverAllEventsOnce();
    void badQueries_data();
    void badQueries();
    void readingNeedsAdministration();
    void eventsAreDelayed();
    void olderReleasesHaveNoEvents();

    void challengeIsSigned();
    void secondaryChainIsSigned();
    void challengeIsDelayed();
    void badChallenges_data();
    void badChallenges();

    void skewedClockIsInEveryAnswer();
    void oddTokenIsListedAndRevocable();

private:
    QJsonArray events(const QString &query) const
    {
        return eventsOf(m_central.asAdmin(Events + query));
    }

    CurledCentral m_central{{u"--tokens"_s, u"300"_s}};
};

void TestDemoEvents::initTestCase()
{
    QVERIFY(m_central.start());
}

void TestDemoEvents::eachCreationHasAnEvent()
{
    const Answer made = m_central.generate(
        {{u"name"_s, u"ci"_s}, {u"roles"_s, QJsonArray{u"Analyst"_s, u"Sensor Creator"_s}}});
    const QString id = made.json()[u"metadata"_s][u"id"_s].toString();
    const QJsonObject event = eventOf(events(OfTokens), id);
    QCOMPARE(event[u"type"_s].toString(), u"ADMINISTRATION_EVENT_TYPE_LOG_MESSAGE"_s);
    QCOMPARE(event[u"level"_s].toString(), u"ADMINISTRATION_EVENT_LEVEL_WARNING"_s);
    QCOMPARE(event[u"domain"_s].toString(), u"Authentication"_s);
    QCOMPARE(event[u"resource"_s][u"type"_s].toString(), u"API Token"_s);
    QCOMPARE(event[u"resource"_s][u"name"_s].toString(), u"ci"_s);
    QCOMPARE(event[u"numOccurrences"_s], QJsonValue(u"1"_s));
    QVERIFY(event[u"message"_s].toString().startsWith(u"An API token has been created {"_s));
    const QJsonObject record = recordOf(event);
    QCOMPARE(record[u"err_code"_s].toString(), u"api-token-created"_s);
    QCOMPARE(record[u"api_token_id"_s].toString(), id);
    QCOMPARE(record[u"api_token_name"_s].toString(), u"ci"_s);
    QCOMPARE(record[u"roles"_s].toArray(), (QJsonArray{u"Analyst"_s, u"Sensor Creator"_s}));

    const QString created = event[u"createdAt"_s].toString();
    QCOMPARE(created.size(), u"2026-11-25T23:52:30.663463647Z"_s.size());
    const auto issued = made.json()[u"metadata"_s][u"issuedAt"_s].toString();
    const qint64 late = QDateTime::fromString(issued, Qt::ISODate)
                            .msecsTo(QDateTime::fromString(created, Qt::ISODateWithMs));
    QVERIFY2(late >= 0 && late < 2000, qPrintable(created));
}

void TestDemoEvents::eventNamesTheCreator_data()
{
    QTest::addColumn<QString>("signIn");
    QTest::newRow("password") << u"password"_s;
    QTest::newRow("API token") << u"token"_s;
    QTest::newRow("session from a password") << u"session"_s;
}

void TestDemoEvents::eventNamesTheCreator()
{
    QFETCH(QString, signIn);
    const QString path = u"/v1/apitokens/generate"_s;
    const QStringList body = {u"--data-binary"_s, uR"({"name":"made","role":"Analyst"})"_s};
    Answer made;
    QString user;
    QString provider;
    if (signIn == u"password"_s) {
        made = m_central.asAdmin(path, body);
        user = u"admin"_s;
        provider = u"basic Login with username/password"_s;
    } else if (signIn == u"token"_s) {
        made = m_central.withToken(m_central.ownToken(), path, body);
        user = u"auth-token:"_s + jwtPayload(m_central.ownToken())[u"jti"_s].toString();
        provider = u"api-token api-token"_s;
    } else {
        const QString basic = u"4df1b98c-24ed-4073-a9ad-356aec6bb62d"_s;
        const QJsonObject exchange{{u"externalToken"_s, QString(u"username=admin&password="_s
                                                                + m_central.adminPassword())},
                                   {u"type"_s, u"basic"_s},
                                   {u"state"_s, basic}};
        const Answer session = m_central.call(u"/v1/authProviders/exchangeToken"_s,
                                              {u"--data-binary"_s, toText(exchange)});
        made = m_central.withToken(session.json()[u"token"_s].toString().toLatin1(), path, body);
        user = u"sso:"_s + basic + u":admin"_s;
        provider = u"basic Login with username/password"_s;
    }
    QCOMPARE(made.status, 200);
    const QString id = made.json()[u"metadata"_s][u"id"_s].toString();
    const QJsonObject record = recordOf(eventOf(events({}), id));
    QCOMPARE(record[u"user_id"_s].toString(), user);
    QCOMPARE(record[u"user_auth_provider"_s].toString(), provider);
}

void TestDemoEvents::hostileNamesStayJson()
{
    const QStringList names = {u"\"}, {\"x\": \"\\"_s, u"a\nb\tc"_s, QChar(0x202e) + u"gpj"_s,
                               u"nul"_s + QChar(0) + u"inside"_s};
    for (const QString &name : names) {
        const Answer made = m_central.generate({{u"name"_s, name}, {u"roles"_s, QJsonArray{}}});
        QCOMPARE(made.status, 200);
        QCOMPARE(made.json()[u"metadata"_s][u"name"_s].toString(), name);
        const QString id = made.json()[u"metadata"_s][u"id"_s].toString();
        const QJsonObject record = recordOf(eventOf(events({}), id));
        QCOMPARE(record[u"api_token_name"_s].toString(), name);
        QVERIFY(!record.contains(u"roles"_s)); // as in Central, if there is none
    }
}

void TestDemoEvents::filters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("matches");
    QTest::newRow("none") << QString() << true;
    QTest::newRow("resource type") << u"?filter.resourceType=API%20Token"_s << true;
    QTest::newRow("case matters") << u"?filter.resourceType=api%20token"_s << false;
    QTest::newRow("repeated: or") << u"?filter.domain=Image&filter.domain=Authentication"_s << true;
    QTest::newRow("other domain") << u"?filter.domain=Image%20Scanning"_s << false;
    QTest::newRow("level") << u"?filter.level=ADMINISTRATION_EVENT_LEVEL_WARNING"_s << true;
    QTest::newRow("other level") << u"?filter.level=ADMINISTRATION_EVENT_LEVEL_ERROR"_s << false;
    QTest::newRow("unknown key") << u"?no=such"_s << true;
    QTest::newRow("from the future") << u"?filter.from=2100-01-01T00:00:00Z"_s << false;
    QTest::newRow("until the past") << u"?filter.until=2001-01-01T00:00:00Z"_s << false;
    QTest::newRow("offset of a zone") << u"?filter.from=2001-01-01T00:00:00%2B02:00"_s << true;
}

void TestDemoEvents::filters()
{
    QFETCH(QString, query);
    QFETCH(bool, matches);
    QCOMPARE(!events(query).isEmpty(), matches);
    const Answer count = m_central.asAdmin(u"/v1/count/administration/events"_s + query);
    QCOMPARE(count.json()[u"count"_s].toInt() > 0, matches);
}

void TestDemoEvents::timesFilterWholeSeconds()
{
    const QJsonObject newest = events({}).first().toObject();
    const QString created = newest[u"createdAt"_s].toString();
    const QString second = created.left(19);
    const QString id = newest[u"resource"_s][u"id"_s].toString();
    QVERIFY(!eventOf(events(u"?filter.from="_s + second + u".999Z"_s), id).isEmpty());
    QVERIFY(eventOf(events(u"?filter.until="_s + second + u".999999999Z"_s), id).isEmpty()
            || created.contains(u".000000000"_s));
}

void TestDemoEvents::pagesCoverAllEventsOnce()
{
    const QString sorted = OfTokens + u"&pagination.sortOption.field=Created%20Time"_s;
    const int count = m_central.asAdmin(u"/v1/count/administration/events"_s + OfTokens)
                          .json()[u"count"_s]
                          .toInt();
    QVERIFY(count > 10); // the sample tokens of the last four days
    QSet<QString> ids;
    QString last;
    for (int offset = 0; offset < count + 4; offset += 4) {
        const QJsonArray page =
            events(sorted + u"&pagination.limit=4&pagination.offset="_s + QString::number(offset));
        QVERIFY(page.size() <= 4);
        for (const auto &event : page) {
            const QString created = event[u"createdAt"_s].toString();
            QVERIFY2(created >= last, "not in ascending order");
            last = created;
            ids.insert(event[u"id"_s].toString());
        }
    }
    QCOMPARE(ids.size(), count);
    QCOMPARE(events(u"?pagination.limit=-1"_s).size(), count);
    QCOMPARE(events(u"?pagination.offset=-3"_s).size(), count);
    QVERIFY(events(u"?pagination.offset=999999"_s).isEmpty());
    const QJsonArray newestFirst = events({});
    QCOMPARE(newestFirst.first()[u"createdAt"_s].toString(), last);
}

void TestDemoEvents::badQueries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("level") << u"?filter.level=WARNING"_s << 400;
    QTest::newRow("type") << u"?filter.type=LOG"_s << 400;
    QTest::newRow("time") << u"?filter.from=yesterday"_s << 400;
    QTest::newRow("limit") << u"?pagination.limit=many"_s << 400;
    QTest::newRow("sort field") << u"?pagination.sortOption.field=Colour"_s << 500;
}

void TestDemoEvents::badQueries()
{
    QFETCH(QString, query);
    QFETCH(int, status);
    QCOMPARE(m_central.asAdmin(Events + query).status, status);
}

void TestDemoEvents::readingNeedsAdministration()
{
    const QByteArray token = m_central.newToken(u"ci"_s, {u"Continuous Integration"_s});
    for (const QString &path : {Events, u"/v1/count/administration/events"_s}) {
        const Answer answer = m_central.withToken(token, path);
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.message(), u"not authorized: \"READ_ACCESS\" for \"Administration\""_s);
        QCOMPARE(m_central.call(path).status, 401);
    }
}

void TestDemoEvents::eventsAreDelayed()
{
    CurledCentral central({u"--tokens=0"_s, u"--event-delay"_s, u"2"_s});
    QVERIFY(central.start());
    QVERIFY(eventsOf(central.asAdmin(Events)).isEmpty());
    QTRY_COMPARE(eventsOf(central.asAdmin(Events)).size(), 1); // of the demo's own token
}

void TestDemoEvents::olderReleasesHaveNoEvents()
{
    CurledCentral central({u"--central-version=4.2.0"_s});
    QVERIFY(central.start());
    QCOMPARE(central.asAdmin(Events).status, 404);
}

void TestDemoEvents::challengeIsSigned()
{
    const Answer answer = m_central.call(Challenge + QString::fromLatin1(ThirtyTwo));
    QCOMPARE(answer.status, 200);
    const auto bytes = [&answer](const QString &field) {
        return QByteArray::fromBase64(answer.json()[field].toString().toLatin1());
    };
    const QByteArray info = bytes(u"trustInfoSerialized"_s);
    const auto fields = fieldsOf(info);
    QCOMPARE(fields[1].size(), 2);
    QCOMPARE(fields[2], QByteArrayList{ThirtyTwo});
    QVERIFY(fields[3].value(0) != ThirtyTwo);
    QVERIFY(fields[5].isEmpty());
    QCOMPARE(bytes(u"signatureSecondaryCa"_s), QByteArray());
    QVERIFY(isSignedBy(fields[1][0], info, bytes(u"signature"_s)));

    const QSslCertificate leaf(fields[1][0], QSsl::Der);
    QCOMPARE(leaf.subjectInfo(QSslCertificate::CommonName), {u"CENTRAL_SERVICE: Central"_s});
    const auto ca = QSslCertificate::fromPath(m_central.caFile());
    QCOMPARE(QSslCertificate(fields[1][1], QSsl::Der), ca.value(0));
    const Answer again = m_central.call(Challenge + QString::fromLatin1(ThirtyTwo));
    QCOMPARE(fieldsOf(QByteArray::fromBase64(
                 again.json()[u"trustInfoSerialized"_s].toString().toLatin1()))[1],
             fields[1]);
}

void TestDemoEvents::challengeIsDelayed()
{
    CurledCentral central({u"--tokens=0"_s, u"--challenge-delay"_s, u"1"_s});
    QVERIFY(central.start());
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(central.call(Challenge + QString::fromLatin1(ThirtyTwo)).status, 200);
    QVERIFY(elapsed.elapsed() >= 1000);
}

void TestDemoEvents::secondaryChainIsSigned()
{
    CurledCentral central({u"--tokens=0"_s, u"--secondary-ca"_s});
    QVERIFY(central.start());
    const QJsonObject answer = central.call(Challenge + QString::fromLatin1(ThirtyTwo)).json();
    const auto info =
        QByteArray::fromBase64(answer[u"trustInfoSerialized"_s].toString().toLatin1());
    const auto fields = fieldsOf(info);
    QCOMPARE(fields[5].size(), 2);
    QVERIFY(fields[5][1] != fields[1][1]);
    QVERIFY(isSignedBy(
        fields[5][0], info,
        QByteArray::fromBase64(answer[u"signatureSecondaryCa"_s].toString().toLatin1())));
}

void TestDemoEvents::badChallenges_data()
{
    QTest::addColumn<QString>("challenge");
    QTest::addColumn<QString>("says");
    QTest::newRow("none") << QString() << u"must be 32 bytes long"_s;
    QTest::newRow("short") << u"AAAA"_s << u"was 3 bytes"_s;
    QTest::newRow("without padding")
        << QString::fromLatin1(ThirtyTwo.chopped(1)) << u"valid base64"_s;
    QTest::newRow("not base64") << u"*"_s.repeated(44) << u"valid base64"_s;
}

void TestDemoEvents::badChallenges()
{
    QFETCH(QString, challenge);
    QFETCH(QString, says);
    const Answer answer = m_central.call(Challenge + challenge);
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.message().startsWith(u"invalid arguments: "_s), qPrintable(answer.message()));
    QVERIFY2(answer.message().contains(says), qPrintable(answer.message()));
}

void TestDemoEvents::skewedClockIsInEveryAnswer()
{
    constexpr qint64 threeDays = 3 * 86400;
    CurledCentral central({u"--tokens=0"_s, u"--clock-skew"_s, QString::number(-threeDays)});
    QVERIFY(central.start());
    const QDateTime then = QDateTime::currentDateTimeUtc().addSecs(-threeDays);
    const Answer ping = central.call(u"/v1/ping"_s);
    const auto date = QLocale::c().toDateTime(QString::fromLatin1(ping.header("date")).chopped(4),
                                              u"ddd, dd MMM yyyy HH:mm:ss"_s);
    QVERIFY(qAbs(QDateTime(date.date(), date.time(), Qt::UTC).secsTo(then)) < 60);
    const auto issued =
        QDateTime::fromString(central.list().at(0)[u"issuedAt"_s].toString(), Qt::ISODate);
    QVERIFY(qAbs(issued.secsTo(then)) < 60);
}

void TestDemoEvents::oddTokenIsListedAndRevocable()
{
    CurledCentral central({u"--tokens=3"_s, u"--odd-token"_s});
    QVERIFY(central.start());
    QJsonObject odd;
    for (const auto &token : central.list()) {
        if (token[u"roles"_s].isNull())
            odd = token.toObject();
    }
    QCOMPARE(odd[u"expiration"_s].toString(), u"soon"_s);
    const QString id = odd[u"id"_s].toString();
    QCOMPARE(central.asAdmin(u"/v1/apitokens/revoke/"_s + id, {u"--request"_s, u"PATCH"_s}).status,
             200);
    QCOMPARE(central.asAdmin(u"/v1/apitokens/"_s + id).json()[u"revoked"_s], QJsonValue(true));
}

QTEST_GUILESS_MAIN(TestDemoEvents)
#include "tst_demoevents.moc"
