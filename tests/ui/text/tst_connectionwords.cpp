// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/connectionsamples.h"
#include "ui/text/certificatetext.h"
#include "ui/text/connecttext.h"
#include "ui/text/keychaintext.h"

#include <QMetaEnum>
#include <QProcess>
#include <QSet>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestConnectionWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endpointHints_data();
    void endpointHints();
    void endpointProblems_data();
    void endpointProblems();
    void countdowns();
    void certificateProblemsAreNotRepeated();
    void fingerprints();
    void commandsAreQuotedForTheShell_data();
    void commandsAreQuotedForTheShell();
    void checkCommandFitsTheCertificate();
    void certificateRowsMarkDifferences();
    void differingDatesNeverReadTheSame();
    void unknownIssuerOfCentralIsOneSentence();
    void renewals_data();
    void renewals();
    void everyKeychainStateHasASentence();
    void lockedKeychainIsNotSaidToBeEmpty();
};

void TestConnectionWords::endpointHints_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("hint");
    QTest::newRow("host") << u"central-us.acme.example"_s
                          << u"Will connect to https://central-us.acme.example, port 443."_s;
    QTest::newRow("port") << u" central:8443/ "_s
                          << u"Will connect to https://central, port 8443."_s;
    QTest::newRow("IPv6") << u"[::1]:8443"_s << u"Will connect to https://[::1], port 8443."_s;
    QTest::newRow("another script") // looks like "acme.example"
        << u"\u0430cme.example"_s << u"Will connect to https://xn--cme-5cd.example, port 443."_s;
    QTest::newRow("plain") << u"http://localhost:8080"_s
                           << u"Will connect to http://localhost, port 8080, on this computer: "
                              "nothing is encrypted."_s;
}

void TestConnectionWords::endpointHints()
{
    QFETCH(QString, typed);
    QFETCH(QString, hint);
    QCOMPARE(endpointHint(samples::endpoint(typed)), hint);
}

void TestConnectionWords::endpointProblems_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("user and path") << u"https://admin:pw@central-us.acme.example/ui"_s
                                   << u"Leave out the path /ui, and the user name and password: "
                                      "they have their own fields."_s;
    QTest::newRow("user") << u"admin:pw@central"_s
                          << u"Leave out the user name and password: they have their own fields."_s;
    QTest::newRow("plain") << u"http://central"_s
                           << u"http:// is not encrypted. It is allowed to this computer alone: "
                              "use https://."_s;
    QTest::newRow("scheme") << u"ftp://central"_s
                            << u"“ftp://central” does not begin with https://: give host, "
                               "host:port or https://host:port."_s;
    QTest::newRow("port alone") << u"8443"_s
                                << u"“8443” is a port alone: give the host before it, for example "
                                   "central.example.com:8443."_s;
    QTest::newRow("IPv6 or port") << u"2001:db8::1:8443"_s
                                  << u"“2001:db8::1:8443” is an IPv6 address without brackets: put "
                                     "it into brackets, for example [2001:db8::1]:8443."_s;
    QTest::newRow("blank inside") << u"central 8443"_s
                                  << u"“central 8443” has a blank inside: give host, host:port or "
                                     "https://host:port."_s;
    QTest::newRow("empty") << u" "_s
                           << u"Enter the address, for example central.example.com:443."_s;
}

void TestConnectionWords::endpointProblems()
{
    QFETCH(QString, typed);
    QFETCH(QString, sentence);
    const auto parsed = endpointInput(typed);
    QVERIFY(!parsed);
    const QString said = endpointProblem(parsed.error(), typed);
    QCOMPARE(said, sentence);
    QVERIFY(!said.contains(u"pw"_s));
}

