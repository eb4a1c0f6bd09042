// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/keygroup.h"

#include <QDialog>

class QLineEdit;

namespace rox {

/// "Keys": every key of the window, in groups, with a search.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(const QList<KeyGroup> &groups, QWidget *parent = nullptr);

private:
    QWidget *makeGroup(const KeyGroup &group);
    void search(const QString &text);

    QLineEdit *m_search;
    QWidget *m_content;
    QList<QWidget *> m_groups;
};

} // namespace rox
