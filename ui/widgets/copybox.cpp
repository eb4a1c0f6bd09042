// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/copybox.h"

#include "ui/style/symbols.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tooltips.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int PairsInALine = 8;

} // namespace

/// Elides a word that is longer than the line, never a hash: its minimum width is a line of a hash.
class CopyBox::Text final : public QLabel
{
public:
    using QLabel::QLabel;

    void showText(const QString &text)
    {
        m_whole = text;
        elide();
    }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QString hash = QStringList(PairsInALine, u"DD"_s).join(u':');
        return {textWidth(font(), hash) + 2, fontMetrics().height()};
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        elide();
    }

private:
    void elide()
    {
        const QFontMetrics metrics(font());
        QString shown;
        QString word;
        const auto endWord = [&] {
            shown += metrics.elidedText(word, Qt::ElideMiddle, std::max(1, contentsRect().width()));
            word.clear();
        };
        for (const QChar c : m_whole) {
            if (!c.isSpace()) {
                word += c;
                continue;
            }
            endWord();
            shown += c;
        }
        endWord();
        setToolTip(shown == m_whole ? QString() : plainToolTip(m_whole));
        setText(shown);
    }

    QString m_whole;
};

CopyBox::CopyBox(const QString &symbol, const QString &name, QWidget *parent, TextSize size)
    : JoinedFrame(parent)
    , m_text(new Text(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(fixedTypeface(font(), size));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFocusPolicy(Qt::StrongFocus); // Qt sets ClickFocus for selectable text
    m_text->setAccessibleName(name);
    m_text->setObjectName(u"copyText"_s);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // A hash and a command are left-to-right in every language.
    m_text->setLayoutDirection(Qt::LeftToRight);
    auto *copy = new QPushButton(symbolIcon(u"copy"_s), tr("Copy"), this);
    copy->setAccessibleName(tr("Copy: %1").arg(name));
    copy->setObjectName(u"copyButton"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    if (!symbol.isEmpty())
        row->addWidget(new SymbolMark(symbol, TextTone::Secondary, 14, this), 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(copy);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_copied); });
}

void CopyBox::setText(const QString &shown, const QString &copied)
{
    m_text->showText(shown);
    // QAccessible::Name hides the text of a QLabel from a screen reader.
    m_text->setAccessibleDescription(copied);
    m_copied = copied;
}

} // namespace rox
