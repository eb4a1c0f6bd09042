// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

namespace rox {

/// "Details": a sentence about an error, and technical details to copy for a report. Opened with
/// open(); never blocks.
class DetailsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both are shown as visibleText(). `details` is shown in its lines, and copied
    /// unchanged.
    DetailsDialog(const QString &sentence, const QString &details, QWidget *parent);
};

} // namespace rox
