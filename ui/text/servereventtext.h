// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverevent.h"

namespace rox {

/// One or two sentences for a message bar, with the next step if there is one.
[[nodiscard]] QString serverEventText(const ServerEvent &event);

} // namespace rox
