// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/centralclient.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/democentral.h"
#include "tests/support/stricttest.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Outcome = rox::GenerateOutcome::Outcome;
using Kind = rox::ApiError::Kind;

/// The client against the demo Central, which shares no code with it.
class TestCentralAgainstDemo : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsTokens();
    void readsOneToken();
    void unknownIdIsNotFound();
    void generatedTokenSignsInUntilRevoked();
    void oddNamesSurvive_data();
    void oddNamesSurvive();
    void refusalsHaveTheirKind_data();
    void refusalsHaveTheirKind();
    void escalationIsRefused();
    void readerMayNotWrite();
    void missingCredentialIsUnauthenticated();
    void readsIdentityAndPermissions();
    void readsRolesAndVersion();
    void oldCentralListsUnfilteredRoles();
    void ignoredExpirationIsReported();
    void prunedTokenIsGone();
    void rateLimitIsTooManyRequests();
    void plaintextWorksOnLoopback();
    void otherAuthorityIsNotTrusted();
    void stoppedCentralRefusesConnections();
    void longListDoesNotBlockTheEventLoop();

private:
    GenerateOutcome generate(CentralClient &client, const TokenDraft &draft);
    template <class T, class Call>
    Caught<T> ask(Call call)
    {
        Caught<T> caught;
        call(caught.handler());
        if (!QTest::qWaitFor([&] { return caught.calls > 0; }, 20'000))
            qWarning("no answer");
        return caught;
    }

    RevokeVerdict revoke(CentralClient &client, const QString &id);

    std::unique_ptr<DemoCentral> m_demo;
    std::unique_ptr<CentralClient> m_admin;
};

RevokeVerdict TestCentralAgainstDemo::revoke(CentralClient &client, const QString &id)
{
    CaughtRevoke caught;
    client.revoke(id, this, caught.handler());
    if (!QTest::qWaitFor([&] { return caught.calls > 0; }, 20'000))
        qWarning("no answer");
    return caught.verdict;
}

void TestCentralAgainstDemo::initTestCase()
{
    m_demo = std::make_unique<DemoCentral>(QStringList{u"--tokens"_s, u"200"_s});
    QVERIFY2(m_demo->isUp(), qPrintable(m_demo->why()));
    m_admin = std::make_unique<CentralClient>(m_demo->connection());
}

GenerateOutcome TestCentralAgainstDemo::generate(CentralClient &client, const TokenDraft &draft)
{
    CaughtGenerate caught;
    client.generate(draft, this, caught.handler());
    if (!QTest::qWaitFor([&] { return caught.calls > 0; }, 20'000))
        qWarning("no answer");
    return caught.outcome ? std::move(*caught.outcome) : GenerateOutcome{};
}

void TestCentralAgainstDemo::listsTokens()
{
    const auto count = [this](RevokedFilter filter) {
        const auto caught =
            ask<TokenTablePtr>([&](auto handler) { m_admin->list(filter, this, handler); });
        return caught.succeeded() ? **caught.result : TokenTablePtr();
    };
    const auto all = count(RevokedFilter::All);
    const auto revoked = count(RevokedFilter::Revoked);
    const auto live = count(RevokedFilter::NotRevoked);
    QVERIFY(all && revoked && live);
    QCOMPARE(all->size(), 201U); // with the printed apiToken
    QVERIFY(revoked->size() > 0);
    QCOMPARE(revoked->size() + live->size(), all->size());
    for (TokenTable::Row row = 0; row < all->size(); ++row) {
        QVERIFY(!all->id(row).empty());
        QVERIFY(all->issuedAt(row) != NoTime);
        QVERIFY(all->expiresAt(row) != NoTime);
    }
    for (TokenTable::Row row = 0; row < revoked->size(); ++row)
        QVERIFY(revoked->revoked(row));
}

void TestCentralAgainstDemo::readsOneToken()
{
    const auto list =
        ask<TokenTablePtr>([&](auto handler) { m_admin->list(RevokedFilter::All, this, handler); });
    QVERIFY(list.succeeded());
    const TokenTable &table = ***list.result;
    for (TokenTable::Row row = 0; row < table.size(); row += 17) {
        const Token listed = table.token(row);
        const auto one =
            ask<Token>([&](auto handler) { m_admin->token(listed.id, this, handler); });
        QVERIFY(one.succeeded());
        QCOMPARE(**one.result, listed);
    }
}

void TestCentralAgainstDemo::unknownIdIsNotFound()
{
    for (const auto &id : {u"00000000-0000-4000-8000-000000000000"_s, u"généré? #1%2F"_s}) {
        const auto token = ask<Token>([&](auto handler) { m_admin->token(id, this, handler); });
        QCOMPARE(token.error().kind, Kind::NotFound);
        QCOMPARE(token.error().httpStatus, 400);
        QVERIFY(token.error().serverText.contains(id));
        QCOMPARE(revoke(*m_admin, id).fate, RevokeVerdict::Outcome::AlreadyGone);
    }
}

void TestCentralAgainstDemo::generatedTokenSignsInUntilRevoked()
{
    const UtcMs inAWeek = QDateTime::currentMSecsSinceEpoch() + 7 * DayMs;
    const auto made = generate(*m_admin, {u"tour"_s, {u"Analyst"_s, u"Token Auditor"_s}, inAWeek});
    QCOMPARE(made.fate, Outcome::Made);
    QVERIFY(made.value.view().startsWith("eyJ"));
    QVERIFY(!made.expirationIgnored);
    QCOMPARE(made.token.name, u"tour"_s);
    QCOMPARE(made.token.roles, (QStringList{u"Analyst"_s, u"Token Auditor"_s}));
    QCOMPARE(made.token.expiresAt / SecondMs, inAWeek / SecondMs);

    CentralClient bearer(m_demo->connection(made.value.view().toByteArray()));
    const auto who = ask<Identity>([&](auto handler) { bearer.identity(this, handler); });
    QVERIFY(who.succeeded());
    QCOMPARE((*who.result)->tokenId, made.token.id);
    QCOMPARE((*who.result)->displayName, u"tour"_s);
    QCOMPARE((*who.result)->expiresAt, made.token.expiresAt);

    for (int again = 0; again < 2; ++again) {
        const RevokeVerdict revoked = revoke(*m_admin, made.token.id);
        QCOMPARE(revoked.fate, RevokeVerdict::Outcome::Revoked);
        QVERIFY(!revoked.wasReadBack);
    }
    const auto after =
        ask<Token>([&](auto handler) { m_admin->token(made.token.id, this, handler); });
    QVERIFY(after.succeeded());
    QVERIFY((*after.result)->revoked);
    const auto refused = ask<Identity>([&](auto handler) { bearer.identity(this, handler); });
    QCOMPARE(refused.error().kind, Kind::Unauthenticated);
}

void TestCentralAgainstDemo::oddNamesSurvive_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("quotes") << u"a \"b\" \\ 'c' </script>"_s;
    QTest::newRow("spaces") << u"  two  spaces "_s;
    QTest::newRow("lines") << u"a\nb\tc\r"_s;
    QTest::newRow("emoji") << u"deploy 🚀 été 中文"_s;
    QTest::newRow("right to left") << u"\u202egnp.exe"_s;
    QTest::newRow("long") << QString(10'000, u'x');
}

void TestCentralAgainstDemo::oddNamesSurvive()
{
    QFETCH(QString, name);
    const auto made = generate(*m_admin, {name, {u"Analyst"_s}, NoTime});
    QCOMPARE(made.fate, Outcome::Made);
    QCOMPARE(made.token.name, name);
    const auto read =
        ask<Token>([&](auto handler) { m_admin->token(made.token.id, this, handler); });
    QVERIFY(read.succeeded());
    QCOMPARE((*read.result)->name, name);
}

void TestCentralAgainstDemo::refusalsHaveTheirKind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<UtcMs>("expiration");
    QTest::addColumn<QString>("says");
    QTest::newRow("no name") << QString() << QStringList{u"Analyst"_s} << NoTime
                             << u"token name cannot be empty"_s;
    QTest::newRow("no such role") << u"x"_s << QStringList{u"analyst"_s, u"Gone"_s} << NoTime
                                  << u"don't exist"_s;
    QTest::newRow("past") << u"x"_s << QStringList{u"Analyst"_s} << UtcMs(1000)
                          << u"Expiration date cannot be in the past"_s;
}

void TestCentralAgainstDemo::refusalsHaveTheirKind()
{
    QFETCH(QString, name);
    QFETCH(QStringList, roles);
    QFETCH(UtcMs, expiration);
    QFETCH(QString, says);
    const auto outcome = generate(*m_admin, {name, roles, expiration});
    QCOMPARE(outcome.fate, Outcome::Refused);
    QCOMPARE(outcome.error.kind, Kind::BadRequest);
    QCOMPARE(outcome.error.httpStatus, 400);
    QCOMPARE(outcome.error.grpcCode, 3);
    QVERIFY2(outcome.error.serverText.contains(says), qPrintable(outcome.error.serverText));
}

void TestCentralAgainstDemo::escalationIsRefused()
{
    const auto manager = generate(*m_admin, {u"manager"_s, {u"Token Manager"_s}, NoTime});
    QCOMPARE(manager.fate, Outcome::Made);
    CentralClient client(m_demo->connection(manager.value.view().toByteArray()));
    const auto refused = generate(client, {u"more"_s, {u"Image Writer"_s}, NoTime});
    QCOMPARE(refused.fate, Outcome::Refused);
    QCOMPARE(refused.error.kind, Kind::Escalation);
    QCOMPARE(refused.error.escalation,
             (QList<EscalationFinding>{
                 {u"Image"_s, u"Unrestricted"_s, u"READ_WRITE_ACCESS"_s, u"NO_ACCESS"_s}}));
    const auto allowed =
        ask<AllowedRoles>([&](auto handler) { client.allowedRoles(this, handler); });
    QVERIFY(allowed.succeeded());
    QVERIFY(!(*allowed.result)->unfiltered);
    QVERIFY((*allowed.result)->names.contains(u"Token Auditor"_s));
    QVERIFY(!(*allowed.result)->names.contains(u"Admin"_s));
    QVERIFY(!(*allowed.result)->names.contains(u"None"_s));
    QCOMPARE(generate(client, {u"same"_s, {u"Token Manager"_s}, NoTime}).fate, Outcome::Made);
}

void TestCentralAgainstDemo::readerMayNotWrite()
{
    const auto analyst = generate(*m_admin, {u"analyst"_s, {u"Analyst"_s}, NoTime});
    QCOMPARE(analyst.fate, Outcome::Made);
    CentralClient client(m_demo->connection(analyst.value.view().toByteArray()));
    const auto may = ask<Permissions>([&](auto handler) { client.permissions(this, handler); });
    QVERIFY(may.succeeded());
    QVERIFY((*may.result)->mayList());
    QVERIFY(!(*may.result)->mayGenerate());
    QVERIFY(ask<TokenTablePtr>([&](auto handler) {
                client.list(RevokedFilter::All, this, handler);
            }).succeeded());
    const auto outcome = generate(client, {u"x"_s, {u"Analyst"_s}, NoTime});
    QCOMPARE(outcome.fate, Outcome::Refused);
    QCOMPARE(outcome.error.kind, Kind::Forbidden);
    QVERIFY(outcome.error.serverText.contains(u"\"Integration\""_s));
    const RevokeVerdict verdict = revoke(client, analyst.token.id);
    QCOMPARE(verdict.fate, RevokeVerdict::Outcome::StillActive);
    QCOMPARE(verdict.error.kind, Kind::Forbidden);
}

void TestCentralAgainstDemo::missingCredentialIsUnauthenticated()
{
    auto nobody = m_demo->connection();
    nobody.credential = {};
    auto wrongPassword = m_demo->adminConnection();
    wrongPassword.credential.secret = Secret("wrong");
    QList<Connection *> connections{&nobody, &wrongPassword};
    auto wrongToken = m_demo->connection("not.a.token");
    connections.append(&wrongToken);
    for (Connection *connection : connections) {
        CentralClient client(std::move(*connection));
        const auto list = ask<TokenTablePtr>(
            [&](auto handler) { client.list(RevokedFilter::All, this, handler); });
        QCOMPARE(list.error().kind, Kind::Unauthenticated);
        QVERIFY(list.error().serverText.contains(u"credentials not found"_s));
        const auto version = ask<QString>([&](auto handler) { client.version(this, handler); });
        QCOMPARE(version.error().kind, Kind::Unauthenticated);
        const auto made = generate(client, {u"x"_s, {u"Analyst"_s}, NoTime});
        QCOMPARE(made.fate, Outcome::Refused);
        QCOMPARE(made.error.kind, Kind::Unauthenticated);
    }
}

void TestCentralAgainstDemo::readsIdentityAndPermissions()
{
    CentralClient admin(m_demo->adminConnection());
    const auto who = ask<Identity>([&](auto handler) { admin.identity(this, handler); });
    QVERIFY(who.succeeded());
    QCOMPARE((*who.result)->displayName, u"admin"_s);
    QVERIFY((*who.result)->tokenId.isEmpty());
    QVERIFY((*who.result)->expiresAt >= NeverMs);
    QVERIFY((*who.result)->roles.contains(u"Admin"_s));
    const auto token = ask<Identity>([&](auto handler) { m_admin->identity(this, handler); });
    QVERIFY(token.succeeded());
    QVERIFY(!(*token.result)->tokenId.isEmpty());
}

void TestCentralAgainstDemo::readsRolesAndVersion()
{
    const auto version = ask<QString>([&](auto handler) { m_admin->version(this, handler); });
    QVERIFY(version.succeeded());
    QVERIFY(QRegularExpression(u"^\\d+\\.\\d+\\.\\d+"_s).match(**version.result).hasMatch());
    const auto roles = ask<QList<RoleGrant>>([&](auto handler) { m_admin->roles(this, handler); });
    QVERIFY(roles.succeeded());
    QStringList names;
    for (const RoleGrant &role : **roles.result)
        names.append(role.name);
    QVERIFY(names.contains(u"Admin"_s));
    QVERIFY(names.contains(u"None"_s));
    const auto allowed =
        ask<AllowedRoles>([&](auto handler) { m_admin->allowedRoles(this, handler); });
    QVERIFY(allowed.succeeded());
    names.removeAll(u"None"_s);
    QCOMPARE((*allowed.result)->names, names);
}

void TestCentralAgainstDemo::oldCentralListsUnfilteredRoles()
{
    const DemoCentral old({u"--central-version"_s, u"4.2.0"_s});
    QVERIFY2(old.isUp(), qPrintable(old.why()));
    CentralClient client(old.connection());
    const auto allowed =
        ask<AllowedRoles>([&](auto handler) { client.allowedRoles(this, handler); });
    QVERIFY(allowed.succeeded());
    QVERIFY((*allowed.result)->unfiltered);
    QVERIFY((*allowed.result)->names.contains(u"Admin"_s));
    QVERIFY(!(*allowed.result)->names.contains(u"None"_s));
}

void TestCentralAgainstDemo::ignoredExpirationIsReported()
{
    const DemoCentral old({u"--central-version"_s, u"4.3.0"_s});
    QVERIFY2(old.isUp(), qPrintable(old.why()));
    CentralClient client(old.connection());
    const UtcMs inAWeek = QDateTime::currentMSecsSinceEpoch() + 7 * DayMs;
    const auto made = generate(client, {u"week"_s, {u"Analyst"_s}, inAWeek});
    QCOMPARE(made.fate, Outcome::Made);
    QVERIFY(made.expirationIgnored);
    QCOMPARE(made.token.expiresAt - made.token.issuedAt, 365 * DayMs);
    QVERIFY(!generate(client, {u"year"_s, {u"Analyst"_s}, NoTime}).expirationIgnored);
    const auto allowed =
        ask<AllowedRoles>([&](auto handler) { client.allowedRoles(this, handler); });
    QVERIFY(allowed.succeeded());
    QVERIFY(!(*allowed.result)->unfiltered);
}

void TestCentralAgainstDemo::prunedTokenIsGone()
{
    const DemoCentral pruning({u"--prune-interval"_s, u"1"_s});
    QVERIFY2(pruning.isUp(), qPrintable(pruning.why()));
    CentralClient client(pruning.connection());
    const auto made = generate(client, {u"short"_s, {u"Analyst"_s}, NoTime});
    QCOMPARE(made.fate, Outcome::Made);
    QVERIFY(revoke(client, made.token.id).isDone());
    QTRY_COMPARE(revoke(client, made.token.id).fate, RevokeVerdict::Outcome::AlreadyGone);
}

void TestCentralAgainstDemo::rateLimitIsTooManyRequests()
{
    const DemoCentral busy({u"--rate-limit"_s, u"2"_s});
    QVERIFY2(busy.isUp(), qPrintable(busy.why()));
    CentralClient client(busy.connection());
    std::array<Caught<QString>, 12> caught;
    for (auto &one : caught)
        client.version(this, one.handler());
    QTRY_VERIFY_WITH_TIMEOUT(
        std::all_of(caught.begin(), caught.end(), [](const auto &one) { return one.calls == 1; }),
        30'000);
    const auto refused = std::find_if(caught.begin(), caught.end(),
                                      [](const auto &one) { return !one.succeeded(); });
    QVERIFY(refused != caught.end());
    QCOMPARE(refused->error().kind, Kind::TooManyRequests);
    QCOMPARE(refused->error().grpcCode, 8);
}

void TestCentralAgainstDemo::plaintextWorksOnLoopback()
{
    const DemoCentral plain({u"--plaintext"_s});
    QVERIFY2(plain.isUp(), qPrintable(plain.why()));
    CentralClient client(plain.connection());
    QVERIFY(client.endpoint().isPlaintext());
    QVERIFY(ask<Identity>([&](auto handler) { client.identity(this, handler); }).succeeded());
}

void TestCentralAgainstDemo::otherAuthorityIsNotTrusted()
{
    auto connection = m_demo->connection();
    connection.trust.authorities = {TestAuthority("StackRox Certificate Authority").certificate()};
    CentralClient client(std::move(connection));
    const auto version = ask<QString>([&](auto handler) { client.version(this, handler); });
    QCOMPARE(version.error().kind, Kind::CertificateRefused);
    QVERIFY(version.error().certificate);
    QCOMPARE(version.error().certificate->issuer, u"StackRox Certificate Authority"_s);
    QVERIFY(version.error().certificate->names.contains(u"central.stackrox"_s));
}

void TestCentralAgainstDemo::stoppedCentralRefusesConnections()
{
    DemoCentral dying;
    QVERIFY2(dying.isUp(), qPrintable(dying.why()));
    CentralClient client(dying.connection());
    QVERIFY(ask<QString>([&](auto handler) { client.version(this, handler); }).succeeded());
    dying.kill();
    const auto version = ask<QString>([&](auto handler) { client.version(this, handler); });
    QVERIFY(version.error().kind == Kind::ConnectionRefused
            || version.error().kind == Kind::ConnectionLost);
    const auto made = generate(client, {u"x"_s, {u"Analyst"_s}, NoTime});
    QCOMPARE(made.fate, Outcome::NotSent);
    QCOMPARE(made.error.kind, Kind::ConnectionRefused);
}

void TestCentralAgainstDemo::longListDoesNotBlockTheEventLoop()
{
    const int rows = qEnvironmentVariableIntValue("ROX_LONG_LIST");
    const int tokens = rows > 0 ? rows : 100'000;
    const DemoCentral big({u"--tokens"_s, QString::number(tokens)});
    QVERIFY2(big.isUp(), qPrintable(big.why()));
    CentralClient client(big.connection());
    QElapsedTimer total;
    QElapsedTimer sinceTick;
    qint64 longest = 0;
    QTimer ticks;
    ticks.setTimerType(Qt::PreciseTimer);
    connect(&ticks, &QTimer::timeout, this,
            [&] { longest = std::max(longest, sinceTick.restart()); });
    ticks.start(1);
    sinceTick.start();
    total.start();
    int calls = 0;
    Result<TokenTablePtr> result;
    client.list(RevokedFilter::All, this, [&](Result<TokenTablePtr> got) {
        ++calls;
        longest = std::max(longest, sinceTick.elapsed());
        result = std::move(got);
    });
    QTRY_COMPARE_WITH_TIMEOUT(calls, 1, 120'000);
    QVERIFY(result);
    QCOMPARE((*result)->size(), TokenTable::Row(tokens + 1));
    qInfo("%d tokens in %lld ms; the event loop stood still for at most %lld ms", tokens,
          total.elapsed(), longest);
    QVERIFY(longest < total.elapsed() / 3); // decoding alone would take longer
}

QTEST_GUILESS_MAIN(TestCentralAgainstDemo)
#include "tst_centralagainstdemo.moc"
