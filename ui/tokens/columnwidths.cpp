// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/columnlayout.h"
#include "ui/tokens/columnlook.h"

#include <algorithm>
#include <vector>

namespace rox {

namespace {

/// A column that is shown, and the width that it gets.
struct Place
{
    const ColumnLook *look;
    ColumnSizes sizes;
    int section;
    int width;
    bool isNeeded;

    [[nodiscard]] int dropRank() const { return isNeeded ? 0 : look->dropRank; }
};

int sum(const std::vector<Place> &places)
{
    int width = 0;
    for (const Place &place : places)
        width += place.width;
    return width;
}

Place &nameIn(std::vector<Place> &places)
{
    return *std::find_if(places.begin(), places.end(), [](const Place &place) {
        return place.look->column == TokenColumn::Name;
    });
}

void dropByRank(std::vector<Place> &places, int viewport)
{
    while (sum(places) > viewport) {
        const auto next = std::max_element(places.begin(), places.end(),
                                           [](const Place &left, const Place &right) {
                                               return left.dropRank() < right.dropRank();
                                           });
        if (next->dropRank() == 0)
            return;
        places.erase(next);
    }
}

void squeezeByRank(std::vector<Place> &places, int viewport)
{
    std::vector<Place *> order;
    for (Place &place : places) {
        if (place.look->squeezeRank > 0)
            order.push_back(&place);
    }
    std::sort(order.begin(), order.end(), [](const Place *left, const Place *right) {
        return left->look->squeezeRank > right->look->squeezeRank;
    });
    for (Place *place : order) {
        const int over = sum(places) - viewport;
        if (over <= 0)
            return;
        place->width = place->look->isStepped
                           ? place->sizes.squeezed
                           : std::max(place->sizes.squeezed, place->width - over);
    }
}

void growInto(std::vector<Place> &places, int viewport)
{
    Place &name = nameIn(places);
    const int spare = std::max(0, viewport - sum(places));
    for (Place &place : places) {
        if (&place == &name || place.look->isStepped || place.width < place.sizes.least)
            continue;
        const int left = std::max(0, viewport - sum(places));
        const int share = place.isNeeded ? left : std::min(left, spare / 3);
        place.width = std::max(place.width, std::min(place.sizes.most, place.width + share));
    }
    name.width += std::max(0, viewport - sum(places));
}

} // namespace

QList<int> columnWidths(int viewport, const MeasuredColumns &measured, const ColumnLayout &layout)
{
    const bool isByUser = layout.hasWidths();
    int room = viewport;
    std::vector<Place> places;
    for (const ColumnLayout::Entry &entry : layout.columns) {
        const bool isNeeded = entry.column == layout.needed;
        if (!entry.isShown && !isNeeded)
            continue;
        const int section = sectionOf(entry.column);
        const ColumnSizes &sizes = measured.of(section);
        const int width = entry.width > 0 ? entry.width : sizes.least;
        const ColumnLook &look = lookOf(entry.column);
        places.push_back({&look, sizes, section, width, isNeeded});
        if (!entry.isShown)
            room -= width; // the user's widths fill the list without it
    }
    if (isByUser) {
        Place &name = nameIn(places);
        name.width = std::max(name.sizes.squeezed, name.width + room - layout.viewport);
        places.back().width += std::max(0, viewport - sum(places));
    } else {
        dropByRank(places, viewport);
        squeezeByRank(places, viewport);
        growInto(places, viewport);
    }
    QList<int> widths(qsizetype(tokenColumns().size()));
    for (const Place &place : places)
        widths[place.section] = place.width;
    return widths;
}

} // namespace rox
