// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QDialog>
#include <QList>

class QPushButton;
class QTreeWidget;

namespace rox {

/// A Central in roxctl's configuration.
struct ImportCandidate
{
    QString name;
    QString endpoint;
    UtcMs expires = NoTime; ///< of roxctl's sign-in; none if it is not known
};

/// "Import connections": which connections of roxctl to copy. Opened with open(); never blocks.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(const QList<ImportCandidate> &candidates, UtcMs now, QWidget *parent = nullptr);

Q_SIGNALS:
    void importRequested(const QList<int> &candidates); ///< positions, ascending; one at least

private:
    [[nodiscard]] QWidget *makeList(const QList<ImportCandidate> &candidates, UtcMs now);
    [[nodiscard]] QWidget *makeButtons();
    void layOutHeader();
    void addRow(const ImportCandidate &each, UtcMs now);
    [[nodiscard]] QList<int> checked() const;
    void reword();
    QTreeWidget *m_list;
    QPushButton *m_import;
};

} // namespace rox
