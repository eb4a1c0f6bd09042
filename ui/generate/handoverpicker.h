// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/handover.h"

#include <QWidget>

class QLabel;

namespace rox {

class SegmentedBar;

/// "Hand over as": the form in which the value is copied and saved, with a preview.
class HandoverPicker : public QWidget
{
    Q_OBJECT

public:
    HandoverPicker(Token token, QWidget *parent);
    void setPlace(const HandoverPlace &place);
    [[nodiscard]] HandoverForm form() const;
    /// The text of the button that copies this form: "Copy Secret".
    [[nodiscard]] QString copyText() const;

Q_SIGNALS:
    void chosen();

private:
    void showPreview();

    Token m_token;
    HandoverPlace m_place;
    SegmentedBar *m_forms;
    QLabel *m_preview;
};

} // namespace rox
