// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/handover.h"

#include "models/values/visibletext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int DnsLabelMax = 63;
constexpr int FileNameMax = 100;
constexpr int CommentMax = 120;
constexpr int PreviewBullets = 16;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Handover)
};

bool isAsciiAlnum(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

/// A DNS label (RFC 1123): Kubernetes takes no other name.
QString dnsLabel(const QString &name)
{
    QString label;
    for (const QChar c : name.left(4 * DnsLabelMax)) {
        if (isAsciiAlnum(c))
            label.append(c.toLower());
        else if (!label.isEmpty() && !label.endsWith(u'-'))
            label.append(u'-');
    }
    label.truncate(DnsLabelMax);
    while (label.endsWith(u'-'))
        label.chop(1);
    return label.isEmpty() ? u"rox-api-token"_s : label;
}

/// Names that Windows gives to devices, whatever the extension.
bool isDeviceName(const QString &name)
{
    static const QStringList devices = {u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    const QString stem = name.section(u'.', 0, 0).toLower();
    return devices.contains(stem)
           || (stem.size() == 4 && (stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1))
               && stem.at(3).isDigit());
}

QString fileStem(const QString &name)
{
    QString stem;
    for (const QChar c : name.left(4 * FileNameMax)) {
        if (isAsciiAlnum(c) || c == u'.' || c == u'_')
            stem.append(c);
        else if (!stem.endsWith(u'-'))
            stem.append(u'-');
    }
    stem.truncate(FileNameMax);
    const auto isEdge = [](QChar c) { return c == u'-' || c == u'.'; };
    while (!stem.isEmpty() && isEdge(stem.back()))
        stem.chop(1);
    while (!stem.isEmpty() && isEdge(stem.front()))
        stem.remove(0, 1);
    if (stem.isEmpty() || isDeviceName(stem))
        stem.prepend(u"token"_s + (stem.isEmpty() ? u""_s : u"-"_s));
    return stem;
}

/// One line, after "# ": visibleText leaves no line break of any kind.
QByteArray commentFor(const Token &token)
{
    QString name = visibleText(token.name);
    if (name.size() > CommentMax)
        name = name.left(CommentMax) + u'…';
    QString text = Words::tr("StackRox API token %1").arg(name);
    if (token.expiresAt != NoTime) {
        const QString day =
            QDateTime::fromMSecsSinceEpoch(token.expiresAt).toUTC().toString(Qt::ISODate);
        text = Words::tr("%1, expires %2").arg(text, day);
    }
    return text.toUtf8();
}

/// What stands before and after the value, and how the value is quoted.
struct Frame
{
    QByteArray before;
    QByteArray after;
    enum class Quote { None, Shell, Yaml } quote = Quote::None;
};

bool isPlain(QByteArrayView value);

/// A word of a shell. Without line breaks of any kind, for it may stand in a comment.
QByteArray shellWord(const QString &text)
{
    const QByteArray word = visibleText(text).toUtf8();
    return isPlain(word) ? word : "'" + QByteArray(word).replace('\'', "'\\''") + "'";
}

/// The lines before the one with the token: where roxctl finds Central, and what it checks the
/// certificate with. The CA file is named in a comment, as it has to be copied first.
QByteArray placeLines(const HandoverPlace &place, const QByteArray &assign)
{
    QByteArray lines;
    if (!place.endpoint.isEmpty())
        lines += assign + "ROX_ENDPOINT=" + shellWord(place.endpoint) + '\n';
    if (!place.caFile.isEmpty())
        lines +=
            "# "
            + Words::tr("roxctl needs Central's CA file too: copy it there, then remove the #.")
                  .toUtf8()
            + "\n# " + assign + "ROX_CA_CERT_FILE=" + shellWord(place.caFile) + '\n';
    return lines;
}

Frame frameFor(HandoverForm form, const Token &token, const HandoverPlace &place)
{
    switch (form) {
    case HandoverForm::Value:
        return {};
    case HandoverForm::EnvironmentLine:
        return {placeLines(place, {}) + "ROX_API_TOKEN="_ba, {}, Frame::Quote::Shell};
    case HandoverForm::KubernetesSecret:
        return {"# "_ba + commentFor(token)
                    + "\napiVersion: v1\nkind: Secret\nmetadata:\n  name: \""_ba
                    + dnsLabel(token.name).toLatin1()
                    + "\"\ntype: Opaque\nstringData:\n  ROX_API_TOKEN: "_ba,
                "\n"_ba, Frame::Quote::Yaml};
    case HandoverForm::CiSnippet:
        return {"# "_ba + commentFor(token) + "\n# "_ba
                    + Words::tr("Keep it as a masked variable of the CI system, not in the "
                                "repository.")
                          .toUtf8()
                    + '\n' + placeLines(place, "export ") + "export ROX_API_TOKEN="_ba,
                "\nroxctl central whoami\n"_ba, Frame::Quote::Shell};
    }
    return {};
}

/// A JSON web token or host:port: needs no quotes in any of the forms.
bool isPlain(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(), [](char c) {
        return isAsciiAlnum(QLatin1Char(c)) || c == '.' || c == '_' || c == '-' || c == ':';
    });
}

