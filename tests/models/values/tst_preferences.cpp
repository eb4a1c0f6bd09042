// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/preferences.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

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
    ServerNotices some;
    some.isChosen = {false, true, false, false, true};
    some.isMuted = true;
    ServerNotices none;
    none.isChosen.fill(false);
    const Preferences chosen{.colors = Preferences::Colors::Dark,
                             .expiringDays = 60,
                             .clipboardSeconds = 45,
                             .historyMonths = 0,
                             .chartSpan = ChartSpan::Years2,
                             .staysInTray = true,
                             .notices = {.isOn = false,
                                         .showsNames = false,
                                         .servers = {{QUuid::createUuid().toString(), some},
                                                     {QUuid::createUuid().toString(), none}}}};
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
    QTest::newRow("months") << u"settings/historyMonths"_s << QVariant(7);
    QTest::newRow("no months") << u"settings/historyMonths"_s << QVariant(u"all"_s);
    QTest::newRow("span") << u"settings/chartSpan"_s << QVariant(u"3years"_s);
    QTest::newRow("tray") << u"settings/staysInTray"_s << QVariant(u"maybe"_s);
    const QString server =
        u"notifications/servers/"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QTest::newRow("threshold") << server << QVariant(u"30 13"_s);
    QTest::newRow("no thresholds") << server << QVariant(u""_s);
    QTest::newRow("no server") << u"notifications/servers/lab"_s << QVariant(u"30"_s);
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
