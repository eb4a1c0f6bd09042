// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/redaction.h"
#include "tests/fuzz/fuzzcheck.h"

#include <QString>

#include <cstdint>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestLeft = 11;

class Planter
{
public:
    explicit Planter(quint32 seed)
        : m_random(seed)
    {}

    int below(int limit) { return int(m_random() % quint32(limit)); }

    QString base64url(int length)
    {
        const auto alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"_L1;
        QString text;
        for (int i = 0; i < length; ++i)
            text += alphabet[below(int(alphabet.size()))];
        return text;
    }

    /// A JWT, possibly with fewer parts or cut at its end.
    QString jwt()
    {
        QString text = u"eyJ"_s + base64url(20 + below(20));
        for (int parts = below(3); parts > 0; --parts)
            text += u'.' + base64url(20 + below(60));
        return text.left(LongestLeft + 1 + below(int(text.size())));
    }

    /// A secret and the text around it.
    struct Plant
    {
        QString before;
        QString secret;
        QString behind;
    };

    Plant plant()
    {
        // Starts with a digit, so that it is not a plain word.
        const QString value = u'7' + base64url(16 + below(40));
        switch (below(10)) {
        case 0:
            return {u" Bearer "_s, value, u" "_s};
        case 1:
            return {u"\nAuthorization: Basic "_s, value, u"=="_s};
        case 2:
            return {u"&token="_s, value, u"&"_s};
        case 3:
            return {u"\"refreshToken\":\""_s, value, u"\""_s};
        case 4:
            return {u"password="_s, value, u"\n"_s};
        case 5:
            return {u"RoxRefreshToken%253D"_s, value, u"%2526a%253D1;"_s};
        case 6:
            return {u" https://admin:"_s, value, u"@central/ "_s};
        case 7:
            return {u"-----BEGIN PRIVATE KEY-----\n"_s, value, u"\n-----END PRIVATE KEY-----"_s};
        default:
            return {{}, jwt(), below(2) == 0 ? u" "_s : QString()};
        }
    }

private:
    std::minstd_rand m_random;
};

} // namespace

/// Checks that no 12 consecutive characters of a planted secret remain in any text, and that
/// redacted() is idempotent.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    quint32 seed = 2'166'136'261U;
    for (std::size_t i = 0; i < size; ++i)
        seed = (seed ^ data[i]) * 16'777'619U;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    Planter planter(seed);
    const Planter::Plant plant = planter.plant();
    const qsizetype at = planter.below(int(text.size()) + 1);
    const QString planted =
        text.left(at) + plant.before + plant.secret + plant.behind + text.mid(at);
    const QString once = rox::redacted(planted);
    for (qsizetype i = 0; i + LongestLeft < plant.secret.size(); ++i)
        FUZZ_CHECK(!once.contains(plant.secret.mid(i, LongestLeft + 1)));
    FUZZ_CHECK(rox::redacted(once) == once);
    FUZZ_CHECK(rox::redacted(rox::redacted(text)) == rox::redacted(text));
    return 0;
}
