// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QWidget;

namespace rox {

/// Gives bars the role that such words have; in their constructors, before anybody asks for it.
void prepareToAnnounce();
/// Makes a screen reader say a bar's accessible name and description, wherever the keyboard is.
void announce(QWidget *bar);

} // namespace rox
