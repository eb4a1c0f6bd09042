// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QValidator>

class QLineEdit;

namespace rox {

/// Keeps tokens out of a field whose text is shown, stored or sent elsewhere. Whichever way one
/// comes in, the field's text and undo history are what they were, and no signal tells of a change.
/// Takes the place of QLineEdit::maxLength, which would let the beginning of a token pass.
class TokenGuard : public QValidator
{
    Q_OBJECT

public:
    /// Belongs to the field, and is its validator. `most` characters; 0: no limit of its own.
    explicit TokenGuard(QLineEdit *field, qsizetype most = 0);

    State validate(QString &text, int &cursor) const override;

Q_SIGNALS:
    /// Later, so that the field has its old text again.
    void refused() const;

private:
    void keep();

    QLineEdit *m_field;
    qsizetype m_most;
    QString m_kept; ///< the text that was taken last
};

} // namespace rox
