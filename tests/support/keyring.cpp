// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/keyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QUuid>

#include <csignal>
#include <sys/prctl.h>

namespace rox::test {

using namespace Qt::StringLiterals;

/// The Secret struct of the Secret Service API, D-Bus signature (oayays).
struct PlainSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType = u"text/plain"_s;
};

QDBusArgument &operator<<(QDBusArgument &out, const PlainSecret &secret)
{
    out.beginStructure();
    out << secret.session << secret.parameters << secret.value << secret.contentType;
    out.endStructure();
    return out;
}

const QDBusArgument &operator>>(const QDBusArgument &in, PlainSecret &secret)
{
    in.beginStructure();
    in >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    in.endStructure();
    return in;
}

} // namespace rox::test

Q_DECLARE_METATYPE(rox::test::PlainSecret)

namespace rox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 10'000;
constexpr auto Password = "pw"; // without a newline, which gnome-keyring would take as part of it
constexpr auto SecretsName = "org.freedesktop.secrets"_L1;

QByteArray busConfiguration(const QString &folder, PrivateBus::Services services)
{
    const QString servicesElement = services == PrivateBus::Services::Installed
                                        ? u"<standard_session_servicedirs/>"_s
                                        : QString();
    const QString text = u"<busconfig><type>session</type><listen>unix:tmpdir=%1</listen>"
                         "<auth>EXTERNAL</auth>%2<policy context=\"default\">"
                         "<allow send_destination=\"*\" eavesdrop=\"true\"/>"
                         "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>"_s;
    return text.arg(folder, servicesElement).toUtf8();
}

void dieWithTest(QProcess &process)
{
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

/// A separate D-Bus connection of the test, with blocking calls.
class Visit
{
public:
    explicit Visit(const QString &address)
        : m_name("test-visit-"_L1 % QUuid::createUuid().toString())
        , m_connection(QDBusConnection::connectToBus(address, m_name))
    {}
    ~Visit() { QDBusConnection::disconnectFromBus(m_name); }
    Visit(const Visit &) = delete;
    Visit &operator=(const Visit &) = delete;

    [[nodiscard]] bool hasService() const
    {
        return m_connection.interface()->isServiceRegistered(SecretsName);
    }
    [[nodiscard]] QDBusMessage
    call(const QString &method, const QVariantList &arguments,
         const QString &interface = u"org.freedesktop.Secret.Service"_s) const
    {
        auto message = QDBusMessage::createMethodCall(SecretsName, u"/org/freedesktop/secrets"_s,
                                                      interface, method);
        message.setArguments(arguments);
        return m_connection.call(message, QDBus::Block, PatienceMs);
    }
    [[nodiscard]] QDBusObjectPath defaultCollection() const
    {
        return call(u"ReadAlias"_s, {u"default"_s}).arguments().value(0).value<QDBusObjectPath>();
    }

private:
    QString m_name;
    QDBusConnection m_connection;
};

} // namespace

PrivateBus::PrivateBus(Services services)
{
    const QString configuration = m_folder.filePath(u"bus.conf"_s);
    QFile file(configuration);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(busConfiguration(m_folder.path(), services)) < 0) {
        m_why = file.errorString();
        return;
    }
    file.close();
    clearHome();
    dieWithTest(m_process);
    m_process.setProcessEnvironment(environment());
    m_process.setProcessChannelMode(
        QProcess::SeparateChannels); // gnome-keyring prints warnings about rlimits
    m_process.start(u"dbus-daemon"_s,
                    {"--config-file="_L1 % configuration, u"--nofork"_s, u"--print-address=1"_s});
    const QDeadlineTimer deadline(PatienceMs);
    while (!m_process.canReadLine() && !deadline.hasExpired()) {
        if (!m_process.waitForReadyRead(200) && m_process.state() == QProcess::NotRunning)
            break;
    }
    m_address = QString::fromUtf8(m_process.readLine().trimmed());
    if (m_address.isEmpty())
        m_why = "dbus-daemon does not serve: "_L1 % m_process.errorString();
}

PrivateBus::~PrivateBus()
{
    m_process.kill();
    m_process.waitForFinished(PatienceMs);
}

