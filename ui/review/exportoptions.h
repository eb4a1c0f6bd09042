// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/review/exportchoice.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace rox {

class TextLabel;

/// What only CSV has: the separator, and the guard against formulas.
class CsvOptions : public QWidget
{
    Q_OBJECT

public:
    explicit CsvOptions(QWidget *parent);
    [[nodiscard]] CsvStyle style() const;

Q_SIGNALS:
    void chosen();

private:
    QComboBox *m_separator;
    QCheckBox *m_guard;
    TextLabel *m_note;
};

/// What only the report has: its title, and who reviews.
class ReportOptions : public QWidget
{
    Q_OBJECT

public:
    ReportOptions(const ExportOffer &offer, QWidget *parent);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString reviewer() const;

private:
    QLineEdit *m_title;
    QLineEdit *m_reviewer;
};

/// The first lines of the file, in the fixed font.
class ExportPreview : public QWidget
{
    Q_OBJECT

public:
    explicit ExportPreview(QWidget *parent);
    static constexpr int Lines = 3;
    void showLines(const QStringList &lines);

private:
    QLabel *m_lines;
};

} // namespace rox
