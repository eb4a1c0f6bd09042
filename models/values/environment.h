// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMap>
#include <QString>

namespace rox {

/// Environment variables, by name.
using Environment = QMap<QString, QString>;

} // namespace rox
