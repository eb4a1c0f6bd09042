// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/handover.h"

#include "models/tokens/handoverframe.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int FileNameMax = 100;
constexpr int PreviewBullets = 16;

struct FormText
{
    Q_DECLARE_TR_FUNCTIONS(rox::FormText)
};

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

} // namespace

std::span<const HandoverFormInfo> handoverForms()
{
    using Place = HandoverPlace;
    static constexpr HandoverFormInfo table[] = {
        {HandoverForm::Value, "value"_L1, "value"_L1, ".token"_L1,
         [] { return FormText::tr("Value"); },
         [](const Place &) { return FormText::tr("Copy value"); }},
        {HandoverForm::EnvironmentLine, "environmentLine"_L1, "environment"_L1, ".env"_L1,
         [] { return FormText::tr("Environment line"); },
         [](const Place &place) {
             return place.endpoint.isEmpty() ? FormText::tr("Copy line")
                                             : FormText::tr("Copy lines");
         }},
        {HandoverForm::KubernetesSecret, "kubernetesSecret"_L1, "kubernetes"_L1, ".yaml"_L1,
         [] { return FormText::tr("Kubernetes Secret"); },
         [](const Place &) { return FormText::tr("Copy Secret"); }},
        {HandoverForm::ShellScript, "shellScript"_L1, "ci"_L1, ".sh"_L1,
         [] { return FormText::tr("Shell script"); },
         [](const Place &) { return FormText::tr("Copy script"); }},
        {HandoverForm::GitHubActions, "gitHubActions"_L1, "github"_L1, ".yaml"_L1,
         [] { return FormText::tr("GitHub Actions"); },
         [](const Place &) { return FormText::tr("Copy step"); }},
        {HandoverForm::GitLabCi, "gitLabCi"_L1, "gitlab"_L1, ".yaml"_L1,
         [] { return FormText::tr("GitLab CI"); },
         [](const Place &) { return FormText::tr("Copy job"); }},
        {HandoverForm::Jenkins, "jenkins"_L1, "jenkins"_L1, ".Jenkinsfile"_L1,
         [] { return FormText::tr("Jenkins"); },
         [](const Place &) { return FormText::tr("Copy Jenkinsfile"); }},
        {HandoverForm::Tekton, "tekton"_L1, "tekton"_L1, ".yaml"_L1,
         [] { return FormText::tr("Tekton"); },
         [](const Place &) { return FormText::tr("Copy Secret and Task"); }},
    };
    return table;
}

const HandoverFormInfo &infoOf(HandoverForm form)
{
    const auto forms = handoverForms();
    return *std::find_if(forms.begin(), forms.end(),
                         [form](const HandoverFormInfo &info) { return info.form == form; });
}

HandoverForm formStoredAs(QStringView text)
{
    const auto forms = handoverForms();
    const auto found =
        std::find_if(forms.begin(), forms.end(),
                     [text](const HandoverFormInfo &info) { return info.storedAs == text; });
    return found == forms.end() ? HandoverForm::Value : found->form;
}

HandoverPlace handoverPlace(const Endpoint &endpoint, const TrustRule &trust,
                            const QString &version)
{
    HandoverPlace place;
    place.version = version;
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
    const HandoverFrame frame = frameOf(form, token, place);
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
    const HandoverFrame frame = frameOf(form, token, place);
    const QString bullets(PreviewBullets, u'•');
    const QString quote = frame.quote == HandoverFrame::Quote::Yaml ? u"\""_s : QString();
    const QString text =
        QString::fromUtf8(frame.before) + quote + bullets + quote + QString::fromUtf8(frame.after);
    return text.endsWith(u'\n') ? text.chopped(1) : text;
}

QString handoverFileName(HandoverForm form, const Token &token)
{
    return fileStem(token.name) + infoOf(form).suffix;
}

} // namespace rox
