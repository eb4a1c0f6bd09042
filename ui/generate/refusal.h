// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

#include <QStringList>

class QWidget;

namespace rox {

class RoleListModel;

/// Which field Central's words are about; they stand there, where it can be mended.
enum class RefusedField { None, Name, Expiration };
[[nodiscard]] RefusedField refusedField(const ApiError &error);

/// The checked roles that ask for what was refused, by what they grant, or that Central says do
/// not exist. Empty where nobody can tell.
[[nodiscard]] QStringList refusedRoles(const RoleListModel &roles, const ApiError &error);

/// "Central refused: the role Sensor Creator may do more than you may."
[[nodiscard]] QString refusalLead(const QStringList &roles);

/// Resource, scope, asked for, you have. Sorted by resource: Central's order is random.
[[nodiscard]] QWidget *refusalTable(QList<EscalationFinding> findings, QWidget *parent);

} // namespace rox
