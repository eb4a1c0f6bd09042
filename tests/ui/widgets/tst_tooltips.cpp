// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/textlabel.h"
#include "ui/widgets/tooltips.h"

#include <QApplication>
#include <QHelpEvent>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

using namespace rox;
using namespace Qt::StringLiterals;

class TestToolTips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toolTipShowsMarkupAsText_data();
    void toolTipShowsMarkupAsText();
    void emptyTextHasNoToolTip();
    void elidedLabelShowsItsWholeText();
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

void TestToolTips::toolTipShowsMarkupAsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << u"R&D <b>x</b>"_s;
    QTest::newRow("ampersand alone") << u"R&D"_s;
    QTest::newRow("entity") << u"&amp;"_s;
    QTest::newRow("lines") << u"one\ntwo"_s;
}

void TestToolTips::toolTipShowsMarkupAsText()
{
    QFETCH(QString, text);
    const QString toolTip = plainToolTip(text);
    QVERIFY(Qt::mightBeRichText(toolTip)); // only rich text is wrapped
    QCOMPARE(read(toolTip), text);
}

void TestToolTips::emptyTextHasNoToolTip()
{
    QVERIFY(plainToolTip({}).isEmpty());
    QVERIFY(plainToolTip(QString(1'000'000, u'x')).size() < 10'000);
}

void TestToolTips::elidedLabelShowsItsWholeText()
{
    QWidget window;
    auto *label = elidedLabel({u"R&D <b>x</b>"_s}, &window);
    window.show();
    const auto hover = [label] {
        QHelpEvent event(QEvent::ToolTip, {5, 5}, label->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(label, &event);
        return read(QToolTip::text());
    };
    label->resize(1000, 20);
    QVERIFY(hover().isEmpty());
    label->resize(20, 20);
    QCOMPARE(hover(), u"R&D <b>x</b>"_s);
}

QTEST_MAIN(TestToolTips)
#include "tst_tooltips.moc"
