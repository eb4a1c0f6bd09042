// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialogButtonBox>
#include <QEvent>

namespace rox {

/// The buttons of a dialog, each of which Tab reaches.
///
/// QDialogButtonBox makes its first button its focus proxy. From Qt 6.6 on that is the first one
/// that was shown, which need not stand first, and Tab passes over the buttons before it.
class ButtonBox : public QDialogButtonBox
{
public:
    using QDialogButtonBox::QDialogButtonBox;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest) // it has arranged its buttons
            setFocusProxy(nullptr);
        return QDialogButtonBox::event(event);
    }
};

} // namespace rox
