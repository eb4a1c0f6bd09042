// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace rox::test {

/// Compresses `content` into one gzip member.
[[nodiscard]] QByteArray gzipped(const QByteArray &content);

} // namespace rox::test
