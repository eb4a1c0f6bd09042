// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/handoverframe.h"

#include "models/values/visibletext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;
using Quote = HandoverFrame::Quote;

namespace {

constexpr int DnsLabelMax = 63;
constexpr int CommentMax = 120;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Handover)
};

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

/// A string of YAML. Without line breaks of any kind, for it may stand in a comment.
QByteArray yamlWord(const QString &text)
{
    QByteArray word;
    appendQuoted(word, visibleText(text).toUtf8(), Quote::Yaml);
    return word;
}

/// Groovy reads \\uXXXX as a character everywhere, in comments too: it could end a line.
QByteArray groovySafe(QByteArray text)
{
    return text.replace('\\', '/');
}

QByteArray groovyWord(const QString &text)
{
    return "'" + groovySafe(visibleText(text).toUtf8()).replace('\'', "\\'") + "'";
}

QByteArray secretHead(const Token &token)
{
    return "# "_ba + commentFor(token) + "\napiVersion: v1\nkind: Secret\nmetadata:\n  name: \""_ba
           + dnsLabel(token.name).toLatin1()
           + "\"\ntype: Opaque\nstringData:\n  ROX_API_TOKEN: "_ba;
}

/// The value is told in a comment, because a Jenkinsfile is kept in a repository and Jenkins keeps
/// values in its own store of credentials.
HandoverFrame jenkins(const Token &token, const HandoverPlace &place)
{
    const QByteArray id = dnsLabel(token.name).toLatin1();
    const QByteArray head =
        "// "_ba + groovySafe(commentFor(token)) + "\n// "_ba
        + Words::tr(
              "In Jenkins, add a credential of the kind \"Secret text\" with the ID \"%1\" and "
              "the secret in the next line.")
              .arg(QString::fromLatin1(id))
              .toUtf8()
        + "\n// "_ba;
    QByteArray body =
        "\n// "_ba
        + Words::tr("Then remove these lines: the secret must not be in the repository.").toUtf8()
        + "\npipeline {\n    agent any\n    environment {\n"_ba;
    if (!place.endpoint.isEmpty())
        body += "        ROX_ENDPOINT = " + groovyWord(place.endpoint) + '\n';
    if (!place.caFile.isEmpty())
        body +=
            "        // "
            + Words::tr("roxctl needs Central's CA file too: add it as a credential of the kind "
                        "\"Secret file\", then remove the //.")
                  .toUtf8()
            + "\n        // ROX_CA_CERT_FILE = credentials(" + groovyWord(place.caFile) + ")\n";
    body += "        ROX_API_TOKEN = credentials('" + id
            + "')\n    }\n    stages {\n        stage('StackRox') {\n            steps {\n"
              "                sh 'roxctl central whoami'\n            }\n        }\n    }\n}\n";
    return {head, body, Quote::Comment};
}

/// The image of roxctl; with the version of Central as its tag, if it can be one.
QByteArray roxctlImage(const QString &version)
{
    static const QRegularExpression tag(u"^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$"_s);
    const QString name = u"quay.io/stackrox-io/roxctl"_s;
    return yamlWord(tag.match(version).hasMatch() ? name + u':' + version : name);
}

HandoverFrame tekton(const Token &token, const HandoverPlace &place)
{
    QByteArray task = "\n---\napiVersion: tekton.dev/v1\nkind: Task\nmetadata:\n"
                      "  name: roxctl-whoami\nspec:\n  steps:\n    - name: whoami\n      # "
                      + Words::tr("The tag is the version of Central.").toUtf8()
                      + "\n      image: " + roxctlImage(place.version)
                      + "\n      args: [\"central\", \"whoami\"]\n      env:\n";
    if (!place.endpoint.isEmpty())
        task += "        - name: ROX_ENDPOINT\n          value: " + yamlWord(place.endpoint) + '\n';
    if (!place.caFile.isEmpty())
        task +=
            "        # "
            + Words::tr("roxctl needs Central's CA file too: mount it, then remove the #.").toUtf8()
            + "\n        # - name: ROX_CA_CERT_FILE\n        #   value: "
            + yamlWord(u"/certificates/"_s + place.caFile) + '\n';
    task += "        - name: ROX_API_TOKEN\n          valueFrom:\n            secretKeyRef:\n"
            "              name: \""
            + dnsLabel(token.name).toLatin1() + "\"\n              key: ROX_API_TOKEN\n";
    return {secretHead(token), task, Quote::Yaml};
}

/// GitHub replaces ${{ }} in each value of a workflow.
QByteArray gitHubWord(const QString &text)
{
    return yamlWord(text).replace("${{", "${{ '${{' }}");
}

QByteArray comment(const QString &text)
{
    return "# " + text.toUtf8() + '\n';
}

