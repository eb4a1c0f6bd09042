// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "network/central/replybody.h"

#include <QByteArrayView>

#include <stop_token>

namespace rox {

/// Whether a Content-Encoding, in lower case, is gzip.
[[nodiscard]] bool isGzip(QByteArrayView contentEncoding);

/// Inflates a gzip stream (RFC 1952, one member or several). Run it on a worker if the stream may
/// be long. Errors: ReplyTooBig beyond `maxBytes`, and for more than 64 MiB from less than a 200th
/// of that (a bomb); BadJson if the stream is cut off or broken; Cancelled once `stop` is
/// requested.
[[nodiscard]] Result<ReplyBody> inflated(QByteArrayView packed, qint64 maxBytes,
                                         const std::stop_token &stop = {});

} // namespace rox
