// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/historyindex.h"

#include <QSettings>
#include <QUrl>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Group = "addresses"_L1;

QString keyOf(const QString &address)
{
    return Group + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(address));
}

} // namespace

HistoryIndex::HistoryIndex(const QString &folder)
    : m_path(folder.isEmpty() ? QString() : QString(folder + u"/centrals.ini"_s))
{}

QStringList HistoryIndex::addresses() const
{
    if (m_path.isEmpty())
        return {};
    QSettings settings(m_path, QSettings::IniFormat);
    settings.beginGroup(Group);
    QStringList found;
    const QStringList keys = settings.childKeys();
    for (const QString &key : keys)
        found.append(QUrl::fromPercentEncoding(key.toLatin1()));
    return found;
}

QUuid HistoryIndex::find(const QString &address) const
{
    return m_path.isEmpty()
               ? QUuid()
               : QSettings(m_path, QSettings::IniFormat).value(keyOf(address)).toUuid();
}

void HistoryIndex::remove(const QString &address)
{
    if (!m_path.isEmpty())
        QSettings(m_path, QSettings::IniFormat).remove(keyOf(address));
}

HistoryIndex::Entry HistoryIndex::ofAddress(const QString &address)
{
    if (m_path.isEmpty())
        return {QUuid::createUuid(), true};
    QSettings settings(m_path, QSettings::IniFormat);
    const QString key = keyOf(address);
    const QUuid known = settings.value(key).toUuid();
    if (!known.isNull())
        return {known, false};
    const QUuid file = QUuid::createUuid();
    settings.setValue(key, file.toString(QUuid::WithoutBraces));
    return {file, true};
}

bool HistoryIndex::knows(const QString &address) const
{
    return !m_path.isEmpty() && QSettings(m_path, QSettings::IniFormat).contains(keyOf(address));
}

QString HistoryIndex::keyOf(const QString &address)
{
    return u"addresses/"_s + QString::fromLatin1(QUrl::toPercentEncoding(address));
}

} // namespace rox
