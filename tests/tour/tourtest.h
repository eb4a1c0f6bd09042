// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/application.h"
#include "app/launch/launchrequest.h"
#include "network/keychain/memorystore.h"
#include "tests/support/gui/driver.h"
#include "ui/style/calmstyle.h"

#include <QDebug>
#include <QDir>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

namespace rox {

/// A walk through the program in a real window. ROX_TOUR_DIR names the folder for its pictures,
/// ROX_TOUR_SUFFIX the end of their names; "dark" in it makes the window dark.
class TourTest : public QObject
{
    Q_OBJECT

protected:
    /// Starts the program with English plurals and nothing kept from before.
    void startProgram()
    {
        m_folder.setPath(qEnvironmentVariable("ROX_TOUR_DIR"));
        QVERIFY2(m_folder.exists(), "ROX_TOUR_DIR names the folder for the pictures");
        m_suffix = qEnvironmentVariable("ROX_TOUR_SUFFIX", QStringLiteral("light"));
        QCoreApplication::setApplicationName(QStringLiteral("rox-tokens"));
        QCoreApplication::setApplicationVersion(QStringLiteral("1.0.0"));
        QVERIFY(m_english.load(QStringLiteral(":/i18n/rox-tokens_en")));
        QCoreApplication::installTranslator(&m_english);
        const bool isDark = m_suffix.contains(QLatin1String("dark"));
        installStyle(isDark ? QStringLiteral("dark") : QStringLiteral("light"));
        m_application = std::make_unique<Application>(ProgramParts{
            std::make_unique<QSettings>(m_home.filePath(QStringLiteral("settings.ini")),
                                        QSettings::IniFormat),
            std::make_unique<ProfileStore>(m_home.filePath(QStringLiteral("servers.ini"))),
            std::make_unique<MemoryStore>(),
            {},
            {}});
        m_application->start({});
    }
    [[nodiscard]] QWidget *front() const
    {
        QWidget *modal = QApplication::activeModalWidget();
        return modal ? modal : m_application->window();
    }
    /// The window in use lies on the screen with its frame, and is whole. Writes a picture of it.
    void look(const QString &name)
    {
        // Another window may become active meanwhile.
        const auto inUse = [this] {
            QWidget *active = QApplication::activeWindow();
            return active ? active : front();
        };
        // Qt may read an empty frame from the window manager while that resizes the window.
        const auto isOnScreen = [](const QWidget *window) {
            return window->screen()->availableGeometry().contains(
                window->frameGeometry().united(window->geometry()));
        };
        QTRY_VERIFY2(isOnScreen(inUse()), qPrintable(placeOf(name, inUse())));
        QWidget *window = inUse();
        (void)QTest::qWaitFor([window] { return gui::cutOff(window).isEmpty(); });
        QVERIFY(gui::photograph(window, pictureFile(name)));
        QCOMPARE(gui::cutOff(window), QString());
    }
    [[nodiscard]] static QString placeOf(const QString &name, const QWidget *window)
    {
        QString place;
        QDebug(&place) << name << window << window->geometry() << window->frameGeometry()
                       << window->isVisible() << window->screen()->availableGeometry();
        return place;
    }
    [[nodiscard]] QString pictureFile(const QString &name) const
    {
        return m_folder.filePath(name + u'-' + m_suffix + QLatin1String(".png"));
    }

    std::unique_ptr<Application> m_application;

private:
    QTemporaryDir m_home;
    QDir m_folder;
    QString m_suffix;
    QTranslator m_english;
};

} // namespace rox
