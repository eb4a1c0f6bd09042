// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/profiles/roxctlconfig.h"

#include "models/tokens/tokenshape.h"
#include "models/values/endpointinput.h"
#include "network/timestamp.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <algorithm>
#include <string>
#include <yaml-cpp/yaml.h>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Roxctl
{
    Q_DECLARE_TR_FUNCTIONS(Roxctl)
};

using Failure = tl::unexpected<QString>;

constexpr qint64 MaxFileBytes = 1 << 20;
constexpr std::size_t MaxSecretBytes = 64 * 1024;
constexpr qsizetype MaxRemarks = 20;
constexpr std::size_t MaxAddressBytes = 400; // a host name has 253

/// Empty unless the node is a scalar.
std::string scalar(const YAML::Node &node)
{
    return node.IsDefined() && node.IsScalar() ? node.Scalar() : std::string();
}

YAML::Node member(const YAML::Node &map, const char *key)
{
    return map.IsMap() ? map[key] : YAML::Node(YAML::NodeType::Undefined);
}

/// Empty unless the text is one line of printable ASCII, like a token or cookie.
Secret secretFrom(std::string text)
{
    const bool fits =
        text.size() <= MaxSecretBytes
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 127; });
    Secret secret = fits ? Secret(QByteArrayView(text.data(), qsizetype(text.size()))) : Secret();
    std::fill(text.begin(), text.end(), '\0');
    return secret;
}

/// roxctl writes an IPv6 address without brackets, and always the port. It writes nothing else that
/// has to be mended.
tl::expected<Endpoint, Endpoint::Fault> endpointOf(const QString &place)
{
    const auto input = endpointInput(place, LastNumber::IsPort);
    if (!input)
        return tl::make_unexpected(input.error());
    constexpr EndpointInput::Changes fine =
        EndpointInput::BracketsAdded | EndpointInput::DotLeftOut;
    return (input->changes & ~fine) ? Endpoint::parse(place) : input->endpoint;
}

/// The error is the end of a sentence.
tl::expected<RoxctlCentral, QString> centralFrom(const QString &place, const YAML::Node &entry)
{
    const auto endpoint = endpointOf(place);
    if (!endpoint)
        return Failure(Roxctl::tr("its address is not a Central's"));
    const YAML::Node access = member(entry, "access");
    RoxctlCentral central;
    central.endpoint = *endpoint;
    central.token = secretFrom(scalar(member(access, "accessToken")));
    if (central.token.isEmpty())
        return Failure(Roxctl::tr("it has no access token"));
    const YAML::Node expires = member(access, "expiresAt");
    if (expires.IsDefined() && !expires.IsNull()) {
        const auto time = parseTimestamp(scalar(expires));
        if (!time)
            return Failure(Roxctl::tr("its expiration cannot be read"));
        central.expiresAt = *time;
    }
    const YAML::Node refresh = member(access, "refreshToken");
    if (refresh.IsDefined() && !refresh.IsNull()) {
        const std::string text = scalar(refresh);
        central.refreshCookie = secretFrom(text);
        if (central.refreshCookie.isEmpty() && (!refresh.IsScalar() || !text.empty()))
            return Failure(Roxctl::tr("its refresh token cannot be read"));
    }
    return central;
}

void addCentral(RoxctlConfig &config, const YAML::Node &key, const YAML::Node &entry)
{
    // QUrl is slow on a very long text, and none of them is an address.
    const std::string text = scalar(key).substr(0, MaxAddressBytes);
    const QString whole = QString::fromStdString(text);
    // A JWT has dots, so its text could be parsed as a host name.
    const QString place = looksLikeToken(whole) ? QString() : whole;
    auto central = centralFrom(place, entry);
    const auto isSame = [&central](const RoxctlCentral &other) {
        return other.endpoint == central->endpoint;
    };
    const bool isTwice =
        central && std::any_of(config.centrals.begin(), config.centrals.end(), isSame);
    if (central && !isTwice) {
        config.centrals.push_back(std::move(*central));
    } else if (config.remarks.size() < MaxRemarks) {
        // A key that is no address could be a misplaced token: do not quote it.
        const auto endpoint = endpointOf(place);
        const QString shown = endpoint
                                  ? endpoint->display()
                                  : Roxctl::tr("The server in line %1").arg(key.Mark().line + 1);
        config.remarks.append(
            Roxctl::tr("%1 was left out: %2.")
                .arg(shown, isTwice ? Roxctl::tr("it is there twice") : central.error()));
    }
}

tl::expected<RoxctlConfig, QString> parse(const QString &path, const QByteArray &bytes)
{
    RoxctlConfig config;
    const Failure wrong(Roxctl::tr("%1 is not a configuration of roxctl's.").arg(path));
    try {
        const YAML::Node root =
            YAML::Load(std::string(bytes.constData(), std::size_t(bytes.size())));
        if (!root.IsDefined() || root.IsNull())
            return config;
        if (!root.IsMap())
            return wrong;
        const YAML::Node centrals = member(root, "centrals");
        if (!centrals.IsDefined() || centrals.IsNull())
            return config;
        if (!centrals.IsMap())
            return wrong;
        for (const auto &entry : centrals)
            addCentral(config, entry.first, entry.second);
    } catch (const YAML::Exception &error) {
        // The exception's text could quote the file.
        return Failure(Roxctl::tr("%1 cannot be read: line %2 is not proper YAML.")
                           .arg(path)
                           .arg(std::max(error.mark.line, 0) + 1));
    } catch (const std::exception &) {
        return wrong;
    }
    return config;
}

bool isOpenToOthers(const QFile &file)
{
    return file.permissions()
           & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
}

} // namespace

QString roxctlConfigFile(const Environment &environment)
{
    const QString name = u"/roxctl-config.yaml"_s;
    for (const auto &variable : {u"ROX_CONFIG_DIR"_s, u"XDG_RUNTIME_DIR"_s}) {
        const QString folder = environment.value(variable);
        if (!folder.isEmpty())
            return folder % name;
    }
    const QString home = environment.value(u"HOME"_s);
    return home.isEmpty() ? QString() : home % "/.roxctl"_L1 % name;
}

tl::expected<RoxctlConfig, QString> readRoxctlConfig(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || (!info.exists() && !info.isSymLink()))
        return RoxctlConfig();
    // Opening a pipe would block until it has a writer.
    if (!info.isFile())
        return Failure(Roxctl::tr("%1 is no file.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Failure(Roxctl::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    QByteArray bytes = file.read(MaxFileBytes + 1);
    const auto wiping = qScopeGuard([&bytes] { wipe(bytes); });
    if (bytes.size() > MaxFileBytes)
        return Failure(Roxctl::tr("%1 is too big for a configuration of roxctl's.").arg(path));
    if (!QByteArrayView(bytes).isValidUtf8())
        return Failure(Roxctl::tr("%1 is not a configuration of roxctl's.").arg(path));
    auto config = parse(path, bytes);
    if (config && !config->centrals.empty() && isOpenToOthers(file))
        config->remarks.append(
            Roxctl::tr("Other users of this computer may read or change %1. Make "
                       "it yours alone: chmod 600.")
                .arg(path));
    return config;
}

} // namespace rox
