// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/gui/keywalk.h"

namespace rox::samples {

struct SampleWindow
{
    const char *name;
    gui::WindowMaker make;
    int fewestButtons; ///< that the keyboard reaches
};

/// Every dialog of the program, in every state with different buttons.
[[nodiscard]] QList<SampleWindow> dialogs();
/// The one of this name.
[[nodiscard]] gui::WindowMaker dialog(const char *name);

} // namespace rox::samples
