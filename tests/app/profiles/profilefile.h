// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/profiles/profilestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace rox::test {

[[nodiscard]] inline ServerProfile profileNamed(const QString &name)
{
    ServerProfile made;
    made.id = QUuid::createUuid();
    made.name = name;
    made.endpoint = *Endpoint::parse(QStringLiteral("central.example.com:8443"));
    return made;
}

[[nodiscard]] inline QStringList namesOf(const ProfileStore &store)
{
    QStringList names;
    for (const ServerProfile &one : store.profiles())
        names.append(one.name);
    return names;
}

[[nodiscard]] inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

/// A profile file of its own for each test, in a folder that does not exist yet.
class ProfileFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("sub/servers.ini"));
    }

protected:
    void write(const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(m_file).path());
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

} // namespace rox::test
