// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/credentialvault.h"
#include "app/servers/sessionpool.h"
#include "network/keychain/memorystore.h"
#include "tests/support/scriptedcentral.h"

#include <QFile>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using State = Session::State;

namespace {

const QByteArray Exchange = "/v1/authProviders/exchangeToken";

/// Answers as the person who is asked would; opens nothing.
class Answers final : public UserPrompts
{
public:
    void askAboutCertificate(const CertificateQuestion &question, QObject *,
                             std::function<void(CertificateAnswer)> then) override
    {
        asked.append(question.known ? u"changed"_s : u"unknown"_s);
        then(answer);
    }
    void askToUnlock(QObject *, KeychainHandler<void> then) override
    {
        asked.append(u"unlock"_s);
        then({});
    }
    void stopUnlocking() override {}
    void askToSignIn(const ServerId &) override { asked.append(u"sign in"_s); }
    void askForCaFile(const ServerId &) override { asked.append(u"CA file"_s); }

    CertificateAnswer answer = CertificateAnswer::Refuse;
    QStringList asked;
};

/// While it holds, reads are answered after release().
class HeldStore final : public MemoryStore
{
public:
    void read(const QString &key, QObject *context, KeychainHandler<Secret> handler) override
    {
        if (!isHolding) {
            MemoryStore::read(key, context, std::move(handler));
            return;
        }
        m_held.append([this, key, guard = QPointer(context), handler = std::move(handler)] {
            if (guard)
                MemoryStore::read(key, guard, handler);
        });
    }
    void release()
    {
        isHolding = false;
        const auto held = std::exchange(m_held, {});
        for (const auto &answer : held)
            answer();
    }

    bool isHolding = false;

private:
    QList<std::function<void()>> m_held;
};

} // namespace

/// What stands between a profile and its list is a state of the session, and no person is asked
/// before goOn().
class TestSessionStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withAllItIsLive();
    void withoutCredentialItNeedsASignIn();
    void aWrongPasswordNeedsASignIn();
    void aCaFileThatIsGoneNeedsAnEdit();
    void anUnknownCertificateNeedsAPerson();
    void aCentralThatIsAwayIsOffline();
    void aRefusedListNeedsASignIn();
    void aCredentialThatIsReadLateStaysWithItsEndpoint();

private:
    void keepPassword();
    void trustToo(const ScriptedCentral &other);
    std::unique_ptr<Session> opened();

    SystemClock m_clock;
    std::unique_ptr<ScriptedCentral> m_central;
    QTemporaryDir m_folder;
    HeldStore *m_store = nullptr; ///< the vault's
    std::unique_ptr<CredentialVault> m_vault;
    ServerProfile m_profile;
    QByteArray m_answer; ///< to the password
    Answers m_person;
};

void TestSessionStates::init()
{
    m_central = std::make_unique<ScriptedCentral>();
    auto store = std::make_unique<HeldStore>();
    m_store = store.get();
    m_vault =
        std::make_unique<CredentialVault>(std::move(store), m_folder.filePath(u"servers.ini"_s));
    m_person = {};
    m_answer = httpReply(200, R"({"token":"eyJhbGciOi.e30.made","clientState":"","test":false,)"
                              R"("user":null})");
    m_central->instead = [this](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target != Exchange)
            return std::nullopt;
        return Fault{.bytes = m_answer};
    };
    const Connection connection = m_central->connection();
    m_profile = {};
    m_profile.id = QUuid::createUuid();
    m_profile.name = u"lab"_s;
    m_profile.endpoint = connection.endpoint;
    m_profile.signIn = SignInMethod::Password;
    m_profile.userName = u"admin"_s;
    m_profile.trust.kind = TrustRule::Kind::CaFile;
    m_profile.trust.caFile = m_folder.filePath(u"ca.pem"_s);
    QFile file(m_profile.trust.caFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(connection.trust.authorities.constFirst().toPem());
}

void TestSessionStates::keepPassword()
{
    bool isWritten = false;
    m_store->write(m_profile.credentialKey(), Secret("the password"), this,
                   [&](const KeychainResult<void> &kept) { isWritten = kept.has_value(); });
    QTRY_VERIFY(isWritten);
}

std::unique_ptr<Session> TestSessionStates::opened()
{
    auto session = std::make_unique<Session>(ServerEntry{ServerEntry::Kind::Profile, m_profile},
                                             m_vault.get(), &m_clock);
    if (session->state() != State::Closed)
        return nullptr;
    session->open();
    return session->state() == State::Opening ? std::move(session) : nullptr;
}

void TestSessionStates::withAllItIsLive()
{
    keepPassword();
    const auto session = opened();
    QVERIFY(session);
    QTRY_COMPARE(session->state(), State::Live);
    QTRY_VERIFY(session->table());
    QCOMPARE(m_person.asked, QStringList());
}

void TestSessionStates::withoutCredentialItNeedsASignIn()
{
    const auto session = opened();
    QVERIFY(session);
    QTRY_COMPARE(session->state(), State::NeedsSignIn);
    QVERIFY(session->lacksCredential());
    session->goOn(&m_person);
    QCOMPARE(m_person.asked, QStringList(u"sign in"_s));
}

