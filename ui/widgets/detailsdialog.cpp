// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/detailsdialog.h"

#include "models/values/visibletext.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/joinedframe.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 640;
constexpr int Margin = 24;
constexpr int MaxLines = 16;
constexpr int MinLines = 4;
constexpr int SentenceMax = 1000;
constexpr int DetailsMax = 10'000;

/// Its size hint is the height of its text, within limits.
class DetailsText final : public QPlainTextEdit
{
public:
    DetailsText(const QString &details, QWidget *parent)
        : QPlainTextEdit(parent)
    {
        QStringList lines;
        for (const QString &line : details.left(DetailsMax).split(u'\n'))
            lines.append(visibleText(line));
        setReadOnly(true);
        setFrameShape(QFrame::NoFrame);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setTabChangesFocus(true);
        setFont(fixedTypeface(font()));
        setLayoutDirection(Qt::LeftToRight);
        setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        setPlainText(lines.join(u'\n'));
        m_lines = std::clamp(int(lines.size()), MinLines, MaxLines);
    }

    [[nodiscard]] QSize sizeHint() const override { return {Width, heightOf(m_lines)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, heightOf(MinLines)}; }

private:
    [[nodiscard]] int heightOf(int lines) const
    {
        const int line = fontMetrics().lineSpacing(); // QPlainTextEdit scrolls by whole lines: half
                                                      // a line more avoids a scroll bar
        return lines * line + line / 2 + 2 * int(document()->documentMargin());
    }

    int m_lines;
};

} // namespace

DetailsDialog::DetailsDialog(const QString &sentence, const QString &details, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Details"));
    setObjectName(u"details"_s);
    auto *said = new TextLabel(TextSize::Body, this);
    said->setObjectName(u"detailsSentence"_s);
    said->showText(shownText(sentence, SentenceMax));
    auto *frame = new JoinedFrame(this);
    auto *text = new DetailsText(details, frame);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(8, 5, 1, 5);
    inside->addWidget(text);
    text->setObjectName(u"technicalDetails"_s);
    text->setAccessibleName(tr("Technical details"));
    auto *copy = new QPushButton(symbolIcon(u"copy"_s), tr("Copy details"), this);
    copy->setObjectName(u"copyDetails"_s);
    copy->setAccessibleName(copy->text());
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"close"_s);
    close->setAccessibleName(close->text());
    auto *buttons = new ButtonBox(this);
    buttons->addButton(close, QDialogButtonBox::RejectRole);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(copy);
    row->addStretch(1);
    row->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(16);
    column->addWidget(said);
    column->addWidget(frame, 1);
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this,
            [details] { QGuiApplication::clipboard()->setText(details); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    close->setDefault(true);
    close->setFocus(Qt::OtherFocusReason);
    fitDialog(this, Width);
}

} // namespace rox
