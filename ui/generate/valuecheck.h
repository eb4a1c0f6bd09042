// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotation.h"
#include "models/values/apierror.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace rox {

class MessageBar;

/// "Check the new token": what the check does and its button, then what Central has said.
class ValueCheck : public QWidget
{
    Q_OBJECT

public:
    ValueCheck(QString server, Token successor, QWidget *parent);

    void setChecking(bool isChecking);
    void showAnswer(const SuccessorCheck &check, const ApiError &error);

Q_SIGNALS:
    void checkRequested();
    void heightChanged();

private:
    void showDetails();

    QString m_server;
    Token m_successor;
    QWidget *m_offer;
    QPushButton *m_check;
    MessageBar *m_answer;
    ApiError m_error;
};

} // namespace rox
