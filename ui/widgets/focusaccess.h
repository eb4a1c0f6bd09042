// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace rox {

/// Lets a screen reader find the focus in one widget alone. A widget with a focus proxy, such as
/// each QDialogButtonBox, says that it has the focus whenever its proxy has it. After this call
/// button boxes, frames and plain widgets say it only of themselves. To be called once, before the
/// first window.
void installFocusAccess();

} // namespace rox
