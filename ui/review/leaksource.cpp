// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/leaksource.h"

#include <QMimeData>
#include <QUrl>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

const auto PlainText = "text/plain"_L1;
const auto Html = "text/html"_L1;

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    const auto urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

LeakSource leakSourceOf(const QMimeData *data)
{
    LeakSource source;
    if (!data)
        return source;
    const QStringList paths = localFiles(*data);
    if (!paths.isEmpty()) {
        source.kind = paths.size() == 1 ? LeakSource::Kind::File : LeakSource::Kind::SeveralFiles;
        source.path = paths.first();
        return source;
    }
    // As bytes: no QString is made that would have to be wiped.
    for (const auto format : {PlainText, Html}) {
        if (!data->hasFormat(format))
            continue;
        source.kind = LeakSource::Kind::Text;
        source.text = Secret::take(data->data(format));
        if (!source.text.isEmpty())
            return source;
    }
    if (data->hasImage())
        source.kind = LeakSource::Kind::Picture;
    return source;
}

bool hasLeakSource(const QMimeData *data)
{
    return data
           && (data->hasUrls() || data->hasFormat(PlainText) || data->hasFormat(Html)
               || data->hasImage());
}

} // namespace rox
