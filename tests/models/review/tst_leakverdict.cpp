// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/leakverdict.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Answer = LeakVerdict::Answer;
using Entry = LeakVerdict::Entry;
using Meaning = LeakVerdict::Meaning;

class TestLeakVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusalAloneProvesNothing_data();
    void refusalAloneProvesNothing();
    void worstIsFirst();
};

void TestLeakVerdict::refusalAloneProvesNothing_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Entry>("entry");
    QTest::addColumn<Meaning>("meaning");
    const auto row = [](const char *name, Answer answer, Entry entry, Meaning meaning) {
        QTest::newRow(name) << answer << entry << meaning;
    };
    row("accepted", Answer::Accepted, Entry::NotRead, Meaning::StillWorks);
    row("accepted, listed as revoked", Answer::Accepted, Entry::Revoked, Meaning::StillWorks);
    row("revoked", Answer::Refused, Entry::Revoked, Meaning::RefusedAndRevoked);
    row("active", Answer::Refused, Entry::Active, Meaning::RefusedButActive);
    row("expired", Answer::Refused, Entry::Expired, Meaning::RefusedAndExpired);
    row("gone", Answer::Refused, Entry::Gone, Meaning::RefusedAlone);
    row("entry not read", Answer::Refused, Entry::NotRead, Meaning::RefusedAlone);
    row("no answer", Answer::None, Entry::NotRead, Meaning::NotKnown);
    row("no answer, listed as revoked", Answer::None, Entry::Revoked, Meaning::NotKnown);
}

void TestLeakVerdict::refusalAloneProvesNothing()
{
    QFETCH(const Answer, answer);
    QFETCH(const Entry, entry);
    QFETCH(const Meaning, meaning);
    LeakVerdict verdict;
    verdict.answer = answer;
    verdict.entry = entry;
    QCOMPARE(verdict.meaning(), meaning);
}

void TestLeakVerdict::worstIsFirst()
{
    LeakVerdict revoked;
    revoked.answer = Answer::Refused;
    revoked.entry = Entry::Revoked;
    LeakVerdict works;
    works.answer = Answer::Accepted;
    QList<LeakVerdict> all{revoked, LeakVerdict{}, works};
    sortVerdicts(&all);
    QCOMPARE(all[0].meaning(), Meaning::StillWorks);
    QCOMPARE(all[1].meaning(), Meaning::NotKnown);
    QCOMPARE(all[2].meaning(), Meaning::RefusedAndRevoked);
}

QTEST_GUILESS_MAIN(TestLeakVerdict)
#include "tst_leakverdict.moc"
