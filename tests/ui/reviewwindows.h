// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/ui/samplewindows.h"

namespace rox::samples {

/// The part of dialogs() that stands in ui/review.
[[nodiscard]] QList<SampleWindow> reviewDialogs();

} // namespace rox::samples
