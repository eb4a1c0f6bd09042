// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QScrollArea;

namespace rox {

/// Scrolls the area whenever a widget inside of it gets the focus. QScrollArea does that only when
/// its own focusNextPrevChild() moves the focus.
void keepFocusVisible(QScrollArea *area);

} // namespace rox
