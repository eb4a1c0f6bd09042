// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/gui/driver.h"

namespace rox {
namespace driver = gui;
}
