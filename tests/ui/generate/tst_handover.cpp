// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/handover.h"
#include "models/values/visibletext.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

Token named(const QString &name)
{
    Token token;
    token.name = name;
    token.expiresAt = 1'795'423'320'000; // 2026-11-23T08:42:00Z
    return token;
}

QByteArray text(HandoverForm form, const QByteArray &value, const QString &name = u"ci"_s)
{
    return handover(form, Secret(value), named(name)).view().toByteArray();
}

/// The scalar at this path; "(none)" if there is none.
QByteArray textAt(YAML::Node node, const std::vector<const char *> &path)
{
    for (const char *key : path) {
        if (!node.IsMap() || !node[key])
            return "(none)"_ba;
        node.reset(node[key]);
    }
    return node.IsScalar() ? QByteArray::fromStdString(node.Scalar()) : "(none)"_ba;
}

/// Runs a script in bash, where roxctl is a function that prints what it was given.
QByteArray ran(const QByteArray &script, const QMap<QString, QByteArray> &variables = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto each = variables.cbegin(); each != variables.cend(); ++each)
        environment.insert(each.key(), QString::fromUtf8(each.value()));
    QProcess bash;
    bash.setProcessEnvironment(environment);
    bash.start(u"bash"_s, {u"--noprofile"_s, u"--norc"_s, u"-e"_s});
    bash.write("roxctl() { printf '%s|%s|%s' \"$ROX_ENDPOINT\" \"$ROX_API_TOKEN\" \"$*\"; }\n"
               + script);
    bash.closeWriteChannel();
    if (!bash.waitForFinished() || bash.exitCode() != 0)
        return "(failed) " + bash.readAllStandardError();
    return bash.readAllStandardOutput() + bash.readAllStandardError();
}

/// The value stands alone in a comment line, so that it can be copied from there.
bool hasLineWith(const QByteArray &text, const QByteArray &value)
{
    return text.contains(QByteArray("\n# " + value + "\n"));
}

} // namespace

Q_DECLARE_METATYPE(rox::TrustRule)
Q_DECLARE_METATYPE(rox::HandoverPlace)

class TestHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms();
    void unusualValueStaysQuoted_data();
    void unusualValueStaysQuoted();
    void hostileNamesStayInOneLine_data();
    void hostileNamesStayInOneLine();
    void kubernetesNames_data();
    void kubernetesNames();
    void fileNames_data();
    void fileNames();
    void previewsHaveNoValue();
    void formsNameTheCentral();
    void placeOfAConnection_data();
    void placeOfAConnection();
    void hostileFileNameStaysInItsComment();
    void shellFormsAreShell_data() { unusualTexts(); }
    void shellFormsAreShell();
    void secretIsYaml_data() { unusualTexts(); }
    void secretIsYaml();
    void tektonTaskReadsItsSecret_data() { unusualTexts(); }
    void tektonTaskReadsItsSecret();
    void roxctlHasTheVersionOfCentral_data();
    void roxctlHasTheVersionOfCentral();
    void jenkinsfileIsWhole_data() { unusualTexts(); }
    void jenkinsfileIsWhole();
    void stepOfGitHubAsksCentral_data() { unusualTexts(); }
    void stepOfGitHubAsksCentral();
    void jobOfGitLabAsksCentral_data() { unusualTexts(); }
    void jobOfGitLabAsksCentral();
    void gitHubReplacesNothingInNames();
    void previewOfEachFormHidesTheValue();

private:
    static void unusualTexts();
};

void TestHandover::forms()
{
    QCOMPARE(text(HandoverForm::Value, "a.b-c_d"), "a.b-c_d"_ba);
    QCOMPARE(text(HandoverForm::EnvironmentLine, "a.b-c_d"), "ROX_API_TOKEN=a.b-c_d"_ba);
    QCOMPARE(text(HandoverForm::KubernetesSecret, "a.b"),
             "# StackRox API token ci, expires 2026-11-23T08:42:00Z\n"
             "apiVersion: v1\nkind: Secret\nmetadata:\n  name: \"ci\"\ntype: Opaque\n"
             "stringData:\n  ROX_API_TOKEN: \"a.b\"\n"_ba);
    const QByteArray snippet = text(HandoverForm::ShellScript, "a.b");
    QVERIFY(snippet.contains("\nexport ROX_API_TOKEN=a.b\nroxctl central whoami\n"));
}

