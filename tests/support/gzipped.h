// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace rox::test {

/// One gzip member, as a server sends it.
[[nodiscard]] QByteArray gzipped(const QByteArray &content);

} // namespace rox::test
