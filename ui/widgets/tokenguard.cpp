// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/tokenguard.h"

#include "models/tokens/tokenshape.h"

#include <QLineEdit>
#include <QTimer>

#include <algorithm>
#include <limits>

namespace rox {

TokenGuard::TokenGuard(QLineEdit *field, qsizetype most)
    : QValidator(field)
    , m_field(field)
    , m_most(most > 0 ? most : std::numeric_limits<qsizetype>::max())
{
    keep();
    field->setValidator(this);
    connect(field, &QLineEdit::textChanged, this, &TokenGuard::keep);
}

QValidator::State TokenGuard::validate(QString &text, int &cursor) const
{
    if (looksLikeToken(text)) {
        const auto token = std::make_shared<const Secret>(Secret::take(text.toUtf8()));
        QTimer::singleShot(0, this, [this, token] { Q_EMIT refused(token); });
        return Invalid; // QLineEdit undoes the change
    }
    if (text.size() <= m_most)
        return Acceptable;
    if (m_kept.size() >= m_most && text.size() > m_kept.size())
        return Invalid; // full
    // Keep as much of the inserted text as fits.
    const qsizetype excess = text.size() - m_most;
    const qsizetype from = std::max<qsizetype>(cursor - excess, 0);
    text.remove(from, excess);
    text.truncate(m_most);
    cursor = int(from);
    return Acceptable;
}

void TokenGuard::keep()
{
    // QLineEdit does not undo a text that was set by setText().
    if (looksLikeToken(m_field->text()))
        m_field->setText(m_kept);
    else
        m_kept = m_field->text();
}

} // namespace rox
