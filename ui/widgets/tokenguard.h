// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"

#include <QValidator>

#include <memory>

class QLineEdit;

namespace rox {

/// Keeps tokens out of a field whose text is shown, stored or sent elsewhere. A token that is
/// typed, pasted or dropped changes neither text nor undo history of the field, and no signal is
/// emitted. Replaces QLineEdit::maxLength, which would accept the beginning of a token.
class TokenGuard : public QValidator
{
    Q_OBJECT

public:
    /// A child of the field, and its validator. `most` characters; 0: no limit of its own.
    explicit TokenGuard(QLineEdit *field, qsizetype most = 0);

    State validate(QString &text, int &cursor) const override;

Q_SIGNALS:
    /// Queued: by then the field has its old text again. `text`: what it would have become.
    void refused(const std::shared_ptr<const rox::Secret> &text) const;

private:
    void keep();

    QLineEdit *m_field;
    qsizetype m_most;
    QString m_kept; ///< the text that was taken last
};

} // namespace rox
