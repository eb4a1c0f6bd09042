// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/revokesentences.h"

#include <QMetaEnum>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Outcome = RevokeVerdict::Outcome;
using Kind = ApiError::Kind;

namespace {

constexpr UtcMs At = 1'787'654'662'000; // 10:44:22 UTC
constexpr UtcMs Before = At - 5 * SecondMs;

RevokeVerdict verdictOf(Outcome fate, bool wasReadBack = false, UtcMs lastSeen = NoTime)
{
    RevokeVerdict verdict;
    verdict.fate = fate;
    verdict.wasReadBack = wasReadBack;
    verdict.provenAt = At;
    verdict.lastSeenActiveAt = lastSeen;
    verdict.error.kind = fate == Outcome::NotSent   ? Kind::ConnectionRefused
                         : fate == Outcome::Unknown ? Kind::ConnectionLost
                                                    : Kind::ServerFailed;
    return verdict;
}

} // namespace

class TestRevokeSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesNameTheReading_data();
    void sentencesNameTheReading();
    void sentencesClaimOnlyWhatIsProven();
};

void TestRevokeSentences::sentencesNameTheReading_data()
{
    QTest::addColumn<RevokeVerdict>("verdict");
    QTest::addColumn<QString>("said");
    QTest::newRow("answered") << verdictOf(Outcome::Revoked)
                              << u"Central answered at 10:44: revoked."_s;
    QTest::newRow("read back") << verdictOf(Outcome::Revoked, true)
                               << u"Central lists it as revoked (looked at 10:44)."_s;
    QTest::newRow("gone") << verdictOf(Outcome::AlreadyGone)
                          << u"Central has no such token any more (looked at 10:44)."_s;
    QTest::newRow("still active") << verdictOf(Outcome::StillActive, false, Before)
                                  << u"This one was not revoked: still active at 10:44:17."_s;
    QTest::newRow("refused") << verdictOf(
        Outcome::Refused) << u"This one was not revoked. It could not be read back at 10:44:22."_s;
    QTest::newRow("not sent") << verdictOf(Outcome::NotSent)
                              << u"The request for this one was not sent."_s;
    QTest::newRow("unknown, seen")
        << verdictOf(Outcome::Unknown, false, Before)
        << u"Not yet revoked at 10:44:17. It may or may not be revoked."_s;
    QTest::newRow("unknown, not seen")
        << verdictOf(Outcome::Unknown)
        << u"It could not be read back (last tried at 10:44:22). It may or may not be revoked."_s;
}

void TestRevokeSentences::sentencesNameTheReading()
{
    QFETCH(RevokeVerdict, verdict);
    QFETCH(QString, said);
    const QString sentence = revokeSentence(verdict, u"prod-eu"_s);
    QVERIFY2(sentence.contains(said), qPrintable(sentence));
    QVERIFY2(verdict.isDone() == (sentence == said), qPrintable(sentence)); // else the cause too
    QVERIFY2(!sentence.contains("  "_L1), qPrintable(sentence));
}

// Every cause with every fate: only an answered refusal is "not revoked", only a proof is
// "revoked", and nothing is said of what will be.
void TestRevokeSentences::sentencesClaimOnlyWhatIsProven()
{
    const auto kinds = QMetaEnum::fromType<Kind>();
    const QStringList promises{u"from now on"_s, u"no longer"_s,  u"never again"_s,
                               u"at once"_s,     u"stops"_s,      u"dead"_s,
                               u" will "_s,      u"Nothing was"_s};
    for (int i = 0; i < kinds.keyCount(); ++i) {
        for (const Outcome fate : {Outcome::Revoked, Outcome::AlreadyGone, Outcome::StillActive,
                                   Outcome::Refused, Outcome::NotSent, Outcome::Unknown}) {
            RevokeVerdict verdict =
                verdictOf(fate, false, fate == Outcome::StillActive ? Before : NoTime);
            verdict.error.kind = Kind(kinds.value(i));
            const QString said = revokeSentence(verdict, u"prod-eu"_s);
            for (const QString &promise : promises)
                QVERIFY2(!said.contains(promise), qPrintable(said));
            const bool isRefusal = fate == Outcome::StillActive || fate == Outcome::Refused;
            QVERIFY2(said.contains("was not revoked"_L1) == isRefusal, qPrintable(said));
            QVERIFY2(said.contains("may or may not be revoked"_L1) == (fate == Outcome::Unknown),
                     qPrintable(said));
            QVERIFY2(said.contains("such token"_L1) == (fate == Outcome::AlreadyGone),
                     qPrintable(said));
        }
    }
}

QTEST_GUILESS_MAIN(TestRevokeSentences)
#include "tst_revokesentences.moc"
