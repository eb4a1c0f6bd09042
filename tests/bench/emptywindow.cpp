// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include <QApplication>
#include <QFile>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>

#include <cstdio>

/// A minimal window with a table. Prints a line at its first paint.
class Table : public QTableView
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        if (m_said)
            return;
        m_said = true;
        QTimer::singleShot(0, this, [] {
            std::fputs("first-paint\n", stderr);
            std::fflush(stderr);
        });
    }

private:
    bool m_said = false;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QStandardItemModel model(0, 5);
    QMainWindow window;
    auto *table = new Table;
    table->setModel(&model);
    window.setCentralWidget(table);
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
