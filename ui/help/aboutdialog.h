// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

class QGridLayout;

namespace rox {

class LinkButton;

/// What a report of a problem needs to name.
struct AboutFacts
{
    QString version;
    QString builtWith; ///< "Qt 6.4.2, run with 6.4.2"
    QString runsOn;    ///< "Debian GNU/Linux 12 (bookworm), xcb"
};
[[nodiscard]] AboutFacts aboutThisProgram();
/// Plain text, a line for each fact; nothing about servers or tokens.
[[nodiscard]] QString reportText(const AboutFacts &facts);

/// "About Rox Tokens".
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(const AboutFacts &facts, QWidget *parent = nullptr);

private:
    void addHead(QGridLayout *grid, const QString &version);
    void addFacts(QGridLayout *grid, const AboutFacts &facts);
    [[nodiscard]] LinkButton *linkTo(const QString &shown, const QString &objectName);
    [[nodiscard]] QLayout *makeFoot(const QString &report);
};

} // namespace rox
