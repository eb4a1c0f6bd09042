// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

class QStackedWidget;

namespace rox {

class PageList;

/// "Settings": a list of pages and the page. What is changed on a page holds at once.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(QWidget *parent = nullptr);

    /// Takes the page; a low screen scrolls it.
    void addPage(const QString &symbol, const QString &title, QWidget *page);

private:
    PageList *m_list;
    QStackedWidget *m_pages;
};

} // namespace rox
