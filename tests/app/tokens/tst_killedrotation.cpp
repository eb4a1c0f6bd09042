// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/tokens/rotating.h"
#include "tests/support/democentral.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using Next = RotationStanding::Next;
using State = RotationStanding::State;
using Why = RotationStanding::Why;

/// A process that rotates a token is killed after each step, and while it asks Central.
class TestKilledRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nextStartGoesOnFromTheLastStep_data();
    void nextStartGoesOnFromTheLastStep();
    void killedWhileAskingForTheNewOne();
    void killedWhileRevokingTheOldOne();

private:
    /// Returns the value that the process has printed; empty: it made no token.
    Secret killAt(const QString &step, const QString &folder, const QString &old, int after = 0);
    [[nodiscard]] Token makeOld() const;

    std::unique_ptr<DemoCentral> m_central;
};

void TestKilledRotation::initTestCase()
{
    m_central = std::make_unique<DemoCentral>(QStringList{u"--tokens"_s, u"0"_s});
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
}

Token TestKilledRotation::makeOld() const
{
    Rotating on(QString(), m_central->connection());
    return on.made({u"ci"_s, {u"Analyst"_s}, NoTime});
}

Secret TestKilledRotation::killAt(const QString &step, const QString &folder, const QString &old,
                                  int after)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ROX_API_TOKEN"_s, QString::fromLatin1(m_central->apiToken()));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(ROX_ROTATE_STEPS),
                  {folder, m_central->endpoint(), m_central->caFile(), old, step});
    QByteArray value;
    QByteArray line;
    while (line != step.toLatin1()) {
        if (!process.canReadLine() && !process.waitForReadyRead(30'000))
            break;
        line = process.readLine().trimmed();
        if (line.startsWith("value "))
            value = line.mid(6);
    }
    process.waitForFinished(after); // it does not end by itself
    [&] {
        QCOMPARE(line, step.toLatin1());
        QCOMPARE(process.state(), QProcess::Running);
    }();
    process.kill();
    process.waitForFinished();
    return Secret(value);
}

void TestKilledRotation::nextStartGoesOnFromTheLastStep_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<RotationStanding>("expected");
    QTest::newRow("planned") << u"planned"_s
                             << RotationStanding{State::NotBegun, Why::NothingMade, Next::Nothing};
    QTest::newRow("made") << u"made"_s
                          << RotationStanding{State::Waiting, Why::NotHandedOver, Next::Check};
    QTest::newRow("handed over") << u"handedOver"_s
                                 << RotationStanding{State::Waiting, Why::NotChecked, Next::Check};
    QTest::newRow("checked") << u"checked"_s
                             << RotationStanding{State::Waiting, Why::ForTheUser, Next::RevokeOld};
    QTest::newRow("given up") << u"givenUp"_s
                              << RotationStanding{State::GivenUp, Why::BothKept, Next::Nothing};
    QTest::newRow("revoked") << u"revoked"_s
                             << RotationStanding{State::Done, Why::RevokedByUs, Next::Nothing};
}

void TestKilledRotation::nextStartGoesOnFromTheLastStep()
{
    QFETCH(QString, step);
    QFETCH(RotationStanding, expected);
    const QTemporaryDir home;
    const Token old = makeOld();
    const Secret value = killAt(step, home.path(), old.id);

    Rotating on(home.path(), m_central->connection());
    bool isRead = false;
    on.rotations.reload(on.session.address(), this, [&] { isRead = true; });
    QTRY_VERIFY(isRead);
    if (expected.state == State::NotBegun) {
        QVERIFY(on.rotations.rows().isEmpty());
        return;
    }
    QCOMPARE(on.rotations.rows().size(), 1);
    RotationRow row = on.rotations.rows().first();
    QVERIFY(row.standing == expected);
    QCOMPARE(on.session.tokens().isRevoked(old.id), expected.state == State::Done);
    if (!row.standing.isUnderWay())
        return;
    if (expected.next == Next::Check) { // the person pastes it from where it is kept
        on.rotations.check(row.rotation.chain, value, {}, this, [](const auto &, const auto &) {});
        QTRY_COMPARE(on.why(row.rotation.chain), Why::ForTheUser);
    }
    on.rotations.revokeOld(row.rotation.chain);
    QTRY_COMPARE(on.why(row.rotation.chain), Why::RevokedByUs);
    on.readList();
    QVERIFY(on.session.tokens().isRevoked(old.id));
    QVERIFY(!on.session.tokens().isRevoked(row.rotation.newId));
}

void TestKilledRotation::killedWhileAskingForTheNewOne()
{
    for (int turn = 0; turn < 6; ++turn) {
        const QTemporaryDir home;
        const Token old = makeOld();
        const auto countNew = [](const Rotating &on) {
            return on.session.table()->liveRowsNamed(u"ci-2", on.clock.now()).size();
        };
        std::size_t before = 0;
        {
            const Rotating on(QString(), m_central->connection());
            before = countNew(on);
        }
        killAt(u"asked"_s, home.path(), old.id, int(QRandomGenerator::global()->bounded(150)));
        Rotating on(home.path(), m_central->connection());
        bool isRead = false;
        on.rotations.reload(on.session.address(), this, [&] { isRead = true; });
        QTRY_VERIFY(isRead);
        const QList<RotationRow> rows = on.rotations.rows();
        QVERIFY(countNew(on) == before || rows.size() == 1);
        // Without a new token the list has settled the request as not made.
        if (countNew(on) > before)
            QVERIFY(rows.first().standing.isUnderWay());
        QVERIFY(!on.session.tokens().isRevoked(old.id));
    }
}

void TestKilledRotation::killedWhileRevokingTheOldOne()
{
    for (int turn = 0; turn < 6; ++turn) {
        const QTemporaryDir home;
        const Token old = makeOld();
        killAt(u"revoking"_s, home.path(), old.id, int(QRandomGenerator::global()->bounded(150)));
        Rotating on(home.path(), m_central->connection());
        // The list settles a revoke that was asked for.
        QTRY_COMPARE(on.rotations.rows().size(), 1);
        const QUuid chain = on.rotations.rows().first().rotation.chain;
        const bool isRevoked = on.session.tokens().isRevoked(old.id);
        QTRY_COMPARE(on.state(chain) == State::Done, isRevoked);
        if (isRevoked)
            continue;
        QTRY_COMPARE(on.row(chain).standing.next, Next::RevokeOld);
        on.rotations.revokeOld(chain);
        QTRY_COMPARE(on.state(chain), State::Done);
    }
}

QTEST_GUILESS_MAIN(TestKilledRotation)
#include "tst_killedrotation.moc"