// The value comes from a server: if it is no JWT, it must not end a line or a quotation.
void appendQuoted(QByteArray &to, QByteArrayView value, Frame::Quote quote)
{
    if (quote == Frame::Quote::None || (quote == Frame::Quote::Shell && isPlain(value))) {
        to.append(value);
        return;
    }
    const bool yaml = quote == Frame::Quote::Yaml;
    to.append(yaml ? '"' : '\'');
    for (const char c : value) {
        if (yaml && static_cast<uchar>(c) < 0x20) {
            static constexpr char digits[] = "0123456789abcdef";
            to.append("\\x").append(digits[uchar(c) >> 4]).append(digits[uchar(c) & 15]);
        } else if (yaml && (c == '"' || c == '\\')) {
            to.append('\\').append(c);
        } else if (!yaml && c == '\'') {
            to.append("'\\''");
        } else {
            to.append(c);
        }
    }
    to.append(yaml ? '"' : '\'');
}

} // namespace

HandoverPlace handoverPlace(const Endpoint &endpoint, const TrustRule &trust)
{
    HandoverPlace place;
    if (endpoint.base.isEmpty())
        return place;
    const QString host = endpoint.base.host(QUrl::FullyEncoded);
    place.endpoint = (endpoint.isPlaintext() ? u"http://"_s : QString())
                     + (host.contains(u':') ? u'[' + host + u']' : host) + u':'
                     + QString::number(endpoint.base.port());
    if (trust.kind == TrustRule::Kind::CaFile)
        place.caFile = QFileInfo(trust.caFile).fileName();
    else if (trust.kind == TrustRule::Kind::Certificate)
        place.caFile = u"ca.pem"_s;
    return place;
}

Secret handover(HandoverForm form, const Secret &value, const Token &token,
                const HandoverPlace &place)
{
    const Frame frame = frameFor(form, token, place);
    QByteArray text;
    // Room for the worst quotation: growing would leave a copy of the value in freed memory.
    text.reserve(frame.before.size() + frame.after.size() + 4 * value.size() + 2);
    text.append(frame.before);
    appendQuoted(text, value.view(), frame.quote);
    text.append(frame.after);
    return Secret::take(std::move(text));
}

QString handoverPreview(HandoverForm form, const Token &token, const HandoverPlace &place)
{
    if (form == HandoverForm::Value)
        return {};
    const Frame frame = frameFor(form, token, place);
    const QString bullets(PreviewBullets, u'•');
    const QString quote = frame.quote == Frame::Quote::Yaml ? u"\""_s : QString();
    const QString text =
        QString::fromUtf8(frame.before) + quote + bullets + quote + QString::fromUtf8(frame.after);
    return text.endsWith(u'\n') ? text.chopped(1) : text;
}

QString handoverFileName(HandoverForm form, const Token &token)
{
    QString stem = fileStem(token.name);
    switch (form) {
    case HandoverForm::Value:
        return stem + ".token"_L1;
    case HandoverForm::EnvironmentLine:
        return stem + ".env"_L1;
    case HandoverForm::KubernetesSecret:
        return stem + ".yaml"_L1;
    case HandoverForm::CiSnippet:
        return stem + ".sh"_L1;
    }
    return stem;
}

} // namespace rox
