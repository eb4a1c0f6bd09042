// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"

#include <QPixmap>
#include <QScreen>
#include <QWindow>

namespace rox::gui {

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
        for (int column = 0; column < qMin(2, model->columnCount()); ++column) {
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

bool photograph(QWidget *window, const QString &path)
{
    QWidget *top = window->window();
    QTest::qWait(250); // focus frames and fades settle: the one place that waits for the eye
    QPixmap picture;
    if (QGuiApplication::platformName() == QLatin1String("xcb")) {
        const QRect place = top->geometry();
        picture = top->screen()->grabWindow(0, place.x(), place.y(), place.width(), place.height());
    } else {
        picture = top->grab();
    }
    return !picture.isNull() && picture.save(path);
}

} // namespace rox::gui
