// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/preferences.h"

#include <QWidget>

class QCheckBox;

namespace rox {

class SegmentedBar;

/// The page "General" of Settings.
class GeneralPage : public QWidget
{
    Q_OBJECT

public:
    /// `isTrayOffered`: the desktop has a tray.
    GeneralPage(const Preferences &preferences, bool isTrayOffered, QWidget *parent = nullptr);

Q_SIGNALS:
    void edited(const rox::PreferenceEdit &edit);

private:
    [[nodiscard]] SegmentedBar *colors(const Preferences &preferences);
    [[nodiscard]] SegmentedBar *expiring(const Preferences &preferences);
    [[nodiscard]] QLayout *clipboard(const Preferences &preferences);
    [[nodiscard]] QCheckBox *tray(const Preferences &preferences, bool isOffered);
};

} // namespace rox
