// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/serverdirectory.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Kind = ServerEntry::Kind;

/// Profiles and what was given to this run, in one list.
class TestServerDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void entriesOfThisRunStandLast();
    void noTwoHaveOneName();
    void anEntryOfThisRunBecomesAProfile();
    void anUnknownEntryIsNotFound();
    void aProblemFoundLaterIsSaidOnce();

private:
    [[nodiscard]] QStringList shownNames() const;
    [[nodiscard]] ServerProfile profileNamed(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ServerDirectory> m_directory;
};

void TestServerDirectory::init()
{
    m_directory.reset();
    m_home = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<ProfileStore>(m_home->filePath(u"servers.ini"_s));
    m_directory = std::make_unique<ServerDirectory>(m_store.get());
}

QStringList TestServerDirectory::shownNames() const
{
    QStringList names;
    for (const ServerEntry &entry : m_directory->entries())
        names.append(entry.profile.name);
    return names;
}

ServerProfile TestServerDirectory::profileNamed(const QString &name) const
{
    ServerProfile profile = m_directory->freshProfile(name);
    profile.endpoint = Endpoint::parse(u"lab.example"_s).value();
    return profile;
}

void TestServerDirectory::entriesOfThisRunStandLast()
{
    m_directory->addForThisRun(Kind::CommandLine, profileNamed(u"ci"_s));
    const ServerId demo = m_directory->addForThisRun(Kind::Demo, profileNamed(u"Demo"_s));
    const ServerProfile lab = profileNamed(u"lab"_s);
    QVERIFY(m_directory->keep(lab));
    QCOMPARE(shownNames(), (QStringList{u"lab"_s, u"ci"_s, u"Demo"_s}));
    QCOMPARE(m_directory->find(demo)->kind, Kind::Demo);
    QVERIFY(m_directory->remove(ServerId(lab.id)));
    QCOMPARE(shownNames(), (QStringList{u"ci"_s, u"Demo"_s}));
}

void TestServerDirectory::noTwoHaveOneName()
{
    const ServerProfile lab = profileNamed(u"lab"_s);
    QVERIFY(m_directory->keep(lab));
    const ServerId third = m_directory->addForThisRun(Kind::CommandLine, profileNamed(u"LAB"_s));
    QCOMPARE(m_directory->find(third)->profile.name, u"LAB 2"_s);
    QVERIFY(m_directory->find(third)->profile.colorName != lab.colorName);
    QCOMPARE(m_directory->copyOf(lab).name, u"lab (copy)"_s);
    QCOMPARE(m_directory->names(third), QStringList(u"lab"_s));
}

void TestServerDirectory::anEntryOfThisRunBecomesAProfile()
{
    const ServerId id = m_directory->addForThisRun(Kind::CommandLine, profileNamed(u"ci"_s));
    const QSignalSpy changed(m_directory.get(), &ServerDirectory::changed);
    ServerProfile kept = m_directory->find(id)->profile;
    kept.name = u"lab"_s;
    QVERIFY(m_directory->keep(kept));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(shownNames(), QStringList(u"lab"_s));
    QVERIFY(m_directory->find(id)->isProfile());
    QVERIFY(m_store->find(id.value()));
}

void TestServerDirectory::anUnknownEntryIsNotFound()
{
    QVERIFY(!m_directory->find(ServerId::fresh()));
}

/// The file was damaged while the program ran: the next change reads it.
void TestServerDirectory::aProblemFoundLaterIsSaidOnce()
{
    QVERIFY(m_directory->keep(profileNamed(u"lab"_s)));
    QFile file(m_home->filePath(u"servers.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[servers\n1\\name=lab\n");
    file.close();
    const QSignalSpy problem(m_directory.get(), &ServerDirectory::problemFound);
    QVERIFY(m_directory->keep(profileNamed(u"ci"_s)));
    QCOMPARE(problem.count(), 1);
    QVERIFY(m_directory->keep(profileNamed(u"ci-2"_s)));
    QCOMPARE(problem.count(), 1);
}

QTEST_GUILESS_MAIN(TestServerDirectory)
#include "tst_serverdirectory.moc"
