// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/text/certificatesentences.h"
#include "ui/widgets/joinedframe.h"

class QTableWidget;

namespace rox {

/// Two certificates side by side; the cells that differ are marked, for the eye and for a screen
/// reader. As high as its rows.
class CertificateTable : public JoinedFrame
{
    Q_OBJECT

public:
    CertificateTable(const QList<CertificateRow> &rows, const QString &shownTitle, QWidget *parent);

private:
    /// Widths from the font; how many pairs of a fingerprint then stand in a line.
    [[nodiscard]] int fitColumns(const QList<CertificateRow> &rows);
    void fill(const QList<CertificateRow> &rows, int pairs);
    QTableWidget *m_table;
};

} // namespace rox
