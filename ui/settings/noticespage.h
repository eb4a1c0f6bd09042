// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/settings/noticesmodel.h"

#include <QWidget>

class QCheckBox;

namespace rox {

class TextLabel;

/// The page "Notifications" of Settings.
class NoticesPage : public QWidget
{
    Q_OBJECT

public:
    NoticesPage(const NoticePreferences &notices, const QList<NoticeServer> &servers,
                QWidget *parent = nullptr);

    /// Whether nothing is shown until tomorrow; silent.
    void setQuiet(bool isQuiet);

    /// Whether the desktop has taken the example.
    void showExampleOutcome(bool isShown);

Q_SIGNALS:
    void edited(const rox::PreferenceEdit &edit);
    void exampleRequested();
    void quietChosen(bool isQuiet); ///< until tomorrow

private:
    QCheckBox *m_quiet;
    TextLabel *m_outcome;
};

} // namespace rox
