// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSplitter>

namespace rox {

/// A splitter whose handle is a line of 1 px; Qt widens where it may be grabbed.
class HairSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit HairSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace rox
