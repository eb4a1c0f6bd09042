// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/encodedtokens.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>
#include <bitset>
#include <cstring>

namespace rox {

namespace {

using Characters = std::array<bool, 256>;

constexpr Characters charactersOf(const char *others)
{
    Characters set{};
    for (unsigned char c = 'a'; c <= 'z'; ++c)
        set[c] = true;
    for (unsigned char c = 'A'; c <= 'Z'; ++c)
        set[c] = true;
    for (unsigned char c = '0'; c <= '9'; ++c)
        set[c] = true;
    for (; *others; ++others)
        set[static_cast<unsigned char>(*others)] = true;
    return set;
}

constexpr Characters TokenCharacters = charactersOf("-_.");
constexpr Characters Base64Characters = charactersOf("-_+/=");
constexpr Characters RunCharacters = charactersOf("-_+/");

constexpr bool has(const Characters &set, char c)
{
    return set[static_cast<unsigned char>(c)];
}

/// The length of an escape that stands for a separator: \n, \r, \t, or a terminal's ESC [ … letter;
/// 0 if there is none at `at`.
qsizetype escapeAt(QByteArrayView text, qsizetype at)
{
    constexpr char Escape = 0x1b;
    constexpr qsizetype LongestColour = 16;
    const qsizetype left = text.size() - at;
    if (text[at] == '\\' && left > 1 && std::strchr("nrt", text[at + 1]) && text[at + 1] != '\0')
        return 2;
    if (text[at] != Escape || left < 3 || text[at + 1] != '[')
        return 0;
    for (qsizetype i = 2; i < std::min(left, LongestColour); ++i) {
        if (text[at + i] >= '@' && text[at + i] <= '~')
            return i + 1;
    }
    return 0;
}

/// A piece of base64 in which a token begins, whatever stands before it.
struct Marker
{
    QByteArray text;
    int skipped = 0; ///< characters between the last multiple of four and the marker
};

/// How `start` reads in base64 at each of the three alignments, without the characters that depend
/// on what stands before and after it.
std::array<Marker, 3> markersOf(const Marker &start)
{
    std::array<Marker, 3> markers;
    for (int before = 0; before < 3; ++before) {
        const QByteArray whole = QByteArray(before, 'x') + start.text;
        QByteArray encoded = whole.first(whole.size() - whole.size() % 3).toBase64();
        const int skipped = before == 0 ? 0 : before + 1;
        markers[std::size_t(before)] = {encoded.sliced(skipped), skipped};
    }
    return markers;
}

QByteArray inUtf16(QByteArrayView text)
{
    QByteArray wide;
    for (const char c : text)
        wide.append(c).append('\0');
    return wide;
}

std::vector<Marker> allMarkers()
{
    constexpr qsizetype Certain = 24; // of the header
    const QByteArray start = CentralHeader.first(Certain).toByteArray();
    std::vector<Marker> all;
    for (const Marker &once : markersOf({start, 0})) {
        all.push_back(once);
        for (const Marker &twice : markersOf(once))
            all.push_back(twice);
    }
    for (const Marker &wide : markersOf({inUtf16(start), 0}))
        all.push_back(wide);
    return all;
}

/// Finds the first of all markers in one pass: only where four characters hash like the beginning
/// of a marker is the text compared.
class MarkerSearch
{
public:
    MarkerSearch()
        : m_markers(allMarkers())
    {
        for (const Marker &marker : m_markers)
            m_starts.set(hashAt(marker.text.constData()));
    }

    [[nodiscard]] const Marker *next(QByteArrayView text, qsizetype *at) const
    {
        for (qsizetype i = *at; i + LeastSize <= text.size(); ++i) {
            if (!m_starts.test(hashAt(text.data() + i)))
                continue;
            for (const Marker &marker : m_markers) {
                if (text.sliced(i).startsWith(marker.text)) {
                    *at = i;
                    return &marker;
                }
            }
        }
        return nullptr;
    }

private:
    static constexpr qsizetype LeastSize = 4;
    static constexpr int HashBits = 16;

    static std::size_t hashAt(const char *text)
    {
        quint32 four = 0;
        std::memcpy(&four, text, sizeof four);
        return (four * 2654435761U) >> (32 - HashBits);
    }

    std::vector<Marker> m_markers;
    std::bitset<1U << HashBits> m_starts;
};

} // namespace

StrippedText withoutSeparators(QByteArrayView text, StrippedText::For purpose)
{
    const Characters &kept =
        purpose == StrippedText::For::Token ? TokenCharacters : Base64Characters;
    StrippedText stripped;
    stripped.text = QByteArray(text.size(), Qt::Uninitialized);
    stripped.lineStarts.push_back(0);
    char *to = stripped.text.data();
    const char *const start = to;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (has(kept, c)) {
            *to++ = c;
        } else if (c == '\n') {
            stripped.lineStarts.push_back(to - start);
        } else if (const qsizetype escape = escapeAt(text, i); escape > 0) {
            i += escape - 1;
        }
    }
    stripped.text.truncate(to - start);
    return stripped;
}

void forEachEncodedRun(QByteArrayView text,
                       const std::function<bool(qsizetype at, QByteArray *decoded)> &found)
{
    static const MarkerSearch search;
    qsizetype at = 0;
    while (const Marker *marker = search.next(text, &at)) {
        qsizetype end = at;
        while (end < text.size() && has(RunCharacters, text[end]))
            ++end;
        // Up to two bits of the first character stand in the one before the marker.
        const qsizetype before = std::min<qsizetype>(marker->skipped, at);
        QByteArray run = QByteArray(marker->skipped - before, 'A')
                         + text.sliced(at - before, end - at + before).toByteArray();
        run.replace('-', '+').replace('_', '/'); // fromBase64 takes one alphabet
        QByteArray decoded = QByteArray::fromBase64(run);
        std::fill(run.begin(), run.end(), '\0');
        if (!found(at, &decoded))
            return;
        at = end;
    }
}

} // namespace rox
