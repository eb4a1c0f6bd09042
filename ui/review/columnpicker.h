// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/exportformat.h"

#include <QHash>
#include <QStringList>
#include <QWidget>

class QCheckBox;

namespace rox {

/// Which columns are exported: a check box for each of reviewColumns().
class ColumnPicker : public QWidget
{
    Q_OBJECT

public:
    /// `shown`: the ids of the columns that the list shows.
    ColumnPicker(const QStringList &shown, QWidget *parent);

    /// Columns that the format always has, or never, cannot be chosen.
    void setFormat(const ExportFormatInfo &format);
    [[nodiscard]] QStringList columns() const; ///< ids, in their order

Q_SIGNALS:
    void chosen();

private:
    struct Box
    {
        QString id;
        QCheckBox *button;
        bool isOfToken;
    };
    void chooseOnly(const QStringList &ids);
    void show();

    QList<Box> m_boxes;
    QHash<QString, bool> m_wanted; ///< by id, whatever the format
    const ExportFormatInfo *m_format;
    bool m_isShowing = false;
};

} // namespace rox
