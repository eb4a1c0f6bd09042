// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/printquestion.h"

#include "ui/review/exporttext.h"

#include <QPageLayout>
#include <QPrintDialog>
#include <QPrinter>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

void askForPrinter(const QPageLayout &page, const QString &title, QWidget *over,
                   std::function<void(const ChosenPrinter &)> print)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageLayout(page);
    printer->setFullPage(true); // the report has margins of its own
    printer->setDocName(title);
    auto *dialog = new QPrintDialog(printer.get(), over);
    dialog->setObjectName(u"printReport"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), over,
        [printer, print = std::move(print)] {
            const QString file = printer->outputFileName();
            print({printer, file.isEmpty() ? printer->printerName() : exporttext::shownPath(file)});
        });
    dialog->open();
}

} // namespace rox
