// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace rox {

/// Mark and name of a server in a row; a server that is no longer in the list has the symbol
/// "server" and a note. Texts are untrusted.
class ServerCell : public QWidget
{
    Q_OBJECT

public:
    /// `colorName`: a name that serverColor() takes; empty: the server was removed.
    ServerCell(const QString &name, const QString &colorName, const QString &note, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_colorName;
};

} // namespace rox
