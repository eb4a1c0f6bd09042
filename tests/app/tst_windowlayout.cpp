// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"

#include <QFile>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// The window's layout is restored; an invalid settings file is harmless. The window has an icon.
class TestWindowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layoutIsRestored();
    void invalidSettingsAreIgnored();
    void programHasItsIconSoonAfterTheStart();

private:
    QTemporaryDir m_home;
};

void TestWindowLayout::layoutIsRestored()
{
    const QString file = m_home.filePath(u"settings.ini"_s);
    ScriptedCentral central;
    {
        const OpenWindow window(central.connection(), file);
        window->resize(901, 611);
    }
    const OpenWindow window(central.connection(), file);
    QCOMPARE(window->size(), QSize(901, 611));
    // The settings file contains no secret.
    QFile settings(file);
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(!settings.readAll().contains(SignInToken));
}

void TestWindowLayout::invalidSettingsAreIgnored()
{
    const QString file = m_home.filePath(u"nonsense.ini"_s);
    {
        QSettings settings(file, QSettings::IniFormat);
        settings.setValue(u"window/layout"_s, QByteArray(100'000, '\xff'));
    }
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    const OpenWindow window(central.connection(), file);
    QTRY_COMPARE(window.rowCount(), 1);
    QCOMPARE(window->size(), QSize(1280, 800));
}

void TestWindowLayout::programHasItsIconSoonAfterTheStart()
{
    QApplication::setWindowIcon(QIcon());
    ScriptedCentral central;
    const OpenWindow window(central.connection());
    QTRY_VERIFY(!QApplication::windowIcon().isNull());
    QCOMPARE(window->windowIcon().availableSizes().size(), 5);
}

QTEST_MAIN(TestWindowLayout)
#include "tst_windowlayout.moc"
