// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/dialogdriver.h"

#include "ui/style/calmstyle.h"
#include "ui/widgets/returnkey.h"

#include <QAccessible>
#include <QApplication>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSplitter>
#include <QTest>
#include <QTranslator>

namespace rox::driver {

using namespace Qt::StringLiterals;

void beginTest()
{
    static bool looks = false;
    if (!std::exchange(looks, true)) {
        installLook(u"light"_s);
        new ReturnKey(qApp);
        auto *english = new QTranslator(qApp);
        if (english->load(u":/i18n/rox-tokens_en.qm"_s))
            QApplication::installTranslator(english);
    }
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

QString said(const QWidget *window, const QString &objectName)
{
    const auto *label = window->findChild<QLabel *>(objectName);
    if (!label)
        return u"(missing)"_s;
    return label->isVisibleTo(window) ? label->text() : u"(hidden)"_s;
}

QString everythingSaid(const QWidget *window)
{
    QStringList all;
    QList<const QWidget *> widgets = {window};
    for (const QWidget *child : window->findChildren<QWidget *>())
        widgets.append(child);
    for (const QWidget *widget : widgets) {
        all << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription()
            << widget->property("text").toString() << widget->property("plainText").toString();
        if (auto *access = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget))) {
            all << access->text(QAccessible::Name) << access->text(QAccessible::Value)
                << access->text(QAccessible::Description);
            if (auto *text = access->textInterface())
                all << text->text(0, text->characterCount());
        }
    }
    return all.join(u'\n');
}

QString cutOff(const QWidget *window)
{
    QStringList cut;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        const QWidget *parent = widget->parentWidget();
        if (!widget->isVisibleTo(window) || widget->isWindow() || widget->size().isEmpty())
            continue;
        QRect room = parent->rect();
        const auto *scroll = qobject_cast<const QScrollArea *>(parent->parentWidget());
        if (scroll && scroll->viewport() == parent)
            room = QRect(room.left(), widget->y(), room.width(), widget->height());
        if (qobject_cast<const QSplitter *>(parent) && parent->layoutDirection() == Qt::RightToLeft)
            room.adjust(0, 0, 1, 0); // Qt places the children of a splitter 1 px too far there
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool narrow = button && !button->text().isEmpty()
                            && (button->width() < button->minimumSizeHint().width()
                                || button->height() < button->minimumSizeHint().height());
        if (!room.contains(widget->geometry()) || narrow)
            cut.append(QLatin1String(widget->metaObject()->className()) + u' '
                       + widget->objectName() + u' ' + widget->accessibleName());
    }
    return cut.join("; "_L1);
}

DoubledFont::DoubledFont()
    : m_before(QApplication::font())
{
    QFont large = m_before;
    if (large.pixelSize() > 0)
        large.setPixelSize(2 * large.pixelSize());
    else
        large.setPointSizeF(2 * large.pointSizeF());
    QApplication::setFont(large);
}

DoubledFont::~DoubledFont()
{
    QApplication::setFont(m_before);
}

} // namespace rox::driver
