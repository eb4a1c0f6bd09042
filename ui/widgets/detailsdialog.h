// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

namespace rox {

/// "Details": what went wrong in a sentence, and what to hand on to whoever helps. Opened with
/// open(); never blocks.
class DetailsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both are shown as plain text, with what is invisible made visible; `details` keeps its
    /// lines, and is copied as it was given.
    DetailsDialog(const QString &sentence, const QString &details, QWidget *parent);
};

} // namespace rox
