// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"

#include <QApplication>
#include <QEvent>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// The style of the desktop, before ours took its place.
QString desktopStyle()
{
    static const QString name = QApplication::style()->name();
    return name;
}

bool desktopIsKde()
{
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':').contains("KDE"_L1)
           && desktopStyle().startsWith("breeze"_L1, Qt::CaseInsensitive);
}

const auto FollowerName = u"paletteFollower"_s;

/// Sets our light or dark palette as the desktop has it, and again when the desktop changes.
class PaletteFollower final : public QObject
{
public:
    PaletteFollower(QString scheme, QObject *parent)
        : QObject(parent)
        , m_scheme(std::move(scheme))
    {
        setObjectName(FollowerName);
        follow();
        parent->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ThemeChange && !m_following)
            follow();
        return QObject::eventFilter(watched, event);
    }

private:
    void follow()
    {
        m_following = true;
        QApplication::setPalette(
            QPalette()); // resets to the desktop's palette, to read its lightness
        const bool dark =
            m_scheme.isEmpty() ? isDark(QApplication::palette()) : m_scheme == "dark"_L1;
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
        m_following = false;
    }

    QString m_scheme;
    bool m_following = false;
};

} // namespace

void installStyle(const QString &colorScheme)
{
    if (desktopIsKde() && colorScheme.isEmpty())
        return;
    QApplication::setStyle(new CalmStyle);
    new PaletteFollower(colorScheme, qApp);
}

void setColorScheme(const QString &colorScheme)
{
    delete qApp->findChild<QObject *>(FollowerName, Qt::FindDirectChildrenOnly);
    if (desktopIsKde() && colorScheme.isEmpty()) {
        QApplication::setStyle(desktopStyle());
        QApplication::setPalette(QPalette());
    } else {
        if (!qobject_cast<CalmStyle *>(QApplication::style()))
            QApplication::setStyle(new CalmStyle);
        new PaletteFollower(colorScheme, qApp);
    }
}

} // namespace rox
