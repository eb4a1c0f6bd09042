// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <functional>
#include <memory>

class QPageLayout;
class QPagedPaintDevice;
class QWidget;

namespace rox {

/// The paper to print on, and what a message calls it: the printer's name, or a file's path.
struct ChosenPrinter
{
    std::shared_ptr<QPagedPaintDevice> paper; ///< its painting area is the whole sheet
    QString name;
};

/// Opens the desktop's question for a printer over `over`. `page` is proposed, `title` names the
/// print job. `print` is called once, unless the question is cancelled.
void askForPrinter(const QPageLayout &page, const QString &title, QWidget *over,
                   std::function<void(const ChosenPrinter &)> print);

} // namespace rox
