// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/retrypolicy.h"

#include <QMetaEnum>
#include <QTest>

using namespace std::chrono_literals;
using namespace rox;
using After = rox::RetryPolicy::After;
using Kind = rox::ApiError::Kind;
using Pause = std::optional<std::chrono::milliseconds>;

namespace {

ApiError refusedWith(Kind kind, std::optional<qint64> retryAfterMs = {})
{
    ApiError error = errorOf(kind);
    error.retryAfterMs = retryAfterMs;
    return error;
}

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorKindIsClassified();
    void pausesDoubleUntilMaxTries();
    void pausesAreLimited();
    void retryAfterIsHonoured();
    void resetRestartsPauses();
    void permanentErrorsAreNotRetried();
    void networkErrorsAreRetriedOnlyWithAny();
};

void TestRetryPolicy::everyErrorKindIsClassified()
{
    const auto kinds = QMetaEnum::fromType<Kind>();
    for (int at = 0; at < kinds.keyCount(); ++at) {
        const auto kind = Kind(kinds.value(at));
        // Errors of this computer and of trust are permanent.
        if (reach(kind) == Reach::NotSent || reach(kind) == Reach::NotTrusted)
            QVERIFY2(!mayPass(kind), kinds.key(at));
        if (reach(kind) == Reach::NotReached)
            QVERIFY2(mayPass(kind), kinds.key(at));
    }
    for (const Kind kind :
         {Kind::TimedOut, Kind::ConnectionLost, Kind::TooManyRequests, Kind::ServerFailed,
          Kind::BadGateway, Kind::Unavailable, Kind::GatewayTimedOut})
        QVERIFY(mayPass(kind));
    QCOMPARE(reach(Kind::TimedOut), Reach::Lost);
    QCOMPARE(reach(Kind::TooManyRequests), Reach::Refused);
    QCOMPARE(reach(Kind::Unavailable), Reach::Failed);
}

void TestRetryPolicy::pausesDoubleUntilMaxTries()
{
    RetryPolicy policy({}, After::Answer);
    for (const auto pause : {2s, 4s, 8s, 16s, 32s})
        QCOMPARE(policy.pauseAfter(refusedWith(Kind::Unavailable)), Pause(pause));
    QCOMPARE(policy.pauseAfter(refusedWith(Kind::Unavailable)), Pause());
}

void TestRetryPolicy::pausesAreLimited()
{
    RetryPolicy::Pauses pauses;
    pauses.first = 5s;
    pauses.longest = 12s;
    pauses.maxTries = 0;
    RetryPolicy policy(pauses, After::Any);
    for (const auto pause : {5s, 10s, 12s, 12s})
        QCOMPARE(policy.pauseAfter(refusedWith(Kind::TimedOut)), Pause(pause));
    for (int many = 0; many < 100; ++many)
        QCOMPARE(policy.pauseAfter(refusedWith(Kind::TimedOut)), Pause(12s));
}

void TestRetryPolicy::retryAfterIsHonoured()
{
    RetryPolicy policy({}, After::Answer);
    QCOMPARE(policy.pauseAfter(refusedWith(Kind::TooManyRequests, 90'000)), Pause(90s));
    QCOMPARE(policy.pauseAfter(refusedWith(Kind::TooManyRequests, 500)), Pause(500ms));
    QCOMPARE(policy.pauseAfter(refusedWith(Kind::TooManyRequests, 0)),
             Pause(8s)); // the third pause
    // Longer than maxRetryAfter: no automatic retry.
    QCOMPARE(policy.pauseAfter(refusedWith(Kind::TooManyRequests, 300'001)), Pause());
}

void TestRetryPolicy::resetRestartsPauses()
{
    RetryPolicy policy({}, After::Answer);
    for (int many = 0; many < 6; ++many)
        (void)policy.pauseAfter(refusedWith(Kind::BadGateway));
    QCOMPARE(policy.pauseAfter(refusedWith(Kind::BadGateway)), Pause());
    policy.reset();
    QCOMPARE(policy.pauseAfter(refusedWith(Kind::BadGateway)), Pause(2s));
}

void TestRetryPolicy::permanentErrorsAreNotRetried()
{
    RetryPolicy policy({}, After::Any);
    for (const Kind kind : {Kind::Unauthenticated, Kind::Forbidden, Kind::CertificateRefused,
                            Kind::BadJson, Kind::MayBeCreated, Kind::NotFound})
        QCOMPARE(policy.pauseAfter(refusedWith(kind, 1000)), Pause());
    QCOMPARE(policy.pauseAfter(refusedWith(Kind::Unavailable)),
             Pause(2s)); // permanent errors do not count as tries
}

void TestRetryPolicy::networkErrorsAreRetriedOnlyWithAny()
{
    for (const Kind kind : {Kind::ConnectionRefused, Kind::HostNotFound, Kind::Unreachable,
                            Kind::ProxyFailed, Kind::TimedOut, Kind::ConnectionLost}) {
        QCOMPARE(RetryPolicy({}, After::Any).pauseAfter(refusedWith(kind)), Pause(2s));
        QCOMPARE(RetryPolicy({}, After::Answer).pauseAfter(refusedWith(kind)), Pause());
    }
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
