// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/serverline.h"

#include "models/values/visibletext.h"
#include "ui/style/colors.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace rox {

namespace {

constexpr int MarkSize = 14;

class ServerMark final : public QWidget
{
public:
    ServerMark(QString colorName, QWidget *parent)
        : QWidget(parent)
        , m_colorName(std::move(colorName))
    {
        setFixedSize(MarkSize, MarkSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintServerMark(&painter, QRect(1, 1, 12, 12), serverColor(m_colorName, isDark(palette())));
    }

private:
    QString m_colorName;
};

} // namespace

QWidget *serverLine(const ServerFacts &server, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new ServerMark(server.colorName, line));
    row->addSpacing(6);
    row->addWidget(elidedLabel({shownText(server.name), TextTone::Text, true}, line));
    row->addSpacing(8);
    row->addWidget(elidedLabel({shownText(server.address), TextTone::Secondary}, line));
    row->addStretch(1);
    return line;
}

} // namespace rox
