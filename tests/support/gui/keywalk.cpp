// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/keywalk.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QWindow>

#include <algorithm>

namespace rox::gui {

namespace {

using namespace Qt::StringLiterals;

QString nameOf(const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && !button->text().isEmpty() ? button->text() : widget->objectName();
}

/// Tab goes to the checked button of an exclusive group, arrow keys to the others.
bool isReachedByArrows(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && button->isCheckable() && button->autoExclusive();
}

template <class T>
QList<T *> reachable(const QWidget *window)
{
    QList<T *> found;
    for (T *widget : window->findChildren<T *>()) {
        if (widget->window() == window && widget->isVisible() && widget->isEnabled()
            && ((widget->focusPolicy() & Qt::TabFocus) != 0 || isReachedByArrows(widget)))
            found.append(widget);
    }
    return found;
}

/// One window, made for one key.
class Visit
{
public:
    explicit Visit(const WindowMaker &make)
        : m_window(make())
    {
        (void)QTest::qWaitForWindowActive(m_window);
    }
    ~Visit()
    {
        delete m_window;
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    Q_DISABLE_COPY_MOVE(Visit)

    [[nodiscard]] QWidget *window() const { return m_window; }

    /// The names of the buttons that were clicked, in order.
    QStringList press(QWidget *target, Qt::Key key)
    {
        QStringList clicked;
        QObject context;
        for (auto *button : m_window->findChildren<QAbstractButton *>()) {
            // Its name may change with the click, and it may be gone after it.
            QObject::connect(button, &QAbstractButton::clicked, &context,
                             [&clicked, name = nameOf(button)] { clicked.append(name); });
        }
        target->setFocus(Qt::TabFocusReason);
        QTest::keyClick(m_window->windowHandle(), key);
        return clicked;
    }

private:
    QPointer<QWidget> m_window;
};

void note(KeyWalk *walk, const QString &name, const QStringList &clicked, const QStringList &wanted)
{
    walk->walked.append(name);
    if (clicked != wanted)
        walk->faults.append(u"%1: pressed [%2], should press [%3]"_s.arg(name, clicked.join(u'|'),
                                                                         wanted.join(u'|')));
}

} // namespace

KeyWalk pressEachButton(const WindowMaker &make, Qt::Key key)
{
    KeyWalk walk;
    for (qsizetype at = 0;; ++at) {
        Visit visit(make);
        const auto buttons = reachable<QAbstractButton>(visit.window());
        if (at >= buttons.size())
            return walk;
        const QString name = nameOf(buttons.at(at));
        note(&walk, name, visit.press(buttons.at(at), key), {name});
    }
}

KeyWalk pressInEachField(const WindowMaker &make, Qt::Key key, const QStringList &exceptNames)
{
    KeyWalk walk;
    for (qsizetype at = 0;; ++at) {
        Visit visit(make);
        const auto fields = reachable<QLineEdit>(visit.window());
        if (at >= fields.size())
            return walk;
        const QString name = nameOf(fields.at(at));
        if (exceptNames.contains(name))
            continue;
        fields.at(at)->setFocus(Qt::TabFocusReason);
        QStringList wanted;
        for (const auto *button : reachable<QPushButton>(visit.window())) {
            if (button->isDefault())
                wanted.append(nameOf(button));
        }
        note(&walk, name, visit.press(fields.at(at), key), wanted);
    }
}

} // namespace rox::gui
