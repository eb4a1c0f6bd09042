// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/jsonwriter.h"

#include <QIODevice>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

void appendEscaped(QByteArray &json, const QString &text)
{
    static constexpr char digits[] = "0123456789abcdef";
    json += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        const auto byte = uchar(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            json += "\\u00";
            json += digits[byte >> 4];
            json += digits[byte & 0xf];
        } else {
            json += c;
        }
    }
    json += '"';
}

void appendValue(QByteArray &json, const CellValue &value)
{
    if (const auto *time = std::get_if<CellTime>(&value)) {
        if (time->at == NoTime)
            json += "null";
        else
            appendEscaped(json, isoTime(time->at));
    } else if (const auto *list = std::get_if<QStringList>(&value)) {
        json += '[';
        for (qsizetype at = 0; at < list->size(); ++at) {
            if (at > 0)
                json += ", ";
            appendEscaped(json, list->at(at));
        }
        json += ']';
    } else {
        appendEscaped(json, std::get<QString>(value));
    }
}

void appendMember(QByteArray &json, QLatin1StringView name, const CellValue &value)
{
    json += '"';
    json += QByteArrayView(name.data(), name.size());
    json += "\": ";
    appendValue(json, value);
}

QByteArray headOf(const Review &review)
{
    QByteArray json = "{\n";
    const auto member = [&json](QLatin1StringView name, const CellValue &value) {
        json += "  ";
        appendMember(json, name, value);
        json += ",\n";
    };
    member("server"_L1, review.source.name);
    member("address"_L1, review.source.address);
    member("as_of"_L1, CellTime{review.source.asOf});
    member("status_at"_L1, CellTime{review.now});
    member("rows"_L1, review.filter);
    member("left_out"_L1, review.leftOut);
    json += "  \"count\": " + QByteArray::number(qulonglong(review.rows.size())) + ",\n";
    return json + "  \"tokens\": [";
}

QByteArray objectOf(const QList<ReviewColumn> &columns, const ReviewCell &cell)
{
    QByteArray json = "{";
    for (const ReviewColumn &column : columns) {
        if (json.size() > 1)
            json += ", ";
        appendMember(json, column.id(), column.value(cell));
    }
    return json + '}';
}

} // namespace

bool writeJson(const Review &review, QIODevice &device, const ReviewStep &step)
{
    const auto write = [&device](const QByteArray &bytes) {
        return device.write(bytes) == bytes.size();
    };
    if (!write(headOf(review)))
        return false;
    const QList<ReviewColumn> columns = review.tokenColumns();
    for (std::size_t at = 0; at < review.rows.size(); ++at) {
        if (at % RowsPerStep == 0 && !step(qsizetype(at)))
            return false;
        const QByteArray object = objectOf(columns, review.cellAt(at));
        if (!write((at == 0 ? "\n    " : ",\n    ") + object))
            return false;
    }
    return write("\n  ]\n}\n") && step(qsizetype(review.rows.size()));
}

} // namespace rox
