// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/htmlwriter.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "tests/models/review/reviewsamples.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

/// Every start tag with its attributes, the texts of cells by row, and the caption.
const QString HtmlReader = uR"(
import html.parser, json, sys
class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.rows, self.caption, self.at, self.open = [], [], '', '', []
    def handle_starttag(self, tag, attrs):
        self.tags.append([tag, dict(attrs)])
        if tag not in ('meta',):
            self.open.append(tag)
        if tag == 'tr':
            self.rows.append([])
        if tag in ('td', 'th'):
            self.rows[-1].append('')
        self.at = tag
    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag
        self.at = ''
    def handle_data(self, data):
        if self.at in ('td', 'th'):
            self.rows[-1][-1] += data
        if self.at == 'caption':
            self.caption += data
page = Page()
page.feed(open(sys.argv[1], encoding='utf-8').read())
page.close()
assert not page.open
print(json.dumps({'tags': page.tags, 'rows': page.rows, 'caption': page.caption}))
)"_s;

QJsonObject readBack(const Review &review)
{
    return readByPython(written(review, ExportFormat::Html), HtmlReader).object();
}

} // namespace

class TestHtmlWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileNamesAreTextOfTheirCells();
    void headersHaveTheirScope();
    void noTagRunsOrLoadsAnything();
    void captionSaysWhereTheRowsAreFrom();
};

void TestHtmlWriter::hostileNamesAreTextOfTheirCells()
{
    const QList<Token> tokens = hostileTokens();
    const QJsonArray rows = readBack(reviewOf(tokens)).value("rows"_L1).toArray();
    QCOMPARE(rows.size(), tokens.size() + 1);
    const int name = sectionOf(TokenColumn::Name);
    const auto columns = reviewOf(tokens).tokenColumns();
    const qsizetype id = columns.indexOf(ReviewColumn(infoOf(TokenColumn::Id)));
    for (qsizetype at = 0; at < tokens.size(); ++at) {
        const QJsonArray row = rows.at(at + 1).toArray();
        const QString shown = visibleText(tokens.at(at).name);
        QCOMPARE(row.at(name).toString(), hasVisibleCharacter(shown) ? shown : TokenText::name({}));
        QCOMPARE(row.at(id).toString(), tokens.at(at).id);
    }
}

void TestHtmlWriter::headersHaveTheirScope()
{
    const QList<Token> tokens = hostileTokens();
    const QJsonArray tags = readBack(reviewOf(tokens)).value("tags"_L1).toArray();
    qsizetype columns = 0;
    qsizetype rows = 0;
    for (const auto &tag : tags) {
        if (tag.toArray().at(0).toString() != "th"_L1)
            continue;
        const QString scope = tag.toArray().at(1).toObject().value("scope"_L1).toString();
        QVERIFY(scope == "col"_L1 || scope == "row"_L1);
        (scope == "col"_L1 ? columns : rows) += 1;
    }
    QCOMPARE(columns, reviewOf(tokens).tokenColumns().size());
    QCOMPARE(rows, tokens.size());
}

void TestHtmlWriter::noTagRunsOrLoadsAnything()
{
    const QStringList allowed{u"html"_s, u"head"_s,  u"meta"_s,    u"title"_s, u"style"_s,
                              u"body"_s, u"table"_s, u"caption"_s, u"thead"_s, u"tbody"_s,
                              u"tr"_s,   u"th"_s,    u"td"_s};
    const QJsonArray tags = readBack(reviewOf(hostileTokens())).value("tags"_L1).toArray();
    QVERIFY(!tags.isEmpty());
    for (const auto &tag : tags) {
        QVERIFY(allowed.contains(tag.toArray().at(0).toString()));
        const QStringList attributes = tag.toArray().at(1).toObject().keys();
        for (const QString &attribute : attributes)
            QVERIFY2(!attribute.startsWith("on"_L1) && attribute != "src"_L1
                         && attribute != "href"_L1,
                     qPrintable(attribute));
    }
}

void TestHtmlWriter::captionSaysWhereTheRowsAreFrom()
{
    const QString caption = readBack(reviewOf(hostileTokens())).value("caption"_L1).toString();
    QVERIFY(caption.contains("prod-eu (central-eu.acme.example)"_L1));
    QVERIFY(caption.contains("2026-08-25 08:40 UTC"_L1));
    QVERIFY(caption.contains("Rows: All tokens."_L1));
}

QTEST_GUILESS_MAIN(TestHtmlWriter)
#include "tst_htmlwriter.moc"
