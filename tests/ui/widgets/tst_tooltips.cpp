// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/labels.h"
#include "ui/widgets/tooltips.h"

#include <QTest>
#include <QTextDocument>

using namespace rox;
using namespace Qt::StringLiterals;

class TestToolTips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItWasGiven_data();
    void saysWhatItWasGiven();
    void nothingHasNone();
    void anElidedLabelHasOne();
};

namespace {

/// Interprets a tooltip like QToolTip.
QString read(const QString &toolTip)
{
    if (!Qt::mightBeRichText(toolTip))
        return toolTip;
    QTextDocument document;
    document.setHtml(toolTip);
    return document.toPlainText();
}

} // namespace

void TestToolTips::saysWhatItWasGiven_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << u"R&D <b>x</b>"_s;
    QTest::newRow("ampersand alone") << u"R&D"_s;
    QTest::newRow("entity") << u"&amp;"_s;
    QTest::newRow("lines") << u"one\ntwo"_s;
}

void TestToolTips::saysWhatItWasGiven()
{
    QFETCH(QString, text);
    const QString toolTip = plainToolTip(text);
    QVERIFY(Qt::mightBeRichText(toolTip)); // only rich text is wrapped
    QCOMPARE(read(toolTip), text);
}

void TestToolTips::nothingHasNone()
{
    QVERIFY(plainToolTip({}).isEmpty());
    QVERIFY(plainToolTip(QString(1'000'000, u'x')).size() < 10'000);
}

void TestToolTips::anElidedLabelHasOne()
{
    QWidget window;
    ElidedLabel label(u"R&D <b>x</b>"_s, &window);
    label.resize(1000, 20);
    window.show();
    QVERIFY(label.toolTip().isEmpty());
    label.resize(20, 20);
    QCOMPARE(read(label.toolTip()), u"R&D <b>x</b>"_s);
}

QTEST_MAIN(TestToolTips)
#include "tst_tooltips.moc"
