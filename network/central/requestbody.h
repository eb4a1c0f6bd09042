// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace rox {

/// The body of a write. It knows whether Qt has read any of it, and it can refuse to be read twice:
/// when a server closes before it answers, Qt rewinds the body and sends the request again,
/// silently and up to four times. A body that Leaves::Once does not rewind, so that the second
/// sending fails with ContentReSendError and one request has left. Qt has special cases for
/// QByteArray and QBuffer, which would bypass this. Never empty.
class RequestBody final : public QIODevice
{
public:
    enum class Leaves { Once, AsOftenAsQtLikes };

    RequestBody(QByteArray bytes, Leaves leaves);
    ~RequestBody() override; ///< wipes the bytes, unless they are shared

    /// Qt has read a byte. While it has not, no complete request can have left this computer,
    /// because the Content-Length is not zero.
    [[nodiscard]] bool wasRead() const { return m_wasRead; }

    [[nodiscard]] bool isSequential() const override { return false; }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool reset() override;
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    [[nodiscard]] bool mayGoBack() const { return !m_wasRead || m_leaves != Leaves::Once; }

    QByteArray m_bytes;
    Leaves m_leaves;
    bool m_wasRead = false;
};

} // namespace rox
