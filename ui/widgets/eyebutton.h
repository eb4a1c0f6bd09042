// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPushButton>

namespace rox {

class SecretEdit;

/// Shows and hides what stands in a SecretEdit. Its accessible name says what it would do.
class EyeButton : public QPushButton
{
    Q_OBJECT

public:
    EyeButton(SecretEdit *edit, const QString &show, const QString &hide, QWidget *parent);

private:
    void reword();
    SecretEdit *m_edit;
    QString m_show;
    QString m_hide;
};

} // namespace rox
