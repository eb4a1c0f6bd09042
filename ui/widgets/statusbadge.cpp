// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/statusbadge.h"

#include "ui/style/typography.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
QFont pillFont()
{
    return typeface(QApplication::font(), TextSize::Secondary);
}
} // namespace

StatusBadge::StatusBadge(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"status"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

StatusLook StatusBadge::look(const StatusColors &tones) const
{
    return m_isUnknown ? unknownLook(tones) : statusLook(m_status, tones);
}

void StatusBadge::setStatus(TokenStatus status, bool isUnknown)
{
    m_status = status;
    m_isUnknown = isUnknown;
    setAccessibleName(tr("Status: %1").arg(look({}).word));
    setToolTip(isUnknown ? tr("It may or may not be revoked: Central's answer was lost.")
                         : QString());
    updateGeometry();
    update();
}

QSize StatusBadge::sizeHint() const
{
    const QFontMetrics metrics(pillFont());
    return {statusPillWidth(look({}), pillFont()), std::max(20, metrics.height() + 4)};
}

void StatusBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect at = rect();
    // Without fill or outline the padding would look like an indent.
    if (!look({}).filled && !look({}).outlined)
        at.translate(layoutDirection() == Qt::RightToLeft ? 8 : -8, 0);
    paintStatusBadge(&painter, at, look(statusColors(palette())), pillFont());
}

} // namespace rox