void TestHandover::unusualValueStaysQuoted_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("shell");
    QTest::addColumn<QByteArray>("yaml");

    QTest::newRow("shell") << "a; rm -rf ~"_ba
                           << "'a; rm -rf ~'"_ba
                           << "\"a; rm -rf ~\""_ba;
    QTest::newRow("quotes") << "a'b\"c"_ba
                            << "'a'\\''b\"c'"_ba
                            << "\"a'b\\\"c\""_ba;
    QTest::newRow("lines") << "a\nb"_ba
                           << "'a\nb'"_ba
                           << "\"a\\x0ab\""_ba;
    QTest::newRow("backslash") << "a\\n"_ba
                               << "'a\\n'"_ba
                               << "\"a\\\\n\""_ba;
}

void TestHandover::unusualValueStaysQuoted()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, shell);
    QFETCH(QByteArray, yaml);
    QCOMPARE(text(HandoverForm::EnvironmentLine, value), "ROX_API_TOKEN="_ba + shell);
    const QByteArray line = "\n  ROX_API_TOKEN: "_ba + yaml + "\n"_ba;
    QVERIFY(text(HandoverForm::KubernetesSecret, value).contains(line));
    QCOMPARE(text(HandoverForm::Value, value), value);
}

void TestHandover::hostileNamesStayInOneLine_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("newline") << u"a\nkind: Pod"_s;
    QTest::newRow("return") << u"a\rkind: Pod"_s;
    QTest::newRow("next line") << u"a\u0085kind: Pod"_s;
    QTest::newRow("line separator") << u"a\u2028kind: Pod"_s;
    QTest::newRow("nul") << u"a"_s + QChar(0) + u"b"_s;
    QTest::newRow("command") << u"$(touch /tmp/x) `id`"_s;
    QTest::newRow("long") << QString(10'000, u'n');
    QTest::newRow("empty") << QString();
}

void TestHandover::hostileNamesStayInOneLine()
{
    QFETCH(QString, name);
    for (const auto form : {HandoverForm::KubernetesSecret, HandoverForm::ShellScript,
                            HandoverForm::GitHubActions, HandoverForm::GitLabCi}) {
        const QString all = QString::fromUtf8(text(form, "v", name));
        QCOMPARE(all.count(u'\n'), QString::fromUtf8(text(form, "v", u"plain"_s)).count(u'\n'));
        for (const char16_t breaks : {u'\r', u'\0', u'\u0085', u'\u2028', u'\u2029'})
            QVERIFY(!all.contains(QChar(breaks)));
        for (const QString &line : all.split(u'\n')) {
            static const QRegularExpression label(u"^  name: \"[a-z0-9-]{1,63}\"$"_s);
            if (line.contains(u"touch") || line.contains(u"kind: Pod"))
                QVERIFY2(line.startsWith(u"# ") || label.match(line).hasMatch(), qPrintable(line));
        }
        QVERIFY(all.size() < 1000);
    }
    QCOMPARE(text(HandoverForm::EnvironmentLine, "v", name), "ROX_API_TOKEN=v"_ba);
}

void TestHandover::kubernetesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("label");

    QTest::newRow("as it is") << u"jenkins-prod-eu-2"_s << "jenkins-prod-eu-2"_ba;
    QTest::newRow("case and space") << u"My CI  token"_s << "my-ci-token"_ba;
    QTest::newRow("edges") << u"--x--"_s << "x"_ba;
    QTest::newRow("digits") << u"123"_s << "123"_ba;
    QTest::newRow("nothing left") << u"日本"_s << "rox-api-token"_ba;
    QTest::newRow("long") << QString(80, u'a') << QByteArray(63, 'a');
    QTest::newRow("cut at a dash") << QString(62, u'a') + u"--b"_s << QByteArray(62, 'a');
}

void TestHandover::kubernetesNames()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, label);
    const QByteArray line = "\n  name: \"" + label + "\"\n";
    QVERIFY(text(HandoverForm::KubernetesSecret, "v", name).contains(line));
}

