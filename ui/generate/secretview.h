// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"

#include <QWidget>

class QLabel;

namespace rox {

class SecretField;

/// "Token value": the masked value, the button that shows it for a while, and a note of its length,
/// or of when it is masked again.
class SecretView : public QWidget
{
    Q_OBJECT

public:
    SecretView(Secret value, QWidget *parent);
    [[nodiscard]] const Secret &value() const;
    void mask();

Q_SIGNALS:
    void noteChanged(); ///< it may need more room

private:
    void showNote();

    SecretField *m_field;
    QLabel *m_note;
};

} // namespace rox
