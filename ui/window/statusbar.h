// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"

#include <QWidget>

namespace rox {

class TextLabel;

/// Bottom of the window, 28 px: time of the list and number of tokens; user, certificate and
/// credential.
class StatusBar : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBar(QWidget *parent = nullptr);

    void setAsOf(const QString &text);
    /// `shown` of `total` tokens; nothing is said without a list.
    void setCounts(quint32 shown, quint32 total, int selected);
    void setServer(const ServerFacts &server);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void sayLeft();
    TextLabel *m_left;
    TextLabel *m_signedInAs;
    TextLabel *m_certificate;
    TextLabel *m_credential;
    QString m_asOf;
    quint32 m_shown = 0;
    quint32 m_total = 0;
    int m_selected = 0;
};

} // namespace rox
