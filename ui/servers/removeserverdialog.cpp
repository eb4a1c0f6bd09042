// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/servers/removeserverdialog.h"

#include "models/values/visibletext.h"

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 480;

} // namespace

RemoveServerDialog::RemoveServerDialog(const QString &server, bool inKeychain, QWidget *parent)
    : QuestionDialog(
        tr("Remove server"), u"warning"_s, tr("Remove %1 from Rox Tokens?").arg(shownName(server)),
        (inKeychain ? tr("Its credential is deleted from the keychain too.")
                    : tr("Its credential, kept until Rox Tokens is closed, is forgotten too."))
            % u' ' % tr("Nothing changes on Central: no token is revoked."),
        parent)
{
    setObjectName(u"removeServer"_s);
    enum Answer { Cancel, Remove };
    addAnswer(tr("Cancel"), QDialogButtonBox::RejectRole);
    addAnswer(tr("Remove server"), QDialogButtonBox::AcceptRole, ButtonRole::Danger);
    setDefaultAnswer(Cancel);
    connect(this, &QuestionDialog::answered, this, [this](int answer) {
        if (answer == Remove)
            Q_EMIT removeConfirmed();
    });
    openAt(Width);
}

} // namespace rox
