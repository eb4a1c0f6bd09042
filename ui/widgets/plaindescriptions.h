// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace rox {

/// A screen reader says a widget's tooltip as its description, with the tags of rich text. While
/// this object lives, each rich tooltip also gives its widget a plain description, unless the
/// widget has one of its own.
class PlainDescriptions : public QObject
{
    Q_OBJECT

public:
    explicit PlainDescriptions(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace rox