void TestHandover::fileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");

    QTest::newRow("as it is") << u"jenkins-prod-eu-2"_s << u"jenkins-prod-eu-2.token"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"etc-passwd.token"_s;
    QTest::newRow("windows path") << u"C:\\x"_s << u"C-x.token"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc.token"_s;
    QTest::newRow("empty") << QString() << u"token.token"_s;
    QTest::newRow("device") << u"NUL"_s << u"token-NUL.token"_s;
    QTest::newRow("device with extension") << u"com1.x"_s << u"token-com1.x.token"_s;
    QTest::newRow("controls") << u"a\n\u202Eb"_s << u"a-b.token"_s;
    QTest::newRow("long") << QString(10'000, u'n') << QString(100, u'n') + u".token"_s;
}

void TestHandover::fileNames()
{
    QFETCH(QString, name);
    QFETCH(QString, file);
    QCOMPARE(handoverFileName(HandoverForm::Value, named(name)), file);
    const QString stem = file.chopped(6);
    QCOMPARE(handoverFileName(HandoverForm::EnvironmentLine, named(name)), stem + u".env"_s);
    QCOMPARE(handoverFileName(HandoverForm::KubernetesSecret, named(name)), stem + u".yaml"_s);
    QCOMPARE(handoverFileName(HandoverForm::ShellScript, named(name)), stem + u".sh"_s);
}

void TestHandover::previewsHaveNoValue()
{
    QVERIFY(handoverPreview(HandoverForm::Value, named(u"ci"_s)).isEmpty());
    QCOMPARE(handoverPreview(HandoverForm::EnvironmentLine, named(u"ci"_s)),
             u"ROX_API_TOKEN=••••••••••••••••"_s);
    const QString yaml = handoverPreview(HandoverForm::KubernetesSecret, named(u"ci"_s));
    QVERIFY(yaml.endsWith(u"ROX_API_TOKEN: \"••••••••••••••••\""));
}

/// Without ROX_ENDPOINT roxctl asks localhost:8443.
void TestHandover::formsNameTheCentral()
{
    const HandoverPlace place{u"central.example.com:443"_s, {}};
    const Token token = named(u"ci"_s);
    const Secret value("a.b");
    QCOMPARE(handover(HandoverForm::EnvironmentLine, value, token, place).view().toByteArray(),
             "ROX_ENDPOINT=central.example.com:443\nROX_API_TOKEN=a.b"_ba);
    QVERIFY(handover(HandoverForm::ShellScript, value, token, place)
                .view()
                .toByteArray()
                .contains("\nexport ROX_ENDPOINT=central.example.com:443\nexport "
                          "ROX_API_TOKEN=a.b\nroxctl central whoami\n"));
    QCOMPARE(handoverPreview(HandoverForm::EnvironmentLine, token, place),
             u"ROX_ENDPOINT=central.example.com:443\nROX_API_TOKEN=••••••••••••••••"_s);
    QCOMPARE(handover(HandoverForm::Value, value, token, place).view().toByteArray(), "a.b"_ba);

    const HandoverPlace withCa{u"central.example.com:443"_s, u"ca.pem"_s};
    const QByteArray lines =
        handover(HandoverForm::EnvironmentLine, value, token, withCa).view().toByteArray();
    QVERIFY2(lines.contains("\n# ROX_CA_CERT_FILE=ca.pem\nROX_API_TOKEN=a.b"), lines.constData());
    const QByteArray snippet =
        handover(HandoverForm::ShellScript, value, token, withCa).view().toByteArray();
    QVERIFY2(snippet.contains("\n# export ROX_CA_CERT_FILE=ca.pem\n"), snippet.constData());
}

void TestHandover::placeOfAConnection_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<TrustRule>("trust");
    QTest::addColumn<HandoverPlace>("place");

    const TrustRule file{TrustRule::Kind::CaFile, u"/home/mk/certificates/acme.pem"_s, {}, NoTime};
    const TrustRule pinned{TrustRule::Kind::Certificate, {}, CertificateFacts(), NoTime};
    QTest::newRow("default port") << u"central.example.com"_s << TrustRule()
                                  << HandoverPlace{u"central.example.com:443"_s, {}};
    QTest::newRow("IPv6") << u"[::1]:8443"_s << TrustRule() << HandoverPlace{u"[::1]:8443"_s, {}};
    QTest::newRow("another script")
        << u"\u0430cme.example"_s << TrustRule() << HandoverPlace{u"xn--cme-5cd.example:443"_s, {}};
    QTest::newRow("plain") << u"http://localhost:8080"_s << TrustRule()
                           << HandoverPlace{u"http://localhost:8080"_s, {}};
    QTest::newRow("CA file") << u"central.example.com"_s << file
                             << HandoverPlace{u"central.example.com:443"_s, u"acme.pem"_s};
    QTest::newRow("trusted certificate")
        << u"central.example.com"_s << pinned
        << HandoverPlace{u"central.example.com:443"_s, u"ca.pem"_s};
}

