// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/clock.h"

#include <QWidget>

#include <optional>

class QDateTimeEdit;
class QLabel;
class QTimer;

namespace rox {

class SegmentedBar;
class SymbolMark;

/// When a token expires: so many days from now, in the user's calendar, or a time of one's own.
/// Always whole seconds, as Central keeps no fraction; Central refuses what is past.
class ExpiryPicker : public QWidget
{
    Q_OBJECT

public:
    explicit ExpiryPicker(const Clock *clock, QWidget *parent = nullptr);

    /// Of this moment: the presets count from the clock's now.
    [[nodiscard]] UtcMs expiresAt() const;
    void setExpiresAt(UtcMs time);             ///< NoTime: the preset of 90 days
    [[nodiscard]] QString lengthWords() const; ///< "90 days"
    [[nodiscard]] bool isComplete() const;     ///< not past
    /// What Central said of the expiration; goes with the next change.
    void setError(const QString &error);
    void setLocked(bool locked);
    void takeFocus();

Q_SIGNALS:
    void expiryChanged();

private:
    void choose(int segment);
    void showNow();
    void say();
    [[nodiscard]] std::optional<int> presetDays() const;

    const Clock *m_clock;
    SegmentedBar *m_bar;
    QDateTimeEdit *m_edit;
    SymbolMark *m_mark;
    QLabel *m_hint;
    QTimer *m_timer;
    QString m_error;
    bool m_locked = false;
};

} // namespace rox
