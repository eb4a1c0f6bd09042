// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/tokens/kepthistory.h"

#include <QDialog>

class QVBoxLayout;

namespace rox {

/// "Forget the history of lab?": names what will be lost. Cancel is the default. Opened with
/// open(); deletes itself once closed.
class ForgetHistoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// `isListed`: the server is still in the list.
    ForgetHistoryDialog(const ServerFacts &server, const KeptHistory &kept, bool isListed,
                        QWidget *parent);

Q_SIGNALS:
    void exportRequested();
    void forgetConfirmed();

private:
    [[nodiscard]] QWidget *losses(const KeptHistory &kept);
    [[nodiscard]] QLayout *buttons(bool mayExport);
};

/// What is lost with this history, a line each: how many, and of what.
struct HistoryLoss
{
    QString count;
    QString what;
};
[[nodiscard]] QList<HistoryLoss> lossesOf(const KeptHistory &kept);

} // namespace rox