QProcessEnvironment PrivateBus::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto name : {"DISPLAY"_L1, "WAYLAND_DISPLAY"_L1, "XDG_CURRENT_DESKTOP"_L1})
        environment.remove(name);
    environment.insert(u"HOME"_s, home());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"run"_s));
    environment.insert(u"XDG_DATA_HOME"_s, home() % "/.local/share"_L1);
    environment.insert(u"XDG_CONFIG_HOME"_s, home() % "/.config"_L1);
    environment.insert(u"XDG_CACHE_HOME"_s, home() % "/.cache"_L1);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    return environment;
}

bool PrivateBus::hasKeyring() const
{
    return Visit(m_address).hasService();
}

void PrivateBus::clearHome()
{
    const QDir folder(m_folder.path());
    for (const QString &name : {u"home"_s, u"run"_s}) {
        QDir(folder.filePath(name)).removeRecursively();
        folder.mkpath(name);
        QFile::setPermissions(folder.filePath(name),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    folder.mkpath(u"home/.local/share"_s);
    folder.mkpath(u"home/.config"_s);
}

void PrivateBus::use() const
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
}

Keyring::Keyring(const PrivateBus &bus, Begin begin, const QString &prompter)
    : m_bus(bus)
    , m_prompter(prompter)
{
    dieWithTest(m_process);
    m_process.setProcessEnvironment(environment());
    QStringList arguments{u"--foreground"_s, u"--components=secrets"_s};
    if (begin == Begin::Unlocked)
        arguments.append(u"--unlock"_s);
    m_process.start(u"gnome-keyring-daemon"_s, arguments);
    if (begin == Begin::Unlocked)
        m_process.write(Password);
    m_process.closeWriteChannel();
    const Visit visit(bus.address());
    const QDeadlineTimer deadline(PatienceMs);
    while (!visit.hasService()) {
        m_process.waitForFinished(10);
        if (deadline.hasExpired() || m_process.state() == QProcess::NotRunning) {
            m_why = "gnome-keyring-daemon does not serve: "_L1
                    % QString::fromLocal8Bit(m_process.readAllStandardError())
                    % m_process.errorString();
            return;
        }
    }
}

Keyring::~Keyring()
{
    kill();
}

QProcessEnvironment Keyring::environment() const
{
    auto environment = m_bus.environment();
    environment.insert(u"GNOME_KEYRING_TEST_PROMPTER"_s, m_prompter);
    return environment;
}

bool Keyring::lock()
{
    const Visit visit(m_bus.address());
    const QList<QDBusObjectPath> collections{visit.defaultCollection()};
    return visit.call(u"Lock"_s, {QVariant::fromValue(collections)}).type()
           == QDBusMessage::ReplyMessage;
}

bool Keyring::unlock()
{
    const Visit visit(m_bus.address());
    // gnome-keyring's internal interface to unlock without a prompt, as used by its own tests.
    const auto opened =
        visit.call(u"OpenSession"_s, {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    qDBusRegisterMetaType<PlainSecret>();
    const PlainSecret master{opened.arguments().value(1).value<QDBusObjectPath>(), {}, Password};
    return visit
               .call(u"UnlockWithMasterPassword"_s,
                     {QVariant::fromValue(visit.defaultCollection()), QVariant::fromValue(master)},
                     u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s)
               .type()
           == QDBusMessage::ReplyMessage;
}

void Keyring::stop()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void Keyring::proceed()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

void Keyring::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(PatienceMs);
    const Visit visit(m_bus.address());
    const QDeadlineTimer deadline(PatienceMs);
    while (visit.hasService() && !deadline.hasExpired()) {
    }
}

QByteArray Keyring::lookUp(const QString &service, const QString &key) const
{
    QProcess tool;
    tool.setProcessEnvironment(environment());
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, service, u"user"_s, key});
    tool.waitForFinished(PatienceMs);
    return tool.readAllStandardOutput();
}

QStringList Keyring::keysOf(const QString &service) const
{
    QProcess tool;
    tool.setProcessEnvironment(environment());
    tool.setProcessChannelMode(QProcess::MergedChannels); // attributes go to stderr
    tool.start(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"server"_s, service});
    tool.waitForFinished(PatienceMs);
    QStringList keys;
    const QByteArray mark = "attribute.user = ";
    for (const QByteArray &line : tool.readAllStandardOutput().split('\n')) {
        if (line.startsWith(mark))
            keys.append(QString::fromUtf8(line.mid(mark.size())));
    }
    keys.sort();
    return keys;
}

} // namespace rox::test
