// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace rox {

class SymbolMark;
class TextLabel;

enum class NoteTone { Hint, Caution, Problem };

/// The line under a field: a hint, a caution or an error, the latter two with a symbol. Hidden
/// while its text is empty.
class FieldNote : public QWidget
{
    Q_OBJECT

public:
    /// `field` gets the text as its accessible description, and a red border for a problem.
    FieldNote(QWidget *field, QWidget *parent);

    void showText(const QString &text, NoteTone tone = NoteTone::Hint);
    [[nodiscard]] bool isProblem() const { return m_tone == NoteTone::Problem; }
    [[nodiscard]] QString text() const;

private:
    QWidget *m_field;
    SymbolMark *m_mark;
    TextLabel *m_text;
    NoteTone m_tone = NoteTone::Hint;
};

} // namespace rox
