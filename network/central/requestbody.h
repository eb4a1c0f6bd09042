// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace rox {

/// The body of a request that changes something; it knows whether any of it was sent, and it can
/// forbid a second sending. When a server closes before it answers, Qt sends a request again, up to
/// four times and without a word, by going back to the start of its body. One that leaves once does
/// not go back: the second sending fails (ContentReSendError) and one request left. Qt
/// special-cases QByteArray and QBuffer; neither may take its place. Never empty.
class RequestBody final : public QIODevice
{
public:
    enum class Leaves { Once, AsOftenAsQtLikes };

    RequestBody(QByteArray bytes, Leaves leaves);
    ~RequestBody() override; ///< wipes the bytes, if nobody shares them

    /// Some byte was given to Qt. While false, no complete request can have left this computer:
    /// its Content-Length is not zero.
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
