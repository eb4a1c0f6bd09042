// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/statuspill.h"

#include "ui/style/type.h"

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

StatusPill::StatusPill(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"status"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

StatusLook StatusPill::look(const Tones &tones) const
{
    return m_isUnknown ? unknownLook(tones) : statusLook(m_status, tones);
}

void StatusPill::setStatus(TokenStatus status, bool isUnknown)
{
    m_status = status;
    m_isUnknown = isUnknown;
    setAccessibleName(tr("Status: %1").arg(look({}).word));
    setToolTip(isUnknown ? tr("It may or may not be revoked: Central's answer was lost.")
                         : QString());
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    const QFontMetrics metrics(pillFont());
    return {statusPillWidth(look({}), pillFont()), std::max(20, metrics.height() + 4)};
}

void StatusPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect at = rect();
    // Without fill or outline the padding would look like an indent.
    if (!look({}).filled && !look({}).outlined)
        at.translate(layoutDirection() == Qt::RightToLeft ? 8 : -8, 0);
    paintStatusPill(&painter, at, look(tonesOf(palette())), pillFont());
}

} // namespace rox
