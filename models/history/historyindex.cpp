// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/historyindex.h"

#include <QSettings>
#include <QUrl>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

const QString Addresses = u"addresses/"_s;
const QString Keys = u"keys/"_s;

QString escaped(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

HistoryIndex::HistoryIndex(const QString &folder)
    : m_path(folder.isEmpty() ? QString() : folder + u"/centrals.ini"_s)
{}

QUuid HistoryIndex::read(const QString &key) const
{
    return m_path.isEmpty() ? QUuid() : QSettings(m_path, QSettings::IniFormat).value(key).toUuid();
}

void HistoryIndex::write(const QString &key, const QUuid &file)
{
    if (!m_path.isEmpty())
        QSettings(m_path, QSettings::IniFormat).setValue(key, file.toString(QUuid::WithoutBraces));
}

HistoryIndex::Entry HistoryIndex::ofAddress(const QString &address)
{
    const QUuid known = read(Addresses + escaped(address));
    if (!known.isNull())
        return {known, false};
    const QUuid file = QUuid::createUuid();
    setAddress(address, file);
    return {file, true};
}

QUuid HistoryIndex::ofKey(const QString &fingerprint) const
{
    return read(Keys + fingerprint);
}

void HistoryIndex::setAddress(const QString &address, const QUuid &file)
{
    write(Addresses + escaped(address), file);
}

void HistoryIndex::setKey(const QString &fingerprint, const QUuid &file)
{
    write(Keys + fingerprint, file);
}

bool HistoryIndex::hasKey(const QUuid &file) const
{
    if (m_path.isEmpty())
        return false;
    QSettings settings(m_path, QSettings::IniFormat);
    settings.beginGroup(u"keys"_s);
    const QStringList keys = settings.childKeys();
    for (const QString &key : keys) {
        if (settings.value(key).toUuid() == file)
            return true;
    }
    return false;
}

} // namespace rox
