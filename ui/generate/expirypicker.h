// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/clock.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTimer;

namespace rox {

class SegmentedBar;
class SymbolMark;
class TimeField;

/// The expiration of a token: a number of days from now, in the user's calendar, or a custom time.
/// In whole seconds, as Central keeps no fraction. Central refuses a time that has passed.
class ExpiryPicker : public QWidget
{
    Q_OBJECT

public:
    explicit ExpiryPicker(const Clock *clock, QWidget *parent = nullptr);

    /// Presets count from the clock's present time.
    [[nodiscard]] UtcMs expiresAt() const;
    void setExpiresAt(UtcMs time); ///< NoTime: the preset of 90 days
    /// As long as another token was valid: the preset of that many days, or the time itself.
    void setLength(UtcMs length);
    [[nodiscard]] QString lengthWords() const; ///< "90 days"
    [[nodiscard]] bool isComplete() const;     ///< not past
    /// Central's complaint about the expiration; ends with the next change.
    void setError(const QString &error);
    void setLocked(bool locked);
    void takeFocus();

Q_SIGNALS:
    void expiryChanged();

private:
    void choose(int segment);
    void showNow();
    void showText();
    [[nodiscard]] std::optional<int> presetDays() const;

    const Clock *m_clock;
    SegmentedBar *m_bar;
    TimeField *m_edit;
    QLabel *m_before; ///< how long the token before was valid
    SymbolMark *m_mark;
    QLabel *m_hint;
    QTimer *m_timer;
    QString m_error;
    bool m_locked = false;
};

} // namespace rox
