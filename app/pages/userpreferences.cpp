// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/userpreferences.h"

#include <QSettings>

#include <utility>

namespace rox {

UserPreferences::UserPreferences(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_now(Preferences::load(*settings))
{}

void UserPreferences::edit(const PreferenceEdit &edit)
{
    Preferences next = m_now;
    edit(next);
    if (next == m_now)
        return;
    const Preferences before = std::exchange(m_now, next);
    m_now.save(m_settings);
    Q_EMIT changed(before);
}

} // namespace rox