void TestHandover::placeOfAConnection()
{
    QFETCH(QString, typed);
    QFETCH(TrustRule, trust);
    QFETCH(HandoverPlace, place);
    QCOMPARE(handoverPlace(Endpoint::parse(typed).value(), trust), place);
}

void TestHandover::hostileFileNameStaysInItsComment()
{
    for (const QString &name : {u"a\nexport X=1"_s, u"a\u2028b"_s, u"it's $(id).pem"_s}) {
        const HandoverPlace place{u"[::1]:8443"_s, name};
        const QByteArray text =
            handover(HandoverForm::ShellScript, Secret("v"), named(u"ci"_s), place)
                .view()
                .toByteArray();
        QVERIFY(text.contains("\nexport ROX_ENDPOINT='[::1]:8443'\n"));
        for (const QByteArray &line : text.split('\n'))
            QVERIFY2(!line.contains("X=1") || line.startsWith("# "), line.constData());
        QCOMPARE(text.count('\n'), 7);
    }
}

void TestHandover::unusualTexts()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<HandoverPlace>("place");

    const HandoverPlace usual{u"central.example.com:443"_s, u"acme-ca.pem"_s, u"4.8.2"_s};
    const HandoverPlace odd{u"[::1]:8443"_s, u"it's \\u000a$(id) \"x\".pem"_s, u"4 8"_s};
    QTest::newRow("usual") << u"jenkins-prod-eu-2"_s << "eyJhbGci.e30.c2ln"_ba << usual;
    QTest::newRow("no place") << u"ci"_s << "a.b.c"_ba << HandoverPlace();
    QTest::newRow("plain HTTP") << u"ci"_s << "a.b.c"_ba
                                << HandoverPlace{u"http://localhost:8080"_s, {}};
    QTest::newRow("unusual value") << u"ci"_s << "a'b\"c\nd \\u000a$(id)\\"_ba << odd;
    QTest::newRow("hostile name") << u"x\n\\u000apipeline { sh 'id' }\r*/ \u2028---"_s << "a.b"_ba
                                  << odd;
}

void TestHandover::shellFormsAreShell()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    QFETCH(HandoverPlace, place);
    for (const auto form : {HandoverForm::EnvironmentLine, HandoverForm::ShellScript}) {
        const QByteArray script =
            handover(form, Secret(value), named(name), place).view().toByteArray()
            + (form == HandoverForm::EnvironmentLine ? "\nroxctl central whoami\n" : "");
        QCOMPARE(ran(script), place.endpoint.toUtf8() + '|' + value + "|central whoami");
    }
}

void TestHandover::secretIsYaml()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    QFETCH(HandoverPlace, place);
    const QByteArray text =
        handover(HandoverForm::KubernetesSecret, Secret(value), named(name), place)
            .view()
            .toByteArray();
    const std::vector<YAML::Node> parts = YAML::LoadAll(text.toStdString());
    QCOMPARE(parts.size(), std::size_t(1));
    QCOMPARE(textAt(parts[0], {"kind"}), "Secret"_ba);
    QCOMPARE(textAt(parts[0], {"stringData", "ROX_API_TOKEN"}), value);
}

