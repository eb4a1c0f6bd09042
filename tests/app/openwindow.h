// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/application.h"
#include "app/launch/launchrequest.h"
#include "network/keychain/memorystore.h"
#include "tests/support/gui/driver.h"
#include "tests/support/scriptedcentral.h"
#include "ui/widgets/messagestack.h"
#include "ui/widgets/notice.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTranslator>

namespace rox::test {

/// What the notice says, or else the message bar.
inline const Message &newsOrMessage(const MainWindow *window)
{
    const MessageStack *bar = window->messageBar();
    return bar->notice()->isHidden() ? bar->message() : bar->notice()->message();
}

/// The whole program with its window on a Central, with English plurals.
class OpenWindow
{
public:
    /// Window settings are stored in `settingsFile`, or in a temporary file. There is no keychain.
    /// Without `historyFolder` the history is kept in memory.
    explicit OpenWindow(Connection connection, const QString &settingsFile = {},
                        const QString &historyFolder = {})
        : m_application(partsIn(
            settingsFile.isEmpty() ? m_home.filePath(QStringLiteral("settings.ini")) : settingsFile,
            historyFolder))
    {
        if (m_english.load(QStringLiteral(":/i18n/rox-tokens_en")))
            QCoreApplication::installTranslator(&m_english);
        LaunchRequest request;
        request.endpoint = connection.endpoint;
        request.credential = std::move(connection.credential);
        if (!connection.trust.authorities.isEmpty())
            request.caFile = caFileOf(connection.trust);
        m_application.start(std::move(request));
        (void)QTest::qWaitForWindowActive(
            m_application.window()); // shortcuts need an active window
    }

    [[nodiscard]] MainWindow *operator->() const { return m_application.window(); }
    [[nodiscard]] const Application &application() const { return m_application; }
    [[nodiscard]] QTableView *tokens() const
    {
        return gui::find<QTableView>(QStringLiteral("Tokens"));
    }
    /// Lead and text of the notice, or else of the message bar. The notice of what has changed
    /// since the user last looked is left out: news() has it.
    [[nodiscard]] QString said() const
    {
        const Message &news = newsOrMessage(m_application.window());
        return textOf(news.id == QLatin1String("changes")
                          ? m_application.window()->messageBar()->message()
                          : news);
    }
    [[nodiscard]] QString news() const { return textOf(newsOrMessage(m_application.window())); }
    /// The texts of all visible labels, a line each.
    [[nodiscard]] QString labels() const
    {
        QString all;
        const auto labels = m_application.window()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                all += label->text() + QLatin1Char('\n');
        }
        return all;
    }
    /// 0 while there is no list, for which it does not wait.
    [[nodiscard]] int rowCount() const
    {
        const auto *view = gui::find<QTableView>(QStringLiteral("Tokens"), 0);
        return view ? view->model()->rowCount() : 0;
    }

private:
    static QString textOf(const Message &message)
    {
        return message.lead + QLatin1Char(' ') + message.text;
    }

    [[nodiscard]] QString caFileOf(const Trust &trust) const
    {
        QFile file(m_home.filePath(QStringLiteral("ca.pem")));
        (void)file.open(QIODevice::WriteOnly);
        for (const QSslCertificate &authority : trust.authorities)
            file.write(authority.toPem());
        return file.fileName();
    }
    [[nodiscard]] ProgramParts partsIn(const QString &settings, const QString &historyFolder) const
    {
        return {std::make_unique<QSettings>(settings, QSettings::IniFormat),
                std::make_unique<ProfileStore>(m_home.filePath(QStringLiteral("servers.ini"))),
                std::make_unique<MemoryStore>(),
                {},
                {},
                historyFolder};
    }

    QTemporaryDir m_home;
    QTranslator m_english;
    Application m_application;
};

/// Central's answer to a token that it does not accept.
inline QByteArray credentialRefusal()
{
    return centralError(401, 16,
                        "credentials not found: token-based: cannot extract identity: token "
                        "validation failed");
}

/// Presses the button with this accessible name.
inline void press(const QString &name)
{
    auto *button = gui::find<QAbstractButton>(name);
    QVERIFY2(button && button->isEnabled(), qPrintable(name));
    gui::click(button);
}

} // namespace rox::test
