// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/connect/connectform.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace rox {

/// The context of its own connections: they end with it, before the children do.
class ConnectDialog::Private : public QObject, public ConnectForm
{
public:
    Private(ConnectDialog *dialog, Purpose asked)
        : ConnectForm(dialog, asked)
        , q(dialog)
    {}

    void connectAll();
    void connectField(QLineEdit *edit, Field field);
    void guard(QLineEdit *edit, Field field, qsizetype most);
    void setPurpose(Purpose asked);
    void showTitle();
    void unfold(); ///< SignIn becomes Edit
    void showMethod();
    void showReason();
    void showLocks();
    [[nodiscard]] bool mayConnect() const;
    void focusWork();
    void fit();
    void submit();
    void chooseCaFile();
    void wipeSecrets();

    /// While nothing else is said in its place.
    [[nodiscard]] static QString promiseOfTheForm();

    ConnectDialog *q;
    bool busy = false;
    std::optional<qint64> browserMs;
    QString why; ///< SignIn
    QString details;
    QPointer<QWidget> focusBefore;
};

} // namespace rox