void TestHandover::tektonTaskReadsItsSecret()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    QFETCH(HandoverPlace, place);
    const QByteArray text =
        handover(HandoverForm::Tekton, Secret(value), named(name), place).view().toByteArray();
    const std::vector<YAML::Node> parts = YAML::LoadAll(text.toStdString());
    QCOMPARE(parts.size(), std::size_t(2));
    QCOMPARE(textAt(parts[0], {"kind"}), "Secret"_ba);
    QCOMPARE(textAt(parts[0], {"stringData", "ROX_API_TOKEN"}), value);
    QCOMPARE(textAt(parts[1], {"apiVersion"}), "tekton.dev/v1"_ba);
    QCOMPARE(textAt(parts[1], {"kind"}), "Task"_ba);
    const YAML::Node step = parts[1]["spec"]["steps"][0];
    QByteArray endpoint;
    QByteArray secret;
    for (const YAML::Node &variable : step["env"]) {
        const QByteArray variableName = textAt(variable, {"name"});
        if (variableName == "ROX_ENDPOINT")
            endpoint = textAt(variable, {"value"});
        else if (variableName == "ROX_API_TOKEN")
            secret = textAt(variable, {"valueFrom", "secretKeyRef", "name"});
        else
            QFAIL(variableName.constData());
    }
    QCOMPARE(endpoint, place.endpoint.toUtf8());
    QCOMPARE(secret, textAt(parts[0], {"metadata", "name"}));
    QCOMPARE(text.contains("# - name: ROX_CA_CERT_FILE"), !place.caFile.isEmpty());

    // With the CA file put in place, it is the third variable.
    QByteArray uncommented = text;
    uncommented.replace("        # - name:", "        - name:")
        .replace("        #   value:", "          value:");
    const auto all = YAML::LoadAll(uncommented.toStdString());
    const YAML::Node ca = all[1]["spec"]["steps"][0]["env"][1];
    if (!place.caFile.isEmpty())
        QCOMPARE(textAt(ca, {"value"}), "/certificates/" + visibleText(place.caFile).toUtf8());
}

void TestHandover::roxctlHasTheVersionOfCentral_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QByteArray>("image");
    QTest::newRow("release") << u"4.8.2"_s << "quay.io/stackrox-io/roxctl:4.8.2"_ba;
    QTest::newRow("not known") << QString() << "quay.io/stackrox-io/roxctl"_ba;
    QTest::newRow("no tag") << u"4.8\nx: y"_s << "quay.io/stackrox-io/roxctl"_ba;
}

void TestHandover::roxctlHasTheVersionOfCentral()
{
    QFETCH(QString, version);
    QFETCH(QByteArray, image);
    const QByteArray text =
        handover(HandoverForm::Tekton, Secret("v"), named(u"ci"_s), {{}, {}, version})
            .view()
            .toByteArray();
    const auto parts = YAML::LoadAll(text.toStdString());
    QCOMPARE(textAt(parts[1]["spec"]["steps"][0], {"image"}), image);
}

/// What remains of a Jenkinsfile without its comments and strings. Fails on a string that a line
/// ends, and on what Groovy would read as a character.
void TestHandover::jenkinsfileIsWhole()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    QFETCH(HandoverPlace, place);
    const QByteArray text =
        handover(HandoverForm::Jenkins, Secret(value), named(name), place).view().toByteArray();
    static const QRegularExpression character(u"\\\\+u"_s);
    QVERIFY2(!QString::fromUtf8(text).contains(character), text.constData());
    QVERIFY(!text.contains('\r'));
    QByteArray code;
    for (const QByteArray &line : text.split('\n')) {
        if (line.trimmed().startsWith("//"))
            continue;
        QString bare = QString::fromUtf8(line);
        bare.remove(QRegularExpression(u"'([^'\\\\]|\\\\.)*'"_s));
        QVERIFY2(!bare.contains(u'\'') && !bare.contains(u'"'), line.constData());
        code += bare.simplified().toUtf8() + ' ';
    }
    const QByteArray endpoint = place.endpoint.isEmpty() ? QByteArray() : "ROX_ENDPOINT = ";
    QCOMPARE(code.simplified(), "pipeline { agent any environment { " + endpoint
                                    + "ROX_API_TOKEN = credentials() } stages { stage() { steps { "
                                      "sh } } } }");
    const QRegularExpression id(u"credentials\\('([a-z0-9-]{1,63})'\\)\n"_s);
    const QString found = id.match(QString::fromUtf8(text)).captured(1);
    QVERIFY(text.contains(QByteArray("with the ID \"" + found.toUtf8() + "\"")));
    QVERIFY(value.contains('\n') || text.contains(QByteArray("\n// " + value + "\n")));
    QVERIFY(place.endpoint.isEmpty()
            || text.contains(QByteArray("ROX_ENDPOINT = '" + place.endpoint.toUtf8() + "'\n")));
    QCOMPARE(text.contains("// ROX_CA_CERT_FILE = credentials('"), !place.caFile.isEmpty());
}

