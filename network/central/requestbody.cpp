// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/requestbody.h"

#include "models/values/secret.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace rox {

RequestBody::RequestBody(QByteArray bytes, Leaves leaves)
    : m_bytes(std::move(bytes))
    , m_leaves(leaves)
{
    Q_ASSERT(!m_bytes.isEmpty());
    // Unbuffered, so that pos() is what Qt has read and not what a buffer read ahead.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

RequestBody::~RequestBody()
{
    wipe(m_bytes);
}

bool RequestBody::reset()
{
    return mayGoBack() && QIODevice::reset();
}

bool RequestBody::seek(qint64 position)
{
    return (mayGoBack() || position >= pos()) && QIODevice::seek(position);
}

qint64 RequestBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, size() - pos());
    if (count <= 0)
        return size() == pos() ? -1 : 0;
    m_wasRead = true;
    std::memcpy(data, m_bytes.constData() + pos(), std::size_t(count));
    return count;
}

qint64 RequestBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace rox
