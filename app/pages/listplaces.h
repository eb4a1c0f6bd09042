// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverid.h"
#include "models/tokens/tokenquery.h"
#include "ui/tokens/tokenview.h"

#include <map>

class QSettings;

namespace rox {

/// How the list of one server was left.
struct ListPlace
{
    TokenQuery query;
    ViewPlace view;
    QByteArray columns; ///< TokenView::columnState(); empty: as the window has them
};

/// Search, filters, sort, columns and place of each server's list. Those of profiles are kept in
/// the settings too, but for the selection.
class ListPlaces
{
public:
    /// Null: in memory only. `settings` outlives this.
    void keepIn(QSettings *settings) { m_settings = settings; }

    [[nodiscard]] ListPlace find(const ServerId &id) const;
    void set(const ServerId &id, const ListPlace &place, bool isProfile);
    void forget(const ServerId &id);

private:
    QSettings *m_settings = nullptr;
    std::map<ServerId, ListPlace> m_places;
};

} // namespace rox
