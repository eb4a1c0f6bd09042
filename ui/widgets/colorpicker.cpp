// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/colorpicker.h"

#include "ui/style/calmpaint.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/style/servercolors.h"
#include "ui/widgets/chips.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int SwatchSize = 26;
constexpr int MarkSize = 14;
constexpr int Gap = 3;

/// A radio button that paints a server's mark; the checked one has a frame.
class Swatch final : public QRadioButton
{
public:
    Swatch(QString colorName, const QString &name, QWidget *parent)
        : QRadioButton(parent)
        , m_colorName(std::move(colorName))
    {
        setFixedSize(SwatchSize, SwatchSize);
        setAccessibleName(name);
        setToolTip(name);
        setObjectName(m_colorName);
    }

protected:
    [[nodiscard]] bool hitButton(const QPoint &point) const override
    {
        return rect().contains(point);
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const StatusColors tones = statusColors(palette());
        if (isChecked()) {
            calm::roundedBox(&painter, rect().adjusted(1, 1, -1, -1),
                             palette().color(QPalette::Active, QPalette::Base), Qt::transparent);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(isEnabled() ? tones.focusRing : tones.fieldLine, 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        } else if (underMouse() && isEnabled()) {
            calm::roundedBox(&painter, rect(), tones.panelLine, Qt::transparent);
        }
        if (hasFocus() && !qobject_cast<CalmStyle *>(style())) { // which has a ring of its own
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(palette().color(QPalette::Active, QPalette::WindowText), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), 4, 4);
        }
        QRect mark(0, 0, MarkSize, MarkSize);
        mark.moveCenter(rect().center());
        paintServerMark(&painter, mark, serverColor(m_colorName, tones.dark));
    }

private:
    QString m_colorName;
};

} // namespace

ColorPicker::ColorPicker(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"color"_s);
    setAccessibleName(tr("Color"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Gap);
    int number = 0;
    for (const ServerColor &each : serverColors()) {
        auto *swatch = new Swatch(each.name, each.title(), this);
        swatch->setFocusPolicy(Qt::ClickFocus);
        // Tab focuses the checked one; the next Tab leaves the group.
        connect(swatch, &QAbstractButton::toggled, swatch, [swatch](bool chosen) {
            swatch->setFocusPolicy(chosen ? Qt::StrongFocus : Qt::ClickFocus);
        });
        m_group->addButton(swatch, number++);
        row->addWidget(swatch);
    }
    m_group->button(0)->setChecked(true);
}

QStringList ColorPicker::colorNames()
{
    QStringList names;
    for (const ServerColor &each : serverColors())
        names.append(each.name);
    return names;
}

QString ColorPicker::colorName() const
{
    return m_group->checkedButton()->objectName();
}

void ColorPicker::setColorName(const QString &name)
{
    const auto at = colorNames().indexOf(name);
    m_group->button(at < 0 ? 0 : int(at))->setChecked(true);
}

} // namespace rox