void TestSessionStates::aWrongPasswordNeedsASignIn()
{
    keepPassword();
    m_answer = centralError(401, 16, "credentials not found");
    const auto session = opened();
    QVERIFY(session);
    QTRY_COMPARE(session->state(), State::NeedsSignIn);
    QVERIFY(session->lacksCredential());
}

void TestSessionStates::aCaFileThatIsGoneNeedsAnEdit()
{
    keepPassword();
    QVERIFY(QFile::remove(m_profile.trust.caFile));
    const auto session = opened();
    QVERIFY(session);
    QTRY_COMPARE(session->state(), State::NeedsEdit);
    QVERIFY(!session->lacksCredential());
}

void TestSessionStates::anUnknownCertificateNeedsAPerson()
{
    keepPassword();
    m_profile.trust = {};
    const auto session = opened();
    QVERIFY(session);
    QTRY_COMPARE(session->state(), State::NeedsCertificate);
    QCOMPARE(m_person.asked, QStringList());
    session->goOn(&m_person);
    session->open(); // not while the certificate is being settled
    QCOMPARE(session->state(), State::NeedsCertificate);
    QTRY_COMPARE(m_person.asked, QStringList(u"unknown"_s));
    QTRY_VERIFY(!session->isBusy());
    QCOMPARE(session->state(), State::NeedsCertificate); // it was refused
    m_person.answer = CertificateAnswer::GiveCaFile;
    session->goOn(&m_person);
    QTRY_COMPARE(m_person.asked, (QStringList{u"unknown"_s, u"unknown"_s, u"CA file"_s}));
    m_person.answer = CertificateAnswer::Trust;
    QSignalSpy settled(session.get(), &Session::trustSettled);
    session->goOn(&m_person);
    QTRY_COMPARE(settled.count(), 1);
    QCOMPARE(settled.first().first().value<ServerProfile>().trust.kind,
             TrustRule::Kind::Certificate);
    QCOMPARE(m_central->seen("POST", Exchange), 0); // no password left before that
}

void TestSessionStates::aCentralThatIsAwayIsOffline()
{
    keepPassword();
    m_central->instead = [](const SeenRequest &) { return Fault{.then = Fault::Then::Close}; };
    const auto session = opened();
    QVERIFY(session);
    QTRY_COMPARE(session->state(), State::Offline);
    m_central->instead = [this](const SeenRequest &request) -> std::optional<Fault> {
        return request.target == Exchange ? std::optional(Fault{.bytes = m_answer}) : std::nullopt;
    };
    session->goOn(&m_person);
    QTRY_COMPARE(session->state(), State::Live);
    m_central->instead = [](const SeenRequest &) { return Fault{.then = Fault::Then::Close}; };
    session->refresh();
    QTRY_COMPARE(session->state(), State::Offline);
    QVERIFY(session->isStarted()); // its list is there to read
    session->retire();
    QCOMPARE(session->state(), State::Closed);
}

void TestSessionStates::aRefusedListNeedsASignIn()
{
    keepPassword();
    const auto session = opened();
    QVERIFY(session);
    QTRY_VERIFY(session->table());
    m_answer = centralError(401, 16, "credentials not found");
    m_central->instead = [](const SeenRequest &) {
        return Fault{.bytes = centralError(401, 16, "credentials not found")};
    };
    session->refresh();
    QTRY_COMPARE(session->state(), State::NeedsSignIn);
    session->goOn(&m_person);
    QCOMPARE(m_person.asked, QStringList(u"sign in"_s));
}

void TestSessionStates::trustToo(const ScriptedCentral &other)
{
    QFile file(m_profile.trust.caFile);
    QVERIFY(file.open(QIODevice::Append));
    file.write(other.connection().trust.authorities.constFirst().toPem());
}

/// Another window changes the endpoint while the keychain is read.
void TestSessionStates::aCredentialThatIsReadLateStaysWithItsEndpoint()
{
    m_profile.beginCredential();
    keepPassword();
    ScriptedCentral other;
    trustToo(other);
    const QString file = m_folder.filePath(u"changed.ini"_s);
    ProfileStore profiles(file);
    QVERIFY(profiles.add(m_profile));
    ServerDirectory directory(&profiles);
    SessionPool pool(&directory, m_vault.get(), &m_clock);
    const ServerId id(m_profile.id);
    m_store->isHolding = true;
    QCOMPARE(pool.open(id)->state(), State::Opening);

    ServerProfile changed = m_profile;
    changed.name = u"moved"_s;
    changed.endpoint = other.connection().endpoint;
    QVERIFY(ProfileStore(file).add(changed));
    directory.refresh();
    QCOMPARE(directory.find(id)->profile, changed);
    m_store->release();
    QTRY_COMPARE(pool.find(id)->state(), State::NeedsSignIn);
    QCOMPARE(other.server().requests().size(), 0);
    QCOMPARE(m_central->server().requests().size(), 0);
}

QTEST_GUILESS_MAIN(TestSessionStates)
#include "tst_sessionstates.moc"
