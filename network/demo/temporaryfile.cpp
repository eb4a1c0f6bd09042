// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/temporaryfile.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace rox::demo {

TemporaryFile::TemporaryFile(const std::string &name, const std::string &content)
{
    const char *base = std::getenv("TMPDIR");
    m_directory = std::string(base && *base ? base : "/tmp") + "/rox-demo-central-XXXXXX";
    if (!mkdtemp(m_directory.data()))
        throw std::runtime_error("no directory can be made in " + m_directory + ": "
                                 + std::strerror(errno));
    m_path = m_directory + "/" + name;
    std::ofstream out(m_path, std::ios::binary);
    out << content;
    out.close();
    if (!out)
        throw std::runtime_error(m_path + " cannot be written");
}

TemporaryFile::~TemporaryFile()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_directory, ignored);
}

} // namespace rox::demo
