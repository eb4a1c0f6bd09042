// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"

class QWidget;

namespace rox {

/// Mark, name and address of the server that the dialog acts on.
[[nodiscard]] QWidget *serverLine(const ServerFacts &server, QWidget *parent);

} // namespace rox
