// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/servers/certificatechange.h"
#include "tests/support/stricttest.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace rox;

namespace {

constexpr UtcMs Start = 1'772'496'000'000; // 2026-03-03

CertificateFacts centrals()
{
    CertificateFacts facts;
    facts.sha256 = QByteArray(32, '\x8F');
    facts.subject = u"CENTRAL_SERVICE: Central"_s;
    facts.issuer = u"StackRox Certificate Authority"_s;
    facts.names = {u"central.stackrox"_s, u"central.stackrox.svc"_s};
    facts.notBefore = Start;
    facts.notAfter = Start + 365 * DayMs;
    return facts;
}

using Change = std::function<void(CertificateFacts &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class TestCertificateChange : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void differingFieldsAreMarked_data();
    void differingFieldsAreMarked();
    void remainingValidityOfTrusted_data();
    void remainingValidityOfTrusted();
    void missingTimesGiveNoValidity();
    void bothCertificatesAreKept();
};

void TestCertificateChange::differingFieldsAreMarked_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<CertificateChange::Parts>("differing");
    const auto row = [](const char *name, CertificateChange::Parts differing, const Change &how) {
        QTest::newRow(name) << how << differing;
    };
    row("no change", {}, [](CertificateFacts &) {});
    row("fingerprint", CertificateChange::Fingerprint,
        [](CertificateFacts &facts) { facts.sha256[31] = '\x8E'; });
    row("subject", CertificateChange::Subject,
        [](CertificateFacts &facts) { facts.subject += u'x'; });
    row("issuer", CertificateChange::Issuer,
        [](CertificateFacts &facts) { facts.issuer = u"acme-proxy-ca"_s; });
    row("added name", CertificateChange::Names,
        [](CertificateFacts &facts) { facts.names += u"central.acme.example"_s; });
    row("names in another order", {},
        [](CertificateFacts &facts) { facts.names.swapItemsAt(0, 1); });
    row("not before", CertificateChange::Validity,
        [](CertificateFacts &facts) { facts.notBefore += 1000; });
    row("not after", CertificateChange::Validity,
        [](CertificateFacts &facts) { facts.notAfter = NoTime; });
    row("problems only", {},
        [](CertificateFacts &facts) { facts.problems = {CertificateFacts::Problem::Expired}; });
    row("renewal", CertificateChange::Fingerprint | CertificateChange::Validity,
        [](CertificateFacts &facts) {
            facts.sha256 = QByteArray(32, '\x01');
            facts.notBefore += DayMs;
            facts.notAfter += DayMs;
        });
}

void TestCertificateChange::differingFieldsAreMarked()
{
    QFETCH(Change, change);
    QFETCH(CertificateChange::Parts, differing);
    CertificateFacts shown = centrals();
    change(shown);
    QCOMPARE(certificateChange(centrals(), shown, Start).differing, differing);
    QCOMPARE(certificateChange(shown, centrals(), Start).differing, differing);
}

void TestCertificateChange::remainingValidityOfTrusted_data()
{
    QTest::addColumn<UtcMs>("now");
    QTest::addColumn<UtcMs>("left");
    QTest::addColumn<bool>("isEarly");
    const UtcMs end = Start + 365 * DayMs;
    QTest::newRow("just made") << Start << 365 * DayMs << true;
    QTest::newRow("190 days left") << end - 190 * DayMs << 190 * DayMs << true;
    QTest::newRow("a little more than half") << end - 183 * DayMs << 183 * DayMs << true;
    QTest::newRow("half") << end - 365 * DayMs / 2 << 365 * DayMs / 2 << false;
    QTest::newRow("almost a day") << end - DayMs + 1 << DayMs - 1 << false;
    QTest::newRow("at its end") << end << UtcMs(0) << false;
    QTest::newRow("long expired") << end + 400 * DayMs << UtcMs(0) << false;
    QTest::newRow("before it begins") << Start - 10 * DayMs << 375 * DayMs << true;
}

void TestCertificateChange::remainingValidityOfTrusted()
{
    QFETCH(UtcMs, now);
    QFETCH(UtcMs, left);
    QFETCH(bool, isEarly);
    const CertificateChange change = certificateChange(centrals(), CertificateFacts{}, now);
    QCOMPARE(change.left, std::optional(left));
    QCOMPARE(change.isEarly, isEarly);
}

void TestCertificateChange::missingTimesGiveNoValidity()
{
    CertificateFacts endless = centrals();
    endless.notAfter = NoTime;
    QCOMPARE(certificateChange(endless, centrals(), Start).left, std::nullopt);
    QVERIFY(!certificateChange(endless, centrals(), Start).isEarly);
    CertificateFacts beginless = centrals();
    beginless.notBefore = NoTime;
    QCOMPARE(certificateChange(beginless, centrals(), Start).left, std::optional(365 * DayMs));
    QVERIFY(!certificateChange(beginless, centrals(), Start).isEarly);
}

void TestCertificateChange::bothCertificatesAreKept()
{
    CertificateFacts shown = centrals();
    shown.issuer = u"acme-proxy-ca"_s;
    const CertificateChange change = certificateChange(centrals(), shown, Start);
    QCOMPARE(change.trusted, centrals());
    QCOMPARE(change.shown, shown);
}

QTEST_GUILESS_MAIN(TestCertificateChange)
#include "tst_certificatechange.moc"
