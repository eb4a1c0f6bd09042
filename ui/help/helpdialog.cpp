// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/help/helpdialog.h"

#include "ui/help/helptopics.h"
#include "ui/style/typography.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pagelist.h"
#include "ui/widgets/screenfit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QTextBrowser>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize Size(640, 480);
} // namespace

HelpDialog::HelpDialog(QWidget *parent)
    : QDialog(parent)
    , m_list(new PageList(tr("Help topics"), u"helpTopics"_s, this))
    , m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("Help"));
    setObjectName(u"helpDialog"_s);
    m_text->setObjectName(u"helpText"_s);
    m_text->setAccessibleName(tr("Help text"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setMinimumSize(200, 100);
    m_text->document()->setDocumentMargin(20);
    for (const HelpTopic &topic : helpTopics())
        m_list->addPage(topic.symbol, topic.title());
    auto *list = new QVBoxLayout;
    list->setContentsMargins(8, 8, 8, 8);
    list->addWidget(m_list);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(list);
    row->addWidget(m_text, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpDialog::fill);
    connect(m_text, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &link) { showTopic(link.toString()); });
    m_list->setCurrentRow(0);
    m_list->setFocus(Qt::OtherFocusReason);
    fitDialog(this, Size.width());
    resize(fittedSize(Size.expandedTo(size()), screen()->availableSize()));
}

void HelpDialog::showTopic(const QString &id)
{
    const auto topics = helpTopics();
    const auto found = std::find_if(topics.begin(), topics.end(),
                                    [&](const HelpTopic &topic) { return topic.id == id; });
    m_list->setCurrentRow(found == topics.end() ? 0 : int(found - topics.begin()));
}

void HelpDialog::fill(int row)
{
    if (row < 0)
        return;
    const HelpTopic &topic = helpTopics()[std::size_t(row)];
    const QFont body = font();
    const QString style = u"h2 { font-size: %1px; font-weight: 600; margin: 0 0 8px 0 }"
                          "h3 { font-size: %2px; font-weight: 600; margin: 14px 0 2px 0 }"
                          "p { margin: 2px 0 4px 0 } a { color: %3; text-decoration: none }"_s
                              .arg(QFontInfo(typeface(body, TextSize::DialogHeading)).pixelSize())
                              .arg(QFontInfo(body).pixelSize())
                              .arg(palette().color(QPalette::Active, QPalette::Link).name());
    m_text->document()->setDefaultStyleSheet(style);
    m_text->setHtml(u"<h2>%1</h2>%2"_s.arg(topic.title().toHtmlEscaped(), topic.text()));
}

void HelpDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill(m_list->currentRow());
}

} // namespace rox