/// The value is told in a comment, because a workflow is kept in the repository. gh asks for it: an
/// argument of a command would stay in the shell's history.
HandoverFrame gitHubActions(const Token &token, const HandoverPlace &place)
{
    const QByteArray head =
        comment(QString::fromUtf8(commentFor(token)))
        + comment(Words::tr("In a clone of the repository run the next line. gh asks for the "
                            "secret: paste the line after it."))
        + "# gh secret set ROX_API_TOKEN\n# ";
    QByteArray body =
        '\n'
        + comment(Words::tr("Then remove these lines: the secret must not be in the repository. A "
                            "step of the workflow, where roxctl is installed:"))
        + "- name: Ask Central who the token is\n  env:\n";
    if (!place.endpoint.isEmpty())
        body += "    ROX_ENDPOINT: " + gitHubWord(place.endpoint) + '\n';
    if (!place.caFile.isEmpty())
        body += "    "
                + comment(Words::tr("roxctl needs Central's CA file too: put it into the "
                                    "repository, then remove the #."))
                + "    # ROX_CA_CERT_FILE: " + gitHubWord(place.caFile) + '\n';
    body += "    ROX_API_TOKEN: ${{ secrets.ROX_API_TOKEN }}\n  run: roxctl central whoami\n";
    return {head, body, Quote::Comment};
}

/// The value is told in a comment, because .gitlab-ci.yml is kept in the repository. GitLab puts
/// the variables of the project into the environment of each job.
HandoverFrame gitLabCi(const Token &token, const HandoverPlace &place)
{
    const QByteArray head =
        comment(QString::fromUtf8(commentFor(token)))
        + comment(Words::tr("In the project, under Settings > CI/CD > Variables, add the masked "
                            "variable ROX_API_TOKEN. Its value is in the next line."))
        + "# ";
    QByteArray body = '\n'
                      + comment(Words::tr("Then remove these lines: the value must not be in the "
                                          "repository. A job, where roxctl is installed:"))
                      + "roxctl-whoami:\n";
    if (!place.caFile.isEmpty())
        body += "  "
                + comment(Words::tr("roxctl needs Central's CA file too: add the text of %1 as the "
                                    "variable ROX_CA_CERT_FILE of the type File.")
                              .arg(visibleText(place.caFile)));
    if (!place.endpoint.isEmpty())
        body += "  variables:\n    ROX_ENDPOINT: " + yamlWord(place.endpoint) + '\n';
    body += "  script:\n    - roxctl central whoami\n";
    return {head, body, Quote::Comment};
}

} // namespace

HandoverFrame frameOf(HandoverForm form, const Token &token, const HandoverPlace &place)
{
    switch (form) {
    case HandoverForm::Value:
        return {};
    case HandoverForm::EnvironmentLine:
        return {placeLines(place, {}) + "ROX_API_TOKEN="_ba, {}, Quote::Shell};
    case HandoverForm::KubernetesSecret:
        return {secretHead(token), "\n"_ba, Quote::Yaml};
    case HandoverForm::ShellScript:
        return {"# "_ba + commentFor(token) + "\n# "_ba
                    + Words::tr("Keep it as a masked variable of the CI system, not in the "
                                "repository.")
                          .toUtf8()
                    + '\n' + placeLines(place, "export ") + "export ROX_API_TOKEN="_ba,
                "\nroxctl central whoami\n"_ba, Quote::Shell};
    case HandoverForm::Jenkins:
        return jenkins(token, place);
    case HandoverForm::Tekton:
        return tekton(token, place);
    case HandoverForm::GitHubActions:
        return gitHubActions(token, place);
    case HandoverForm::GitLabCi:
        return gitLabCi(token, place);
    }
    return {};
}

bool isAsciiAlnum(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isPlain(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return isAsciiAlnum(QLatin1Char(c)) || c == '.' || c == '_' || c == '-' || c == ':';
    });
}

namespace {

void appendEscape(QByteArray &to, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    to.append("\\x").append(digits[uchar(c) >> 4]).append(digits[uchar(c) & 15]);
}

} // namespace

void appendQuoted(QByteArray &to, QByteArrayView value, Quote quote)
{
    if (quote == Quote::None || (quote != Quote::Yaml && isPlain(value))) {
        to.append(value);
        return;
    }
    const char *mark = quote == Quote::Yaml ? "\"" : quote == Quote::Shell ? "'" : "";
    to.append(mark);
    for (const char c : value) {
        const auto code = static_cast<uchar>(c);
        const bool isEscaped =
            (quote == Quote::Comment && (code < 0x20 || code >= 0x7f || c == '\\'))
            || (quote == Quote::Yaml && code < 0x20);
        if (isEscaped)
            appendEscape(to, c);
        else if (quote == Quote::Yaml && (c == '"' || c == '\\'))
            to.append('\\').append(c);
        else if (quote == Quote::Shell && c == '\'')
            to.append("'\\''");
        else
            to.append(c);
    }
    to.append(mark);
}

} // namespace rox
