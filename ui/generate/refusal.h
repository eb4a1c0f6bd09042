// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

#include <QStringList>

class QWidget;

namespace rox {

class RoleListModel;

/// The field that Central's error is about, and is shown at.
enum class RefusedField { None, Name, Expiration };
[[nodiscard]] RefusedField refusedField(const ApiError &error);

/// The checked roles that grant a refused access, or that Central says do not exist. Empty if they
/// are not known.
[[nodiscard]] QStringList refusedRoles(const RoleListModel &roles, const ApiError &error);

/// "Central refused: the role Sensor Creator may do more than you may."
[[nodiscard]] QString refusalLead(const QStringList &roles);

/// A table of resource, scope, access asked for and access held, sorted by resource: Central's
/// order is random.
[[nodiscard]] QWidget *refusalTable(QList<EscalationFinding> findings, QWidget *parent);

} // namespace rox
