// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/rotationnoticetext.h"
#include "ui/text/rotationtext.h"

#include <QTest>
#include <QTranslator>

using namespace rox;
using namespace Qt::StringLiterals;
using State = RotationStanding::State;
using Why = RotationStanding::Why;

namespace {

RotationRow rowIn(State state, Why why, const QString &name = u"ci"_s)
{
    RotationRow row;
    row.server.name = u"prod-eu"_s;
    row.rotation.old.name = name;
    row.rotation.draft.name = name + u"-2"_s;
    row.standing = {state, why, RotationStanding::Next::Nothing};
    return row;
}

} // namespace

/// The words of a notification about rotations.
class TestRotationNoticeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneIsNamedInTheTitle();
    void severalAreCounted();
    void namesCanBeLeftOut();
    void hostileNamesAreMadeVisible();
    void countsAreOneLine();

private:
    QTranslator m_english;
};

void TestRotationNoticeText::initTestCase()
{
    QVERIFY(m_english.load(u":/i18n/rox-tokens_en"_s));
    QCoreApplication::installTranslator(&m_english);
}

void TestRotationNoticeText::oneIsNamedInTheTitle()
{
    const NoticeText due =
        rotationNotice({rowIn(State::Due, Why::ReminderPassed)}, u"prod-eu"_s, true);
    QCOMPARE(due.title, u"ci is still to be revoked"_s);
    QCOMPARE(due.body, u"prod-eu. Its successor is ci-2."_s);
    const NoticeText failed =
        rotationNotice({rowIn(State::Failed, Why::RevokeRefused)}, u"prod-eu"_s, true);
    QCOMPARE(failed.title, u"The rotation of ci has failed"_s);
    QCOMPARE(failed.body, u"prod-eu. The old token was not revoked."_s);
}

void TestRotationNoticeText::severalAreCounted()
{
    const NoticeText text =
        rotationNotice({rowIn(State::Failed, Why::RevokeRefused, u"sensor"_s),
                        rowIn(State::Due, Why::DatePassed), rowIn(State::Due, Why::DatePassed)},
                       u"prod-eu"_s, true);
    QCOMPARE(text.title, u"3 rotations on prod-eu wait for you"_s);
    QCOMPARE(text.body, u"2 due, 1 failed. First sensor."_s);
}

void TestRotationNoticeText::namesCanBeLeftOut()
{
    const RotationRow due = rowIn(State::Due, Why::DatePassed, u"secret-name"_s);
    const RotationRow failed = rowIn(State::Failed, Why::NewRefused, u"secret-name"_s);
    for (const QList<RotationRow> &rows : {QList{due}, QList{failed}, QList{failed, due}}) {
        const NoticeText text = rotationNotice(rows, u"prod-eu"_s, false);
        QVERIFY(!text.title.isEmpty());
        const QString all = text.title + text.body;
        QVERIFY(!all.contains("secret-name"_L1) && !all.contains("prod-eu"_L1));
    }
}

void TestRotationNoticeText::hostileNamesAreMadeVisible()
{
    const NoticeText text =
        rotationNotice({rowIn(State::Due, Why::DatePassed, u"a\nb\u202E"_s + QString(500, u'x'))},
                       u"%1\n"_s, true);
    QVERIFY(!text.title.contains(u'\n') && !text.body.contains(u'\n'));
    QVERIFY(!text.title.contains(QChar(0x202e)));
    QVERIFY(text.title.size() < 120);
    QVERIFY2(text.body.startsWith("%1"_L1), qPrintable(text.body));
}

void TestRotationNoticeText::countsAreOneLine()
{
    const auto line = [](int due, int failed) {
        RotationCounts counts{};
        counts.at(std::size_t(State::Due)) = due;
        counts.at(std::size_t(State::Failed)) = failed;
        return rotationsDue(counts);
    };
    QCOMPARE(line(0, 0), QString());
    QCOMPARE(line(1, 0), u"1 due"_s);
    QCOMPARE(line(0, 2), u"2 failed"_s);
    QCOMPARE(line(1, 2), u"1 due, 2 failed"_s);
    QCOMPARE(rotationSentence({rowIn(State::Due, Why::DatePassed)}), u"Rotations: 1 due."_s);
}

QTEST_GUILESS_MAIN(TestRotationNoticeText)
#include "tst_rotationnoticetext.moc"
