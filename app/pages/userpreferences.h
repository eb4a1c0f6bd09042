// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/preferences.h"

#include <QObject>

class QSettings;

namespace rox {

/// What the user chose, for the whole program; kept in the settings at once.
class UserPreferences : public QObject
{
    Q_OBJECT

public:
    /// `settings` outlives it.
    explicit UserPreferences(QSettings *settings, QObject *parent = nullptr);

    [[nodiscard]] const Preferences &now() const { return m_now; }
    void edit(const PreferenceEdit &edit);

Q_SIGNALS:
    void changed(const rox::Preferences &before); ///< now() differs from `before`

private:
    QSettings *m_settings;
    Preferences m_now;
};

} // namespace rox
