// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "models/values/endpoint.h"
#include "models/values/secret.h"
#include "models/values/trustrule.h"

#include <QString>

#include <span>

namespace rox {

/// In which form a new value is handed over.
enum class HandoverForm {
    Value,
    EnvironmentLine,
    KubernetesSecret,
    ShellScript,
    Jenkins,
    Tekton,
    GitHubActions,
    GitLabCi,
};

/// The Central of the token, for the forms that roxctl reads.
struct HandoverPlace
{
    QString endpoint; ///< as ROX_ENDPOINT takes it: "central.example.com:443"; empty: left out
    QString caFile;   ///< name of the CA file that roxctl needs, without its folder; empty: none
    QString version = {}; ///< of Central; empty: not known

    bool operator==(const HandoverPlace &) const = default;
};
/// Without a CA file in `trust`, a trusted certificate needs "ca.pem": roxctl pins none.
[[nodiscard]] HandoverPlace handoverPlace(const Endpoint &endpoint, const TrustRule &trust,
                                          const QString &version = {});

/// One form: its segment, and its file.
struct HandoverFormInfo
{
    HandoverForm form;
    QLatin1StringView id;       ///< names its button; never translated
    QLatin1StringView storedAs; ///< names it in the history; never changed
    QLatin1StringView suffix;   ///< of a file's name
    QString (*title)();
    QString (*copyText)(const HandoverPlace &place); ///< of the button that copies it
};
/// In the order in which they are offered, Value first.
[[nodiscard]] std::span<const HandoverFormInfo> handoverForms();
[[nodiscard]] const HandoverFormInfo &infoOf(HandoverForm form);
/// Value for a text that is unknown: a newer program may have written it.
[[nodiscard]] HandoverForm formStoredAs(QStringView text);

/// The text to copy or save. Names from the token and of files are made safe for the form: a
/// Kubernetes name is a DNS label; nothing of a name can break out of a line.
[[nodiscard]] Secret handover(HandoverForm form, const Secret &value, const Token &token,
                              const HandoverPlace &place = {});
/// The same with the value as bullets, for the screen; empty for Value.
[[nodiscard]] QString handoverPreview(HandoverForm form, const Token &token,
                                      const HandoverPlace &place = {});
/// A file name to propose: "jenkins-prod-eu-2.token".
[[nodiscard]] QString handoverFileName(HandoverForm form, const Token &token);

} // namespace rox