void TestConnectionWords::countdowns()
{
    QCOMPARE(countdownWords(271'000), u"4 min 31 s"_s);
    QCOMPARE(countdownWords(60'000), u"1 min 0 s"_s);
    QCOMPARE(countdownWords(59'001), u"1 min 0 s"_s);
    QCOMPARE(countdownWords(31'000), u"31 s"_s);
    QCOMPARE(countdownWords(1), u"1 s"_s);
    QCOMPARE(countdownWords(-5), u"0 s"_s);
}

void TestConnectionWords::certificateProblemsAreNotRepeated()
{
    using Problem = CertificateFacts::Problem;
    CertificateFacts facts = samples::trustedCertificate();
    facts.problems = {Problem::UnknownIssuer, Problem::WrongName, Problem::UnknownIssuer,
                      Problem::SelfSigned,    Problem::Expired,   Problem::NotYetValid,
                      Problem::Revoked,       Problem::Weak,      Problem::Other};
    const auto problems = certificateProblemList(facts, u"central.example"_s);
    QCOMPARE(problems.size(), 8);
    QSet<QString> leads;
    for (const CertificateProblem &problem : problems) {
        QVERIFY(problem.lead.endsWith(u'.') && problem.text.endsWith(u'.'));
        leads.insert(problem.lead);
    }
    QCOMPARE(leads.size(), 8);
    QVERIFY(problems.at(1).text.contains(u"central.stackrox"_s));
}

void TestConnectionWords::fingerprints()
{
    const CertificateFacts facts = samples::trustedCertificate();
    QCOMPARE(fingerprintLines(facts.sha256, 16),
             u"8F:1C:42:D7:0A:9E:5B:33  61:F4:B8:2C:7D:E0:14:A9\n"
             "3E:95:C6:58:02:BB:71:4D  D3:2A:86:F1:47:9C:E5:0B"_s);
    QCOMPARE(fingerprintLines(facts.sha256, 8).count(u'\n'), 3);
    QCOMPARE(fingerprintLines({}, 8), QString());
}

void TestConnectionWords::commandsAreQuotedForTheShell_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"central.example:443"_s, u"it's"_s, u"'; touch owned; '"_s,
                                u"$(touch owned)"_s, u"a\\b \"c\" *"_s, u"`x`\n&& y"_s, QString()})
        QTest::newRow(qPrintable(text.left(20))) << text;
}

void TestConnectionWords::commandsAreQuotedForTheShell()
{
    QFETCH(QString, text);
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"printf %s "_s + shellQuoted(text)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), text);
}

void TestConnectionWords::checkCommandFitsTheCertificate()
{
    const CertificateCheck own =
        certificateCheck(samples::trustedCertificate(), samples::endpoint(u"central.example"_s));
    QCOMPARE(own.commands.size(), 2);
    for (const CertificateCheck::Command &command : own.commands) {
        QVERIFY(
            command.line.startsWith(command.program + u" -n stackrox get secret central-tls"_s));
        QVERIFY(command.line.contains(u"'{.data.cert\\.pem}'"_s));
    }
    const CertificateCheck other =
        certificateCheck(samples::proxyCertificate(), samples::endpoint(u"central.example:8443"_s));
    QCOMPARE(other.commands.size(), 1);
    QVERIFY2(
        other.commands.first().line.startsWith(u"openssl s_client -connect 'central.example:8443' "
                                               "-servername 'central.example' </dev/null | "_s),
        qPrintable(other.commands.first().line));
    QVERIFY(!other.commands.first().line.contains(u'\n'));
    const CertificateCheck six =
        certificateCheck(samples::proxyCertificate(), samples::endpoint(u"[::1]:8443"_s));
    QVERIFY(six.commands.first().line.contains(u"'[::1]:8443'"_s));
}

void TestConnectionWords::certificateRowsMarkDifferences()
{
    const CertificateFacts trusted = samples::trustedCertificate();
    CertificateFacts shown = trusted;
    const auto differing = [&] {
        QStringList names;
        for (const CertificateRow &row : certificateRows(trusted, shown, 0)) {
            if (row.differs)
                names.append(row.name);
        }
        return names;
    };
    QCOMPARE(differing(), QStringList());
    std::reverse(shown.names.begin(), shown.names.end()); // the order of names does not matter
    QCOMPARE(differing(), QStringList());
    shown = samples::proxyCertificate();
    QCOMPARE(differing(), (QStringList{u"SHA-256"_s, u"Issuer"_s, u"Names"_s, u"Valid"_s}));
    shown.issuer = u"a\u202Eb"_s + QString(10'000, u'W');
    const QString issuer = certificateRows(trusted, shown, 0).at(2).shown;
    QVERIFY(issuer.startsWith(u"a⟨U+202E⟩b"_s) && issuer.size() < 300);
}

void TestConnectionWords::differingDatesNeverReadTheSame()
{
    const CertificateFacts trusted = samples::trustedCertificate();
    for (const UtcMs later : {SecondMs, MinuteMs, HourMs, DayMs}) {
        CertificateFacts shown = trusted;
        shown.notBefore += later;
        shown.notAfter += later;
        const CertificateRow valid = certificateRows(trusted, shown, 0).at(4);
        QVERIFY(valid.differs);
        QVERIFY2(valid.trusted != valid.shown, qPrintable(valid.shown));
    }
    const CertificateRow same = certificateRows(trusted, trusted, 0).at(4);
    QCOMPARE(same.shown, u"3 Mar 2026 to 3 Mar 2027"_s);
}

void TestConnectionWords::unknownIssuerOfCentralIsOneSentence()
{
    CertificateFacts facts = samples::trustedCertificate();
    facts.problems = {CertificateFacts::Problem::UnknownIssuer};
    QCOMPARE(certificateProblemList(facts, u"central.example"_s).first().text,
             u"It is signed by “StackRox Certificate Authority”, which this computer does not "
             "know."_s);
    facts = samples::proxyCertificate();
    QVERIFY(certificateProblemList(facts, u"central.example"_s)
                .first()
                .text.endsWith(u"the server may not be sending an intermediate certificate."_s));
}

void TestConnectionWords::renewals_data()
{
    QTest::addColumn<int>("daysLeft");
    QTest::addColumn<QString>("length");
    QTest::addColumn<QString>("word");
    QTest::newRow("early") << 190 << u" 6 month(s)"_s << u"unusual"_s;
    QTest::newRow("in its last third") << 20 << u" 20 day(s)"_s << u"usual"_s;
    QTest::newRow("last day") << 0 << u" 1 hour(s)"_s << u"usual"_s;
    QTest::newRow("too late") << -3 << QString() << u"was due"_s;
}

void TestConnectionWords::renewals()
{
    QFETCH(int, daysLeft);
    QFETCH(QString, length);
    QFETCH(QString, word);
    const CertificateFacts trusted = samples::trustedCertificate();
    const QString said =
        renewalWords(trusted, trusted.notAfter - daysLeft * DayMs - (daysLeft < 0 ? 0 : HourMs));
    QVERIFY2(said.contains(u' ' + word), qPrintable(said));
    QVERIFY2(said.contains(length), qPrintable(said));
    CertificateFacts unknown = trusted;
    unknown.notAfter = NoTime;
    QCOMPARE(renewalWords(unknown, 0), u"Ask whoever runs this Central."_s);
}

void TestConnectionWords::everyKeychainStateHasASentence()
{
    const auto states = QMetaEnum::fromType<KeychainState>();
    QSet<QString> causes;
    for (int i = 0; i < states.keyCount(); ++i) {
        const auto state = KeychainState(states.value(i));
        const KeychainSentence said = sentenceFor(state, u"prod\u202Eeu"_s);
        QVERIFY2(!said.cause.isEmpty() && !said.advice.isEmpty(), states.key(i));
        QVERIFY2(!said.plain().contains(QChar(0x202E)), states.key(i));
        QVERIFY2(!keychainStatus(state).isEmpty(), states.key(i));
        causes.insert(said.cause);
    }
    QCOMPARE(causes.size(), states.keyCount());
    QVERIFY(sentenceFor(KeychainState::Stored, u"x"_s).primary.isEmpty());
    QCOMPARE(sentenceFor(KeychainState::Locked, u"x"_s).primary, u"Unlock…"_s);
    QVERIFY(whyNotKept(KeychainState::Stored).isEmpty());
    QVERIFY(whyNotKept(KeychainState::Locked).isEmpty());
    QVERIFY(whyNotKept(KeychainState::NoService).contains(u"until Rox Tokens is closed"_s));
}

void TestConnectionWords::lockedKeychainIsNotSaidToBeEmpty()
{
    QCOMPARE(sentenceFor(KeychainState::Locked, u"prod-eu"_s).plain(),
             u"The keychain is locked. Your credential for prod-eu is still in it."_s);
    // In these states it is not known whether the credential is stored.
    for (const auto state : {KeychainState::Denied, KeychainState::TimedOut, KeychainState::Failed})
        QVERIFY(sentenceFor(state, u"prod-eu"_s).advice.contains(u"is not known"_s));
    QCOMPARE(keychainNotice(KeychainState::Stored), QString());
    QCOMPARE(keychainNotice(KeychainState::Locked), u"Keychain locked"_s);
}

QTEST_GUILESS_MAIN(TestConnectionWords)
#include "tst_connectionwords.moc"
