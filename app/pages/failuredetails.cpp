// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/failuredetails.h"

#include "app/servers/session.h"
#include "ui/text/errortext.h"
#include "ui/widgets/detailsdialog.h"

#include <QClipboard>
#include <QGuiApplication>

namespace rox {

void showFailure(const Session *session, QWidget *window)
{
    if (!session || !session->isStarted() || !session->listError())
        return;
    const ApiError &error = *session->listError();
    auto *dialog = new DetailsDialog(sentenceFor(error, Operation::List, session->name()).plain(),
                                     technicalDetails(error), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void copyFailure(const Session *session)
{
    if (!session)
        return;
    const auto &error = session->isStarted() ? session->listError() : session->openError();
    if (error)
        QGuiApplication::clipboard()->setText(technicalDetails(*error));
}

} // namespace rox
