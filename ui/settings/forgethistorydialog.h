// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/tokens/kepthistory.h"

#include <QDialog>

class QVBoxLayout;

namespace rox {

/// What is lost with this history, a line each: how many, and of what.
struct HistoryLoss
{
    QString count;
    QString what;
};
[[nodiscard]] QList<HistoryLoss> lossesOf(const KeptHistory &kept);
[[nodiscard]] QList<HistoryLoss> lossesOf(const KeptHistories &all);

/// "Forget the history of lab?", or "Forget all histories?": names what will be lost. Cancel is the
/// default. Opened with open(); deletes itself once closed.
class ForgetHistoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// `isListed`: the server is still in the list.
    ForgetHistoryDialog(const ServerFacts &server, const KeptHistory &kept, bool isListed,
                        QWidget *parent);
    /// `servers`: shown names.
    ForgetHistoryDialog(const KeptHistories &all, const QStringList &servers, QWidget *parent);

Q_SIGNALS:
    void exportRequested();
    void forgetConfirmed();

private:
    ForgetHistoryDialog(const QString &question, QWidget *parent);
    void fill(QWidget *about, const QList<HistoryLoss> &losses, const QString &note,
              const QString &deed, bool mayExport);
    [[nodiscard]] QWidget *cardOf(const QList<HistoryLoss> &losses);
    [[nodiscard]] QLayout *buttons(const QString &deed, bool mayExport);

    QVBoxLayout *m_column;
};

} // namespace rox
