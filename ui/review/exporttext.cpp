// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/exporttext.h"

#include "models/tokens/tokenviews.h"
#include "models/values/visibletext.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace rox {

using namespace Qt::StringLiterals;

namespace exporttext {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportText)
};

bool isOfOneView(const TokenQuery &query)
{
    return query.status || query.flags;
}

QString nextStep(ExportOutcome::Cause cause)
{
    switch (cause) {
    case ExportOutcome::Cause::NoPermission:
        return Text::tr("Choose a folder that you may write to.");
    case ExportOutcome::Cause::DiskFull:
        return Text::tr("Free some space, or choose a folder on another disk.");
    case ExportOutcome::Cause::FolderGone:
        return Text::tr("Choose another folder.");
    case ExportOutcome::Cause::Other:
    case ExportOutcome::Cause::None:
        break;
    }
    return Text::tr("Choose another folder or another name.");
}

QString lead(const ExportOutcome &outcome)
{
    const QString folder = shownPath(QFileInfo(outcome.path).absolutePath());
    switch (outcome.cause) {
    case ExportOutcome::Cause::NoPermission:
        return Text::tr("Not written: you may not write to %1.").arg(folder);
    case ExportOutcome::Cause::DiskFull:
        return Text::tr("Not written: the disk is full.");
    case ExportOutcome::Cause::FolderGone:
        return Text::tr("Not written: the folder %1 is not there any more.").arg(folder);
    case ExportOutcome::Cause::Other:
    case ExportOutcome::Cause::None:
        break;
    }
    return Text::tr("Not written: %1.").arg(shownText(outcome.systemText));
}

} // namespace

QString button(ExportFormat format, quint32 rows)
{
    return format == ExportFormat::Report ? Text::tr("Save report…")
                                          : Text::tr("Export %Ln row(s)…", nullptr, int(rows));
}

QString rows(ExportRows rows, quint32 count)
{
    switch (rows) {
    case ExportRows::Shown:
        //: Rows of the list: those that are shown
        return Text::tr("The %Ln shown", nullptr, int(count));
    case ExportRows::Selected:
        //: Rows of the list: those that are selected
        return Text::tr("The %Ln selected", nullptr, int(count));
    case ExportRows::ToRevoke:
        //: Rows of the list: those that a clean-up revokes
        return Text::tr("The %Ln to revoke", nullptr, int(count));
    case ExportRows::Staying:
        //: Rows of the list: those that a clean-up leaves
        return Text::tr("The %Ln that stay(s)", nullptr, int(count));
    case ExportRows::All:
        break;
    }
    //: Rows of the list: all of them
    return Text::tr("All %Ln", nullptr, int(count));
}

QString expiry(const TimeRange &range)
{
    if (range.until == NoTime)
        //: A filter of the list; a date
        return Text::tr("expires from %1").arg(mediumDate(range.from));
    const QString last = mediumDate(range.until - SecondMs);
    if (range.from == NoTime)
        //: A filter of the list; a date
        return Text::tr("expires until %1").arg(last);
    //: A filter of the list; two dates
    return Text::tr("expires %1 to %2").arg(mediumDate(range.from), last);
}

QString filter(const TokenQuery &query)
{
    QStringList filters;
    if (isOfOneView(query))
        filters.append(viewOf(query).title());
    if (const QString text = query.text.trimmed(); !text.isEmpty())
        //: A filter of the list: what the user typed into the search
        filters.append(Text::tr("search: %1").arg(shownName(text)));
    for (const QString &role : query.roles)
        //: A filter of the list: the name of a role
        filters.append(Text::tr("role: %1").arg(shownName(role)));
    if (!query.expiry.isOpen())
        filters.append(expiry(query.expiry));
    return filters.isEmpty() ? Text::tr("All tokens") : filters.join(", "_L1);
}

QString chosenRows(ExportRows rows, const ExportOffer &offer)
{
    switch (rows) {
    case ExportRows::Shown:
        return offer.filter;
    case ExportRows::Selected:
        return Text::tr("%Ln selected token(s)", nullptr, int(offer.counts[ExportRows::Selected]));
    case ExportRows::ToRevoke:
        //: Which tokens a file has; %1 is the filter: "Expired"
        return Text::tr("to revoke, of: %1").arg(offer.filter);
    case ExportRows::Staying:
        //: Which tokens a file has; %1 is the filter: "Expired"
        return Text::tr("not to revoke, of: %1").arg(offer.filter);
    case ExportRows::All:
        break;
    }
    return filter({});
}

QString leftOut(ExportRows rows, const ExportOffer &offer)
{
    const int hidden = int(offer.counts[ExportRows::All] - offer.count(rows));
    if (hidden == 0)
        return Text::tr("no token of this list");
    switch (rows) {
    case ExportRows::Selected:
        return Text::tr("%Ln token(s) that are not selected", nullptr, hidden);
    case ExportRows::ToRevoke:
    case ExportRows::Staying:
        return Text::tr("%Ln other token(s) of this list", nullptr, hidden);
    case ExportRows::Shown:
    case ExportRows::All:
        break;
    }
    return Text::tr("%Ln token(s) that the filter hides", nullptr, hidden);
}

QString title(const TokenQuery &query)
{
    return isOfOneView(query) ? Text::tr("Review of API tokens: %1").arg(viewOf(query).title())
                              : Text::tr("Review of API tokens");
}

QString cleanUpTitle(const QString &filter)
{
    //: Title of a report; %1 is a filter of the list: "Expired"
    return Text::tr("Clean-up of API tokens: %1").arg(filter);
}

QString progress(const QString &path, qsizetype rows, qsizetype all)
{
    if (path.isEmpty())
        return Text::tr("Printing: %L1 of %L2 rows").arg(rows).arg(all);
    return Text::tr("Writing %1: %L2 of %L3 rows")
        .arg(shownName(QFileInfo(path).fileName()))
        .arg(rows)
        .arg(all);
}

Sentence written(const ExportOutcome &outcome)
{
    return {Text::tr("%Ln row(s) written", nullptr, int(outcome.rows)),
            Text::tr("to %1, %2.")
                .arg(shownPath(outcome.path), QLocale().formattedDataSize(outcome.bytes))};
}

Sentence printed(const ExportOutcome &outcome, const QString &printer)
{
    return {Text::tr("%Ln row(s) printed", nullptr, int(outcome.rows)),
            //: Where rows were printed: on a printer, or into a file
            Text::tr("to %1.").arg(shownText(printer))};
}

Sentence notPrinted(const QString &printer)
{
    return {Text::tr("Not printed: %1 does not take the pages.").arg(shownText(printer)),
            Text::tr("Choose another printer, or save the report.")};
}

Sentence printCancelled()
{
    return {Text::tr("Cancelled."), Text::tr("Nothing was printed.")};
}

Sentence failure(const ExportOutcome &outcome)
{
    return {lead(outcome), Text::tr("No half file was left. %1").arg(nextStep(outcome.cause))};
}

Sentence cancelled()
{
    return {Text::tr("Cancelled."), Text::tr("No file was written.")};
}

QString reportDate(UtcMs time, UtcMs now)
{
    return time >= NeverMs ? shortDate(time, now) : mediumDate(time);
}

QString shownPath(const QString &path)
{
    const QString home = QDir::homePath();
    return shownText(path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path);
}

} // namespace exporttext

} // namespace rox
