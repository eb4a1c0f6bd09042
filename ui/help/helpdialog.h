// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

class QTextBrowser;

namespace rox {

class PageList;

/// "Help": topics and their texts, which are in the program.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HelpDialog(QWidget *parent = nullptr);

    void showTopic(const QString &id); ///< the first if there is none of this id

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill(int row);

    PageList *m_list;
    QTextBrowser *m_text;
};

} // namespace rox
