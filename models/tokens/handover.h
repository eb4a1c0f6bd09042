// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "models/values/secret.h"

#include <QString>

namespace rox {

/// In which form a new value is handed over.
enum class HandoverForm { Value, EnvironmentLine, KubernetesSecret, CiSnippet };

/// The text to copy or save. Names from the token are made safe for the form: a Kubernetes name is
/// a DNS label; nothing of the token's name can break out of a line.
[[nodiscard]] Secret handover(HandoverForm form, const Secret &value, const Token &token);
/// The same with the value as bullets, for the screen; empty for Value.
[[nodiscard]] QString handoverPreview(HandoverForm form, const Token &token);
/// A file name to propose: "jenkins-prod-eu-2.token"; ".env", ".yaml" for the other forms.
[[nodiscard]] QString handoverFileName(HandoverForm form, const Token &token);

} // namespace rox
