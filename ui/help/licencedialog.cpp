// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/help/licencedialog.h"

#include "ui/style/typography.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/joinedframe.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/screenfit.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 24;
constexpr QSize Usual(640, 480);
constexpr QSize LeastText(200, 100);

QString licenceText()
{
    QFile file(u":/LICENSE"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

LicenceDialog::LicenceDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Licence"));
    setObjectName(u"licenceDialog"_s);
    auto *frame = new JoinedFrame(this);
    auto *text = new QPlainTextEdit(licenceText(), frame);
    text->setObjectName(u"licenceText"_s);
    text->setAccessibleName(tr("Licence text"));
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setTabChangesFocus(true);
    text->setFont(fixedTypeface(font()));
    text->setLayoutDirection(Qt::LeftToRight);
    text->setMinimumSize(LeastText);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(8, 5, 1, 5);
    inside->addWidget(text);
    auto *close = pushButton(tr("Close"), u"closeLicence"_s, this);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new ButtonBox(this);
    buttons->addButton(close, QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(16);
    column->addWidget(frame, 1);
    column->addWidget(buttons);
    close->setDefault(true);
    text->setFocus(Qt::OtherFocusReason);
    resize(fittedSize(Usual, screen()->availableSize()));
}

} // namespace rox
