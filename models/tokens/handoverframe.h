// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/handover.h"

#include <QByteArray>

namespace rox {

/// What stands before and after the value in one form, and how the value is quoted.
struct HandoverFrame
{
    enum class Quote {
        None,
        Shell,
        Yaml,
        Comment, ///< a line comment: nothing of the value may end the line
    };
    QByteArray before;
    QByteArray after;
    Quote quote = Quote::None;
};

[[nodiscard]] HandoverFrame frameOf(HandoverForm form, const Token &token,
                                    const HandoverPlace &place);

[[nodiscard]] bool isAsciiAlnum(QChar c);
/// A JSON web token or host:port: needs no quotes in any of the forms.
[[nodiscard]] bool isPlain(QByteArrayView text);
/// The value comes from a server: if it is no JWT, it must not end a line or a quotation.
void appendQuoted(QByteArray &to, QByteArrayView value, HandoverFrame::Quote quote);

} // namespace rox
