// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/review/leaksamples.h"
#include "ui/review/leakcheckquestion.h"
#include "ui/review/leakcheckresult.h"

#include <QCheckBox>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>

using namespace rox;
using namespace rox::gui;
using namespace Qt::StringLiterals;
using Answer = LeakVerdict::Answer;
using Entry = LeakVerdict::Entry;

namespace {

QList<LeakedToken> twoTokens()
{
    const samples::LeakSamples samples;
    std::vector<FoundToken> found;
    for (const char *start : {"7c1e09ab", "f5a83e02"}) {
        FoundToken &one = found.emplace_back();
        one.kind = FoundToken::Kind::ApiToken;
        one.claims.id = samples::LeakSamples::id(QString::fromLatin1(start));
        one.lines = {1};
    }
    return lookUpLeaked(found, samples.servers(), samples.now());
}

LeakVerdict verdictOn(const LeakedToken &token, Answer answer, Entry entry = Entry::NotRead)
{
    LeakVerdict verdict;
    verdict.token = token;
    verdict.answer = answer;
    verdict.entry = entry;
    verdict.wasSent = true;
    verdict.answeredAt = samples::FakeClock().time;
    return verdict;
}

} // namespace

/// The question before leaked values are sent, and what is shown of the answers.
class TestLeakCheckDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginTest(); }
    void returnSendsNothing();
    void questionNamesEachCentral();
    void sendingIsConfirmedOnce();
    void tokenThatStillWorksIsFirst();
    void reportHasAllVerdicts();
    void nothingIsCutOffAtTwiceTheFont();
};

void TestLeakCheckDialogs::returnSendsNothing()
{
    auto *question = new LeakCheckQuestion(twoTokens(), nullptr);
    QSignalSpy confirmed(question, &LeakCheckQuestion::confirmed);
    QSignalSpy destroyed(question, &QObject::destroyed);
    question->show();
    QVERIFY(QTest::qWaitForWindowActive(question));
    QVERIFY(part<QPushButton>(question, u"Cancel"_s)->hasFocus());
    QVERIFY(part<QPushButton>(question, u"Cancel"_s)->isDefault());
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_COMPARE(destroyed.count(), 1);
    QCOMPARE(confirmed.count(), 0);
}

void TestLeakCheckDialogs::questionNamesEachCentral()
{
    auto *question = new LeakCheckQuestion(twoTokens(), nullptr);
    const std::unique_ptr<QWidget> owner(question);
    const QString all = everythingSaid(question);
    for (const QString &part :
         {u"gitlab-runner-07, 7c1e09ab"_s, u"tekton-image-check-9"_s, u"prod-eu.acme.example"_s,
          u"prod-us.acme.example"_s, u"Send 2 leaked values to their own Centrals?"_s})
        QVERIFY2(all.contains(part), qPrintable(part));
}

void TestLeakCheckDialogs::sendingIsConfirmedOnce()
{
    auto *question = new LeakCheckQuestion(twoTokens(), nullptr);
    QSignalSpy confirmed(question, &LeakCheckQuestion::confirmed);
    QSignalSpy destroyed(question, &QObject::destroyed);
    question->show();
    part<QCheckBox>(question, u"Check again after a revoke"_s)->setChecked(false);
    part<QPushButton>(question, u"Send and check"_s)->click();
    QCOMPARE(confirmed.count(), 1);
    QCOMPARE(confirmed.first().first().toBool(), false);
    QTRY_COMPARE(destroyed.count(), 1);
}

void TestLeakCheckDialogs::tokenThatStillWorksIsFirst()
{
    const QList<LeakedToken> tokens = twoTokens();
    LeakCheckResult result(nullptr);
    QSignalSpy revoke(&result, &LeakCheckResult::revokeRequested);
    result.showVerdicts({verdictOn(tokens[0], Answer::Refused, Entry::Revoked),
                         verdictOn(tokens[1], Answer::Accepted)},
                        false);
    result.show();
    QVERIFY(QTest::qWaitForWindowActive(&result));
    QCOMPARE(said(&result, u"checkCounts"_s), u"1 still works, 1 refused"_s);
    QVERIFY(part<QPushButton>(&result, u"Close"_s)->hasFocus());
    const QString all = everythingSaid(&result);
    QVERIFY(all.indexOf("tekton-image-check-9 still works"_L1)
            < all.indexOf("gitlab-runner-07: refused, and listed as revoked"_L1));
    QVERIFY(all.contains("tekton-image-check-9 still works"_L1));
    part<QPushButton>(&result, u"Revoke…"_s)->click();
    QCOMPARE(revoke.first().first().value<QList<LeakedToken>>().first().token.id,
             tokens[1].token.id);
}

void TestLeakCheckDialogs::reportHasAllVerdicts()
{
    const QList<LeakedToken> tokens = twoTokens();
    LeakCheckResult result(nullptr);
    result.showVerdicts({verdictOn(tokens[0], Answer::Refused, Entry::Active)}, true);
    QVERIFY(!part<QPushButton>(&result, u"Check again"_s)->isEnabled());
    result.showVerdicts({verdictOn(tokens[0], Answer::Refused, Entry::Active),
                         verdictOn(tokens[1], Answer::Refused, Entry::Gone)},
                        false);
    QVERIFY(part<QPushButton>(&result, u"Check again"_s)->isEnabled());
    part<QPushButton>(&result, u"Copy report"_s)->click();
    const QString report = QApplication::clipboard()->text();
    QCOMPARE(report.count(u'\n'), 2);
    QVERIFY2(report.startsWith("gitlab-runner-07: refused, but listed as active\t7c1e09ab\t"
                               "prod-eu refused it at "_L1),
             qPrintable(report));
}

void TestLeakCheckDialogs::nothingIsCutOffAtTwiceTheFont()
{
    const DoubledFont doubled;
    const QList<LeakedToken> tokens = twoTokens();
    auto *question = new LeakCheckQuestion(tokens, nullptr);
    const std::unique_ptr<QWidget> owner(question);
    question->show();
    QCOMPARE(cutOff(question), QString());
    LeakCheckResult result(nullptr);
    result.showVerdicts({verdictOn(tokens[1], Answer::Accepted)}, false);
    result.show();
    QCOMPARE(cutOff(&result), QString());
}

QTEST_MAIN(TestLeakCheckDialogs)
#include "tst_leakcheckdialogs.moc"
