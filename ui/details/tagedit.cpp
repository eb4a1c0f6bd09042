// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/tagedit.h"

#include "models/tokens/tokennote.h"
#include "ui/details/tagchip.h"
#include "ui/style/typography.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokenguard.h"

#include <QApplication>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 4;
constexpr int FieldWidth = 96;

/// Its children one after another, on as many lines as they need.
class TagFlow final : public QWidget
{
public:
    explicit TagFlow(QWidget *parent)
        : QWidget(parent)
    {
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    void setContent(const QWidgetList &content)
    {
        m_content = content;
        place(width(), true);
        updateGeometry();
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return place(width, false); }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {FieldWidth, heightForWidth(std::max(width(), FieldWidth))};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {FieldWidth, 20}; }

protected:
    void resizeEvent(QResizeEvent *) override { place(width(), true); }

private:
    int place(int width, bool isApplied) const
    {
        int left = 0;
        int top = 0;
        int line = 0;
        for (QWidget *each : m_content) {
            const QSize size(std::min(each->sizeHint().width(), width), each->sizeHint().height());
            if (left > 0 && left + size.width() > width) {
                top += line + Gap;
                left = line = 0;
            }
            if (isApplied)
                each->setGeometry(
                    QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(left, top), size)));
            left += size.width() + Gap;
            line = std::max(line, size.height());
        }
        return top + line;
    }

    QWidgetList m_content;
};

/// As tall as a chip.
class TagField final : public QLineEdit
{
public:
    explicit TagField(QWidget *parent)
        : QLineEdit(parent)
    {
        setFont(typeface(QApplication::font(), TextSize::Secondary));
        setTextMargins(4, 0, 4, 0);
    }

    [[nodiscard]] QSize sizeHint() const override { return {FieldWidth, tagHeight()}; }
};

} // namespace

TagEdit::TagEdit(QWidget *parent)
    : QWidget(parent)
    , m_flow(new TagFlow(this))
    , m_field(new TagField(m_flow))
    , m_problem(new FieldNote(m_field, this))
{
    m_field->setObjectName(u"tokenTags"_s);
    m_field->setAccessibleName(tr("Tags"));
    m_field->setPlaceholderText(tr("Add tag"));
    auto *heading = new TextLabel(TextSize::Secondary, this);
    heading->showText(tr("Tags"), TextTone::Secondary, true);
    heading->setBuddy(m_field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 13, 0, 0);
    column->setSpacing(4);
    column->addWidget(heading);
    column->addWidget(m_flow);
    column->addWidget(m_problem);
    connect(m_field, &QLineEdit::editingFinished, this, &TagEdit::add);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_refusal.clear();
        showState();
        if (text.contains(u','))
            add();
    });
    connect(new TokenGuard(m_field, MaxNote), &TokenGuard::refused, this, [this] {
        m_refusal = tr("This is a token. It was not kept as a tag.");
        showState();
    });
    showTags();
}

void TagEdit::setTags(const QString &tokenId, const QStringList &listed)
{
    if (tokenId != m_id) {
        add();
        m_field->clear();
        m_refusal.clear();
        m_id = tokenId;
    }
    m_listed = listed;
    const QStringList shown = tagsOfText(m_drafts.shown(m_id, tagsAsText(m_listed)));
    if (shown != m_shown) {
        m_shown = shown;
        showTags();
    }
    showState();
}

void TagEdit::add()
{
    const QStringList added = cleanedTags({m_field->text()});
    if (added.isEmpty() || m_id.isEmpty())
        return;
    m_field->clear();
    const QStringList tags = cleanedTags(m_shown + added);
    if (m_shown.size() + added.size() > MaxTags)
        m_refusal = tr("A token has at most %L1 tags.").arg(MaxTags);
    choose(tags);
}

void TagEdit::takeAway(const QString &tag)
{
    QStringList tags = m_shown;
    tags.removeAll(tag);
    m_field->setFocus(Qt::OtherFocusReason); // the chip that had it may go
    choose(tags);
}

void TagEdit::choose(const QStringList &tags)
{
    if (tags != m_shown) {
        m_drafts.send(m_id, tagsAsText(tags), tagsAsText(m_listed));
        m_shown = tags;
        showTags();
        Q_EMIT chosen(m_id, tags);
    }
    showState();
}

void TagEdit::settle(const QString &tokenId, const QStringList &tags, const QString &reason)
{
    m_drafts.settle(tokenId, tagsAsText(tags), reason);
    showState();
}

void TagEdit::showTags()
{
    while (m_chips.size() > m_shown.size()) {
        TagChip *last = m_chips.takeLast();
        last->hide();
        last->deleteLater(); // it may have asked for this itself
    }
    while (m_chips.size() < m_shown.size()) {
        auto *chip = new TagChip(m_flow);
        connect(chip, &TagChip::takenAway, this, [this, chip] { takeAway(chip->tag()); });
        m_chips.append(chip);
    }
    QWidgetList content;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        m_chips.at(i)->setTag(m_shown.at(i));
        m_chips.at(i)->show();
        content.append(m_chips.at(i));
    }
    content.append(m_field);
    static_cast<TagFlow *>(m_flow)->setContent(content);
}

void TagEdit::showState()
{
    const NoteDrafts::Draft *draft = m_drafts.find(m_id);
    const bool isFailed = draft && draft->state == NoteDrafts::State::Failed;
    m_problem->showText(isFailed ? draft->reason : m_refusal,
                        isFailed ? NoteTone::Problem : NoteTone::Caution);
}

} // namespace rox
