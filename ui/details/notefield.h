// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPlainTextEdit>

namespace rox {

/// A field of 2 to 6 lines, as tall as its text, for at most MaxNote units. A token that is typed,
/// pasted or dropped is not taken, and is in no undo history. Esc leaves the field.
class NoteField : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteField(QWidget *parent = nullptr);

    void setTextSilently(const QString &text); ///< its undo history begins anew
    void replaceSilently(const QString &text); ///< a step of its undo history

Q_SIGNALS:
    void edited(); ///< by the user
    void tokenRefused();
    void tooLong();  ///< the end of the text was left out
    void finished(); ///< the focus has left it
    void escaped();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void check();
    void fitHeight();

    QString m_accepted; ///< the text that was taken last
    bool m_isSilent = false;
};

} // namespace rox