void TestHandover::stepOfGitHubAsksCentral()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    QFETCH(HandoverPlace, place);
    QByteArray text = handover(HandoverForm::GitHubActions, Secret(value), named(name), place)
                          .view()
                          .toByteArray();
    const YAML::Node steps = YAML::Load(text.toStdString());
    QVERIFY(steps.IsSequence());
    QCOMPARE(steps.size(), std::size_t(1));
    QMap<QString, QByteArray> variables;
    for (const auto &variable : steps[0]["env"])
        variables.insert(QString::fromStdString(variable.first.Scalar()),
                         QByteArray::fromStdString(variable.second.Scalar()));
    QCOMPARE(variables.value(u"ROX_API_TOKEN"_s), "${{ secrets.ROX_API_TOKEN }}"_ba);
    variables.insert(u"ROX_API_TOKEN"_s, value); // as GitHub does
    QCOMPARE(variables.size(), place.endpoint.isEmpty() ? 1 : 2);
    QCOMPARE(ran(textAt(steps[0], {"run"}), variables),
             place.endpoint.toUtf8() + '|' + value + "|central whoami");
    QVERIFY(text.contains("\n# gh secret set ROX_API_TOKEN\n"));
    QVERIFY(value.contains('\n') || hasLineWith(text, value));

    // With the CA file put in place, it is one more variable.
    QCOMPARE(text.contains("# ROX_CA_CERT_FILE: "), !place.caFile.isEmpty());
    text.replace("    # ROX_CA_CERT_FILE:", "    ROX_CA_CERT_FILE:");
    if (!place.caFile.isEmpty())
        QCOMPARE(textAt(YAML::Load(text.toStdString())[0], {"env", "ROX_CA_CERT_FILE"}),
                 visibleText(place.caFile).toUtf8());
}

void TestHandover::jobOfGitLabAsksCentral()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    QFETCH(HandoverPlace, place);
    const QByteArray text =
        handover(HandoverForm::GitLabCi, Secret(value), named(name), place).view().toByteArray();
    const YAML::Node jobs = YAML::Load(text.toStdString());
    QVERIFY(jobs.IsMap());
    QCOMPARE(jobs.size(), std::size_t(1));
    const YAML::Node job = jobs["roxctl-whoami"];
    QCOMPARE(textAt(job, {"variables", "ROX_ENDPOINT"}),
             place.endpoint.isEmpty() ? "(none)"_ba : place.endpoint.toUtf8());
    QByteArray script;
    for (const YAML::Node &line : job["script"])
        script += QByteArray::fromStdString(line.Scalar()) + '\n';
    // GitLab puts the masked variable of the project into the environment.
    QMap<QString, QByteArray> variables{{u"ROX_API_TOKEN"_s, value}};
    if (!place.endpoint.isEmpty())
        variables.insert(u"ROX_ENDPOINT"_s, textAt(job, {"variables", "ROX_ENDPOINT"}));
    QCOMPARE(ran(script, variables), place.endpoint.toUtf8() + '|' + value + "|central whoami");
    QVERIFY(text.contains("masked variable ROX_API_TOKEN"));
    QVERIFY(value.contains('\n') || hasLineWith(text, value));
    QCOMPARE(text.contains("ROX_CA_CERT_FILE"), !place.caFile.isEmpty());
    QVERIFY(text.contains(visibleText(place.caFile).toUtf8()));
}

void TestHandover::gitHubReplacesNothingInNames()
{
    const HandoverPlace place{u"central.example.com:443"_s, u"${{ github.token }}.pem"_s};
    const QByteArray text =
        handover(HandoverForm::GitHubActions, Secret("v"), named(u"${{ github.token }}"_s), place)
            .view()
            .toByteArray();
    QVERIFY2(text.contains("ROX_CA_CERT_FILE: \"${{ '${{' }} github.token }}.pem\""),
             text.constData());
}

void TestHandover::previewOfEachFormHidesTheValue()
{
    const Token token = named(u"ci"_s);
    for (const HandoverFormInfo &info : handoverForms()) {
        const QString preview = handoverPreview(info.form, token);
        if (info.form != HandoverForm::Value)
            QVERIFY2(preview.contains(u"••••••••••••••••"), info.id.data());
        QVERIFY(!info.title().isEmpty() && !info.copyText({}).isEmpty());
        QVERIFY(handoverFileName(info.form, token).startsWith(u"ci."));
    }
}

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
