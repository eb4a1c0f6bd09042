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

/// The content of a gzip stream (RFC 1952, one member or several), to be run on a worker if it may
/// be long. ReplyTooBig beyond `maxBytes`, and for a bomb: more than 64 MiB out of less than a
/// 200th of that. BadJson if the stream is cut off or broken; Cancelled once `stop` is requested.
[[nodiscard]] Result<ReplyBody> inflated(QByteArrayView packed, qint64 maxBytes,
                                         const std::stop_token &stop = {});

} // namespace rox
