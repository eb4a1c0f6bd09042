// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/listplaces.h"

#include "models/tokens/tokenshape.h"
#include "models/tokens/tokenviews.h"
#include "ui/widgets/searchfield.h"

#include <QSettings>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxRoles = 20;
constexpr qsizetype MaxText = 1'000; // of a role or an id, in a file that anyone may have changed

const QString Group = u"lists"_s; // NOLINT(clazy-non-pod-global-static)

QString keyOf(const ServerId &id)
{
    return id.value().toString(QUuid::WithoutBraces);
}

QString bounded(const QVariant &value)
{
    const QString text = value.toString();
    return text.size() <= MaxText ? text : QString();
}

UtcMs timeOf(const QSettings &settings, const QString &key)
{
    return settings.contains(key) ? settings.value(key).toLongLong() : NoTime;
}

void write(QSettings &settings, const ListPlace &place)
{
    const TokenQuery &query = place.query;
    const auto put = [&](const QString &key, const QVariant &value, bool isSet) {
        if (isSet)
            settings.setValue(key, value);
        else
            settings.remove(key);
    };
    put(u"search"_s, query.text, !query.text.isEmpty() && !looksLikeToken(query.text));
    put(u"view"_s, QString(viewOf(query).id), true);
    put(u"roles"_s, query.roles, !query.roles.isEmpty());
    put(u"expiresFrom"_s, qint64(query.expiry.from), query.expiry.from != NoTime);
    put(u"expiresUntil"_s, qint64(query.expiry.until), query.expiry.until != NoTime);
    put(u"sort"_s, QString(infoOf(query.sortColumn).id), true);
    put(u"descending"_s, true, query.order == Qt::DescendingOrder);
    put(u"top"_s, place.view.topId, !place.view.topId.isEmpty());
    put(u"offset"_s, place.view.offset, place.view.offset != 0);
    put(u"current"_s, place.view.currentId, !place.view.currentId.isEmpty());
    put(u"columns"_s, place.columns, !place.columns.isEmpty());
}

/// What cannot be used is as if it were not there.
ListPlace read(const QSettings &settings)
{
    ListPlace place;
    TokenQuery &query = place.query;
    query.text = settings.value(u"search"_s).toString().left(SearchField::MaximumLength);
    if (looksLikeToken(query.text))
        query.text.clear();
    if (const TokenViewInfo *view = tokenView(settings.value(u"view"_s).toString())) {
        query.status = view->status;
        query.flags = view->flags;
    }
    const QStringList roles = settings.value(u"roles"_s).toStringList();
    for (const QString &role : roles.mid(0, MaxRoles)) {
        if (!bounded(role).isEmpty())
            query.roles.append(role);
    }
    query.expiry = {timeOf(settings, u"expiresFrom"_s), timeOf(settings, u"expiresUntil"_s)};
    if (const TokenColumnInfo *column = tokenColumn(settings.value(u"sort"_s).toString()))
        query.sortColumn = column->column;
    if (settings.value(u"descending"_s).toBool())
        query.order = Qt::DescendingOrder;
    place.view.topId = bounded(settings.value(u"top"_s));
    place.view.offset = settings.value(u"offset"_s).toInt();
    place.view.currentId = bounded(settings.value(u"current"_s));
    place.columns = settings.value(u"columns"_s).toByteArray();
    return place;
}

} // namespace

ListPlace ListPlaces::find(const ServerId &id) const
{
    const auto found = m_places.find(id);
    if (found != m_places.end())
        return found->second;
    if (!m_settings)
        return {};
    m_settings->beginGroup(Group + u'/' + keyOf(id));
    ListPlace place = read(*m_settings);
    m_settings->endGroup();
    return place;
}

void ListPlaces::set(const ServerId &id, const ListPlace &place, bool isProfile)
{
    m_places[id] = place;
    if (!m_settings || !isProfile)
        return;
    m_settings->beginGroup(Group + u'/' + keyOf(id));
    write(*m_settings, place);
    m_settings->endGroup();
}

void ListPlaces::forget(const ServerId &id)
{
    m_places.erase(id);
    if (m_settings)
        m_settings->remove(Group + u'/' + keyOf(id));
}

} // namespace rox
