// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/help/keysdialog.h"

#include "ui/style/colors.h"
#include "ui/style/typography.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 760;
constexpr int Margin = 24;
constexpr int CapPadding = 6;
constexpr int CapGap = 4;

/// Keys, drawn as the caps of a keyboard.
class KeyCaps final : public QWidget
{
    Q_DECLARE_TR_FUNCTIONS(KeyCaps)

public:
    KeyCaps(const KeyGroup::Line &line, QWidget *parent)
        : QWidget(parent)
    {
        //: Between the first and the last of some keys
        const QString to = tr("to");
        //: Between two keys that do the same
        const QString either = tr("or");
        for (const QStringList &caps : line.keys) {
            if (!m_pieces.isEmpty())
                m_pieces.append({line.isRange ? to : either, false});
            for (const QString &cap : caps)
                m_pieces.append({cap, true});
        }
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        int width = 0;
        for (const Piece &piece : m_pieces)
            width += widthOf(piece) + CapGap;
        return {std::max(0, width - CapGap), QFontMetrics(capFont()).height() + 8};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(capFont());
        const StatusColors tones = statusColors(palette());
        int left = 0;
        for (const Piece &piece : m_pieces) {
            const QRect box = QStyle::visualRect(layoutDirection(), rect(),
                                                 QRect(left, 1, widthOf(piece), height() - 2));
            if (piece.isCap) {
                painter.setPen(tones.buttonLine);
                painter.setBrush(palette().color(QPalette::Active, QPalette::Base));
                painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
            }
            painter.setPen(piece.isCap ? palette().color(QPalette::Active, QPalette::Text)
                                       : tones.secondary);
            painter.drawText(box, Qt::AlignCenter, piece.text);
            left += widthOf(piece) + CapGap;
        }
    }

private:
    struct Piece
    {
        QString text;
        bool isCap;
    };
    [[nodiscard]] QFont capFont() const { return typeface(font(), TextSize::Secondary); }
    [[nodiscard]] int widthOf(const Piece &piece) const
    {
        return textWidth(capFont(), piece.text) + (piece.isCap ? 2 * CapPadding : 2);
    }

    QList<Piece> m_pieces;
};

/// One line of the list: keys, and what they do.
class KeyRow final : public QWidget
{
public:
    KeyRow(const KeyGroup::Line &line, int capsWidth, QWidget *parent)
        : QWidget(parent)
    {
        QStringList spoken;
        for (const QStringList &keys : line.keys)
            spoken.append(keys.join(u'+'));
        m_text = line.deed + u' ' + spoken.join(u' ');
        auto *caps = new KeyCaps(line, this);
        caps->setMinimumWidth(capsWidth);
        auto *deed = new TextLabel(TextSize::Body, this);
        deed->showText(line.deed);
        deed->setAccessibleName(u"%1: %2"_s.arg(line.deed, spoken.join(u", "_s)));
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(16);
        row->addWidget(caps, 0, Qt::AlignLeft | Qt::AlignVCenter);
        row->addWidget(deed, 1);
    }

    [[nodiscard]] bool matches(const QString &text) const
    {
        return m_text.contains(text, Qt::CaseInsensitive);
    }

private:
    QString m_text;
};

} // namespace

KeysDialog::KeysDialog(const QList<KeyGroup> &groups, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_content(new QWidget)
{
    setWindowTitle(tr("Keys"));
    setObjectName(u"keysDialog"_s);
    m_search->setObjectName(u"searchKeys"_s);
    m_search->setAccessibleName(tr("Search keys"));
    m_search->setPlaceholderText(tr("Search keys"));
    m_search->setFixedWidth(264);
    m_search->setClearButtonEnabled(true);

    auto *columns = new QHBoxLayout(m_content);
    columns->setContentsMargins(Margin, 4, Margin, 12);
    columns->setSpacing(32);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (qsizetype at = 0; at < groups.size(); ++at) {
        QWidget *group = makeGroup(groups.at(at));
        m_groups.append(group);
        (2 * at < groups.size() ? left : right)->addWidget(group);
    }
    for (QVBoxLayout *column : {left, right}) {
        column->setSpacing(16);
        column->addStretch(1);
        columns->addLayout(column, 1);
    }

    auto *close = pushButton(tr("Close"), u"closeKeys"_s, this);
    auto *buttons = new ButtonBox(this);
    buttons->addButton(close, QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Margin, 16, Margin, 8);
    top->addWidget(m_search);
    top->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Margin, 8, Margin, 16);
    foot->addWidget(secondaryLabel(tr("Return presses the button that has the ring."), this), 1);
    foot->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(new FittedScroll(m_content, this), 1);
    column->addLayout(foot);
    connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::search);
    close->setDefault(true);
    m_search->setFocus(Qt::OtherFocusReason);
    fitDialog(this, Width);
}

QWidget *KeysDialog::makeGroup(const KeyGroup &group)
{
    auto *widget = new QWidget(m_content);
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    auto *title = new TextLabel(TextSize::Secondary, widget);
    title->showText(group.title, TextTone::Secondary, true);
    column->addWidget(title);
    int caps = 0;
    for (const KeyGroup::Line &line : group.lines)
        caps = std::max(caps, KeyCaps(line, nullptr).sizeHint().width());
    for (const KeyGroup::Line &line : group.lines)
        column->addWidget(new KeyRow(line, caps, widget));
    return widget;
}

void KeysDialog::search(const QString &text)
{
    for (QWidget *group : std::as_const(m_groups)) {
        bool any = false;
        for (QObject *child : group->children()) {
            auto *row = dynamic_cast<KeyRow *>(child);
            if (!row)
                continue;
            row->setVisible(row->matches(text.trimmed()));
            any = any || !row->isHidden();
        }
        group->setVisible(any);
    }
}

} // namespace rox
