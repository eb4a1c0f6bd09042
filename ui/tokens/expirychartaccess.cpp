// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/expirychart.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace rox {

namespace {

/// One bar, as a button that says its week or month and how many tokens expire in it.
class BarAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    BarAccess(ExpiryChart *strip, int bar)
        : m_strip(strip)
        , m_bar(bar)
    {}

    [[nodiscard]] bool isValid() const override { return m_strip && m_bar < m_strip->barCount(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Button; }
    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_strip);
    }

    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name && isValid() ? m_strip->barText(m_bar) : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        const QRect slot = isValid() ? m_strip->slotRect(m_bar) : QRect();
        return {isValid() ? m_strip->mapToGlobal(slot.topLeft()) : QPoint(), slot.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.checkable = true;
        state.focusable = true;
        const auto [first, last] = m_strip->chosenBars();
        state.checked = m_bar >= first && m_bar <= last;
        state.focused = state.checked && m_strip->hasFocus();
        state.invisible = !m_strip->isVisible();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (isValid() && name == pressAction())
            m_strip->choose(m_bar);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<ExpiryChart> m_strip;
    int m_bar;
};

class StripAccess final : public QAccessibleWidget
{
public:
    explicit StripAccess(ExpiryChart *strip)
        : QAccessibleWidget(strip, QAccessible::Chart)
    {
        m_bars.fill(0);
    }

    ~StripAccess() override
    {
        for (const QAccessible::Id id : m_bars) {
            if (id != 0)
                QAccessible::deleteAccessibleInterface(id);
        }
    }

    [[nodiscard]] int childCount() const override { return chart()->barCount(); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        QAccessible::Id &id = m_bars[std::size_t(index)];
        if (id == 0) {
            id = QAccessible::registerAccessibleInterface(new BarAccess(chart(), index));
        }
        return QAccessible::accessibleInterface(id);
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *bar) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (m_bars[std::size_t(i)] != 0 && child(i) == bar)
                return i;
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }

private:
    [[nodiscard]] ExpiryChart *chart() const { return static_cast<ExpiryChart *>(object()); }

    mutable std::array<QAccessible::Id, MaxExpiryBars> m_bars{};
};

QAccessibleInterface *makeAccess(const QString &className, QObject *object)
{
    if (className == QLatin1String(ExpiryChart::staticMetaObject.className()))
        return new StripAccess(static_cast<ExpiryChart *>(object));
    return nullptr;
}

} // namespace

void installExpiryStripAccess()
{
    QAccessible::installFactory(makeAccess);
}

} // namespace rox
