// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/preferences.h"

#include <QWidget>

namespace rox {

class SegmentedBar;

/// The page "General" of Settings.
class GeneralPage : public QWidget
{
    Q_OBJECT

public:
    explicit GeneralPage(const Preferences &preferences, QWidget *parent = nullptr);

Q_SIGNALS:
    void changed(const rox::Preferences &preferences);

private:
    [[nodiscard]] SegmentedBar *colors();
    [[nodiscard]] SegmentedBar *expiring();
    [[nodiscard]] QLayout *clipboard();

    Preferences m_preferences;
};

} // namespace rox
