// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

namespace rox::demo {

/// A file in its own directory (0700) under TMPDIR. The destructor deletes both.
class TemporaryFile
{
public:
    /// Throws std::runtime_error if the file cannot be written.
    TemporaryFile(const std::string &name, const std::string &content);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;

    const std::string &path() const { return m_path; }

private:
    std::string m_directory;
    std::string m_path;
};

} // namespace rox::demo
