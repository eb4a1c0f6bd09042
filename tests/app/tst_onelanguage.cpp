// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/translations.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

/// The program speaks one language, also where Qt has a catalogue for another one.
class TestOneLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void englishStaysWhole_data();
    void englishStaysWhole();
    void countryKeepsItsFormats();

private:
    void makeCatalogue(const QString &language);
    QTemporaryDir m_folder;
    QLocale m_before;
};

/// A catalogue of Qt that translates one button, and says that the language is read from the right.
void TestOneLanguage::makeCatalogue(const QString &language)
{
    const QString source = m_folder.filePath(u"qtbase_%1.ts"_s.arg(language));
    QFile file(source);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"(<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language=")"
               + language.toUtf8() + R"(">
<context><name>QPlatformTheme</name><message><source>Cancel</source><translation>Foreign</translation></message></context>
<context><name>QGuiApplication</name><message><source>QT_LAYOUT_DIRECTION</source><translation>RTL</translation></message></context>
</TS>)");
    file.close();
    QCOMPARE(QProcess::execute(QLatin1String(ROX_LRELEASE),
                               {u"-silent"_s, source, u"-qm"_s,
                                m_folder.filePath(u"qtbase_%1.qm"_s.arg(language))}),
             0);
}

void TestOneLanguage::initTestCase()
{
    for (const QString &language : {u"de"_s, u"he"_s})
        makeCatalogue(language);
    // The catalogue does what is feared of it.
    QTranslator feared;
    QVERIFY(feared.load(m_folder.filePath(u"qtbase_he.qm"_s)));
    QCoreApplication::installTranslator(&feared);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Foreign"_s);
    QTRY_COMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    QCoreApplication::removeTranslator(&feared);
    QTRY_COMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void TestOneLanguage::cleanup()
{
    QLocale::setDefault(m_before);
}

void TestOneLanguage::englishStaysWhole_data()
{
    QTest::addColumn<QString>("locale");
    QTest::newRow("German") << u"de_DE"_s;
    QTest::newRow("Hebrew") << u"he_IL"_s;
}

void TestOneLanguage::englishStaysWhole()
{
    QFETCH(QString, locale);
    QLocale::setDefault(QLocale(locale));
    Translations translations;
    translations.install(m_folder.path());
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
    QCOMPARE(translations.direction(), Qt::LeftToRight);
    QCoreApplication::processEvents();
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    QCOMPARE(QLocale().toString(QDate(2027, 5, 25), u"MMMM"_s), u"May"_s);
}

void TestOneLanguage::countryKeepsItsFormats()
{
    QLocale::setDefault(QLocale(u"de_DE"_s));
    Translations translations;
    translations.install(m_folder.path());
    QCOMPARE(QLocale().toString(1284), u"1.284"_s);
    QCOMPARE(QLocale().territory(), QLocale::Germany);
}

QTEST_MAIN(TestOneLanguage)
#include "tst_onelanguage.moc"
