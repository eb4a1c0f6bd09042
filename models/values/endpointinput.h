// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/endpoint.h"

#include <QFlags>

namespace rox {

/// An endpoint as it was typed, pasted or read, with what was changed to make one of it.
struct EndpointInput
{
    enum Change {
        MarksLeftOut = 1,   ///< quotation marks or brackets around it, NAME= before it
        PathLeftOut = 2,    ///< of an address of the console
        SchemeMended = 4,   ///< "https:/host", "https//host"
        SchemeRepeated = 8, ///< "https://https://host"
        BracketsAdded = 16, ///< around an IPv6 address
        DotLeftOut = 32,    ///< at the end of the host; it means the same without
    };
    Q_DECLARE_FLAGS(Changes, Change)

    Endpoint endpoint;
    Changes changes;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(EndpointInput::Changes)

/// What the last number of an IPv6 address without brackets is, if it could be a port too.
enum class LastNumber {
    IsUnclear, ///< a person may have meant either: refused
    IsPort,    ///< as in the keys of roxctl's configuration
};

/// Takes the endpoint out of what stands around it. More is accepted than Endpoint::parse() takes,
/// but never a user name or password, and no other scheme. Pure; any thread.
[[nodiscard]] tl::expected<EndpointInput, Endpoint::Fault>
endpointInput(const QString &typed, LastNumber lastNumber = LastNumber::IsUnclear);

} // namespace rox
