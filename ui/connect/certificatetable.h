// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/text/certificatetext.h"
#include "ui/widgets/joinedframe.h"

class QTableWidget;

namespace rox {

/// Two certificates side by side. Cells that differ have a mark and an accessible text that says
/// so. As high as its rows.
class CertificateTable : public JoinedFrame
{
    Q_OBJECT

public:
    CertificateTable(const QList<CertificateRow> &rows, const QString &shownTitle, QWidget *parent);

private:
    /// Sets widths by the font; returns how many pairs of a fingerprint fit in a line.
    [[nodiscard]] int fitColumns(const QList<CertificateRow> &rows);
    void fill(const QList<CertificateRow> &rows, int pairs);
    QTableWidget *m_table;
};

} // namespace rox
