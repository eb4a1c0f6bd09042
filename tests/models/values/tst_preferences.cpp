// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/preferences.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSavedIsLoaded();
    void badValueIsTheDefault_data();
    void badValueIsTheDefault();

private:
    QTemporaryDir m_folder;
};

void TestPreferences::whatWasSavedIsLoaded()
{
    QSettings settings(m_folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    QCOMPARE(Preferences::load(settings), Preferences());
    const Preferences chosen{Preferences::Colors::Dark, 60, 45};
    chosen.save(&settings);
    settings.sync();
    const QSettings again(settings.fileName(), QSettings::IniFormat);
    QCOMPARE(Preferences::load(again), chosen);
}

void TestPreferences::badValueIsTheDefault_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("colours") << u"settings/colors"_s << QVariant(u"mauve"_s);
    QTest::newRow("days") << u"settings/expiringDays"_s << QVariant(13);
    QTest::newRow("no number") << u"settings/expiringDays"_s << QVariant(u"many"_s);
    QTest::newRow("seconds") << u"settings/clipboardSeconds"_s << QVariant(0);
    QTest::newRow("too long") << u"settings/clipboardSeconds"_s << QVariant(86400);
    QTest::newRow("empty") << u"settings/clipboardSeconds"_s << QVariant(u""_s);
}

void TestPreferences::badValueIsTheDefault()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    QSettings settings(m_folder.filePath(u"bad.ini"_s), QSettings::IniFormat);
    settings.clear();
    settings.setValue(key, value);
    QCOMPARE(Preferences::load(settings), Preferences());
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
