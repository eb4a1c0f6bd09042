// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/taborder.h"

#include <QGuiApplication>
#include <QScrollArea>
#include <QStyleHints>
#include <QWidget>

#include <algorithm>

namespace rox {

namespace {

bool takesTab(const QWidget *widget, const QWidget *window)
{
    const bool all = QGuiApplication::styleHints()->tabFocusBehavior() == Qt::TabFocusAllControls;
    return (widget->focusPolicy() & Qt::TabFocus) != 0
           && (all || widget->inputMethodQuery(Qt::ImEnabled).toBool()) && !widget->focusProxy()
           && widget->window() == window && widget->isVisibleTo(window) && widget->isEnabled();
}

qsizetype partOf(const QWidget *widget, const QWidgetList &parts)
{
    for (qsizetype at = 0; at < parts.size(); ++at) {
        if (widget == parts.at(at) || parts.at(at)->isAncestorOf(widget))
            return at;
    }
    return parts.size();
}

struct Stop
{
    QWidget *widget;
    qsizetype part;
    QRectF place; ///< in the window
};

/// Where the widget stands in the window. The content of a scroll area is taken as shrunk into the
/// area, so that scrolling changes no order.
QRectF placeOf(const QWidget *widget, const QWidget *window)
{
    QRectF place = widget->rect();
    for (const QWidget *at = widget; at != window; at = at->parentWidget()) {
        const QWidget *viewport = at->parentWidget();
        const auto *area = qobject_cast<const QScrollArea *>(viewport->parentWidget());
        if (area && area->widget() == at && at->height() > viewport->height()) {
            const double shrunk = double(viewport->height()) / at->height();
            place = {place.x(), place.y() * shrunk, place.width(), place.height() * shrunk};
        } else {
            place.translate(at->pos());
        }
    }
    return place;
}

/// Sorts the stops of one part: lines from top to bottom, in each line as one reads.
void sortLines(QList<Stop>::iterator begin, QList<Stop>::iterator end, bool rightToLeft)
{
    std::stable_sort(begin, end, [](const Stop &a, const Stop &b) {
        return a.place.center().y() < b.place.center().y();
    });
    while (begin != end) {
        const double bottom = begin->place.bottom();
        const auto line = std::find_if(
            begin, end, [bottom](const Stop &s) { return s.place.center().y() > bottom; });
        std::stable_sort(begin, line, [rightToLeft](const Stop &a, const Stop &b) {
            return rightToLeft ? a.place.left() > b.place.left() : a.place.left() < b.place.left();
        });
        begin = line;
    }
}

QList<Stop> stopsOf(const QWidget *window, const QWidgetList &parts)
{
    QList<Stop> stops;
    for (auto *widget : window->findChildren<QWidget *>()) {
        if (takesTab(widget, window))
            stops.append({widget, partOf(widget, parts), placeOf(widget, window)});
    }
    std::stable_sort(stops.begin(), stops.end(),
                     [](const Stop &a, const Stop &b) { return a.part < b.part; });
    for (auto from = stops.begin(); from != stops.end();) {
        const auto to = std::find_if(from, stops.end(),
                                     [part = from->part](const Stop &s) { return s.part != part; });
        sortLines(from, to, window->isRightToLeft());
        from = to;
    }
    return stops;
}

} // namespace

QWidgetList tabOrder(const QWidget *window, const QWidgetList &parts)
{
    QWidgetList order;
    for (const Stop &stop : stopsOf(window, parts))
        order.append(stop.widget);
    return order;
}

bool focusNextWidget(QWidget *window, const QWidgetList &parts, bool next)
{
    const QWidgetList order = tabOrder(window, parts);
    if (order.isEmpty())
        return false;
    const qsizetype count = order.size();
    const qsizetype at = order.indexOf(window->focusWidget());
    const qsizetype to = at < 0 ? (next ? 0 : count - 1) : (at + (next ? 1 : count - 1)) % count;
    order.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void focusNextPart(QWidget *window, const QWidgetList &parts, bool next)
{
    const QList<Stop> stops = stopsOf(window, parts);
    const QWidget *focused = window->focusWidget();
    const qsizetype now = focused ? partOf(focused, parts) : parts.size();
    const qsizetype count = parts.size() + 1; // and what stands in no part
    for (qsizetype step = 1; step <= count; ++step) {
        const qsizetype part = (now + (next ? step : count - step)) % count;
        const auto isThere = [part](const Stop &stop) { return stop.part == part; };
        const auto first = std::find_if(stops.cbegin(), stops.cend(), isThere);
        if (first == stops.cend())
            continue;
        QWidget *last = part < parts.size() ? parts.at(part)->focusWidget() : nullptr;
        const bool isStop = std::any_of(stops.cbegin(), stops.cend(),
                                        [last](const Stop &s) { return s.widget == last; });
        (isStop ? last : first->widget)->setFocus(Qt::TabFocusReason);
        return;
    }
}

} // namespace rox
