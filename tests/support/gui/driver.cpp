// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"

#include "tests/support/stricttest.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/returnkey.h"

#include <QAccessible>
#include <QPixmap>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QTranslator>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace rox::gui {

using namespace Qt::StringLiterals;

void click(QWidget *widget)
{
    if (!widget) {
        QTest::qFail("there is nothing of that name to press", __FILE__, __LINE__);
        return;
    }
    // A window whose buttons have just changed takes no click for a moment; a person waits too.
    const QWidget *window = widget->window();
    (void)QTest::qWaitFor([window] { return !window->property("inputPaused").toBool(); });
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
}

void type(QWidget *widget, const QString &text)
{
    if (!widget) {
        QTest::qFail("there is no field of that name", __FILE__, __LINE__);
        return;
    }
    widget->setFocus();
    QTest::keyClicks(widget, text);
}

int rowOf(const QAbstractItemView *view, const QString &text)
{
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < std::min(2, model->columnCount()); ++column) {
            if (model->index(row, column).data(Qt::DisplayRole).toString() == text)
                return row;
        }
    }
    return -1;
}

void clickRow(QAbstractItemView *view, int row, int column, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex index = view->model()->index(row, column);
    view->scrollTo(index);
    const QRect cell = view->visualRect(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers,
                      QPoint(cell.left() + 12, cell.center().y()));
}

void beginTest()
{
    static bool looks = false;
    if (!std::exchange(looks, true)) {
        installStyle(u"light"_s);
        new ReturnKey(qApp);
        auto *english = new QTranslator(qApp);
        if (english->load(u":/i18n/rox-tokens_en.qm"_s))
            QApplication::installTranslator(english);
    }
    test::failOnWarning();
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
                       + widget->objectName() + u' ' + widget->accessibleName()
                       + u" at %1,%2 with %3x%4 in %5x%6 of "_s.arg(widget->x())
                             .arg(widget->y())
                             .arg(widget->width())
                             .arg(widget->height())
                             .arg(room.width())
                             .arg(room.height())
                       + QLatin1String(parent->metaObject()->className()));
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

bool photograph(QWidget *window, const QString &path)
{
    QWidget *top = window->window();
    QTest::qWait(250); // focus frames and fades settle: the one place that waits for the eye
    QPixmap picture;
    if (QGuiApplication::platformName() == "xcb"_L1) {
        const QRect place = top->geometry();
        picture = top->screen()->grabWindow(0, place.x(), place.y(), place.width(), place.height());
    } else {
        picture = top->grab();
    }
    return !picture.isNull() && picture.save(path);
}

} // namespace rox::gui
