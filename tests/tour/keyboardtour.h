// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/gui/driver.h"
#include "tests/tour/tourtest.h"

#include <QAction>
#include <QDialog>
#include <QMenu>
#include <QPointer>
#include <QScreen>
#include <QTableView>

#include <utility>

namespace rox {

/// A tour that only presses keys. After each key the focus has to be on an enabled widget that is
/// visible on the screen, or in a menu on the screen; else the test function fails at its end.
class KeyboardTour : public TourTest
{
    Q_OBJECT

protected:
    /// To the open menu, or else to the widget with the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *popup = QApplication::activePopupWidget();
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(popup ? popup : focus ? focus : front(), key, modifiers);
        // Openbox gives the focus to no window if a dialog closes faster than a person could do it.
        const auto isActive = [] { return QApplication::activeWindow() || openMenu(); };
        if (!QTest::qWaitFor(isActive, 1000))
            front()->activateWindow();
        QString why;
        const int patience = m_faults.isEmpty() ? 3000 : 300;
        (void)QTest::qWaitFor([&] { return (why = focusFault()).isEmpty(); }, patience);
        if (!why.isEmpty() && m_faults.size() < MostFaults)
            m_faults.append(QKeySequence(QKeyCombination(modifiers, key)).toString()
                            + QStringLiteral(": ") + why);
    }
    void press(const QKeySequence &keys) { press(keys[0].key(), keys[0].keyboardModifiers()); }
    void typeKeys(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    /// Presses Tab until the widget of this accessible name or object name has the focus.
    [[nodiscard]] bool tabTo(const QString &name)
    {
        for (int i = 0; i < MostStops; ++i) {
            const QWidget *at = QApplication::focusWidget();
            if (at && (at->accessibleName() == name || at->objectName() == name))
                return true;
            press(Qt::Key_Tab);
        }
        qWarning("Tab does not reach %s", qPrintable(name));
        return false;
    }
    /// Whether Tab comes back to where it started. A multi-line field would keep it.
    [[nodiscard]] bool goesAround()
    {
        const QPointer<QWidget> first = QApplication::focusWidget();
        for (int i = 0; i < MostStops; ++i) {
            press(Qt::Key_Tab);
            if (QApplication::focusWidget() == first)
                return true;
        }
        qWarning("Tab does not come back to %s",
                 first ? qPrintable(first->objectName()) : "nothing");
        return false;
    }
    /// Moves to the action of this object name in the open menu.
    [[nodiscard]] bool moveTo(const QString &action)
    {
        const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (qsizetype i = 0; menu && i <= menu->actions().size(); ++i) {
            if (menu->activeAction() && menu->activeAction()->objectName() == action)
                return true;
            press(Qt::Key_Down);
        }
        qWarning("the menu has no action %s", qPrintable(action));
        return false;
    }
    /// Opens the window's menu and chooses this action, by its object name.
    void chooseFromMenu(const QString &action)
    {
        press(Qt::Key_F10);
        QTRY_VERIFY(openMenu());
        QVERIFY(moveTo(action));
        press(Qt::Key_Return);
        QTRY_VERIFY(!openMenu());
    }

    void look(const QString &picture) { TourTest::look(QStringLiteral("keys-") + picture); }
    /// Presses Escape until no menu and no dialog is open.
    void leaveAll()
    {
        for (int i = 0; i < 6 && (openMenu() || QApplication::activeModalWidget()); ++i)
            press(Qt::Key_Escape);
    }
    /// What press() found since the last call, a line for each key.
    [[nodiscard]] QString takeFaults() { return std::exchange(m_faults, {}).join(u'\n'); }

    [[nodiscard]] MainWindow *window() const { return m_application->window(); }
    [[nodiscard]] static QMenu *openMenu()
    {
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }
    [[nodiscard]] QTableView *tokens() const
    {
        return window()->findChild<QTableView *>(QStringLiteral("tokens"));
    }
    /// The dialog of this object name, once it is in front; null if that does not happen.
    [[nodiscard]] static QDialog *dialog(const QString &objectName)
    {
        QDialog *found = nullptr;
        const bool isThere = QTest::qWaitFor(
            [&] {
                found = qobject_cast<QDialog *>(QApplication::activeWindow());
                return found && found->objectName() == objectName;
            },
            20'000);
        return isThere ? found : nullptr;
    }

private:
    static constexpr int MostStops = 80; ///< of Tab in one window
    static constexpr qsizetype MostFaults = 10;

    /// The part of the widget that is not clipped, in global coordinates.
    [[nodiscard]] static QRect seenPart(const QWidget *widget)
    {
        QRect seen = widget->rect();
        const QWidget *at = widget;
        for (; !at->isWindow(); at = at->parentWidget())
            seen = seen.translated(at->pos()) & at->parentWidget()->rect();
        return seen.translated(at->mapToGlobal(QPoint())) & at->screen()->availableGeometry();
    }
    /// Why the focus is not where a user can go on with the keyboard; empty: it is.
    [[nodiscard]] static QString focusFault()
    {
        if (const QMenu *menu = openMenu()) {
            const bool isWhole = menu->screen()->availableGeometry().contains(menu->geometry());
            return isWhole ? QString() : QStringLiteral("the menu is beyond the screen");
        }
        const QWidget *at = QApplication::focusWidget();
        if (!at)
            return QStringLiteral("nothing has the focus");
        const QString name = at->objectName() + u' ' + at->accessibleName();
        if (!at->isVisible() || !at->isEnabled())
            return QStringLiteral("the focus is on a hidden or disabled widget: ") + name;
        const int least = std::min(at->height(), 16); // of a tall one a part is enough
        if (const QRect seen = seenPart(at); seen.isEmpty() || seen.height() < least)
            return QStringLiteral("the focus is out of sight: ") + name;
        return {};
    }

    QStringList m_faults;
};

} // namespace rox
