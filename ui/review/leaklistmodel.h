// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/leakedtoken.h"
#include "models/values/clock.h"

#include <QAbstractTableModel>
#include <QSet>

namespace rox {

/// The rows of "Tokens found". A row whose token can be revoked has a check box. It is checked at
/// first if the token is in the text, and unchecked if a token in the text has generated it.
class LeakListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Token, Server, Roles, Status, Expires, Remark, ColumnCount };

    explicit LeakListModel(const Clock *clock, QObject *parent = nullptr);

    /// The tokens of another text.
    void reset(QList<LeakedToken> tokens, int compared);
    /// The same tokens, looked up again, perhaps with others that they have generated: what the
    /// user has checked and unchecked stays so.
    void update(QList<LeakedToken> tokens, int compared);

    [[nodiscard]] const QList<LeakedToken> &tokens() const { return m_tokens; }
    [[nodiscard]] const LeakedToken &at(int row) const { return m_tokens.at(row); }
    [[nodiscard]] UtcMs now() const { return m_clock->now(); }
    [[nodiscard]] int compared() const { return m_compared; } ///< servers
    [[nodiscard]] bool isChecked(int row) const;
    [[nodiscard]] QList<LeakedToken> checked() const;
    [[nodiscard]] bool hasCheckBoxes() const;
    void toggle(int row); ///< nothing if it has no check box
    /// Of all rows that have a check box: Checked, Unchecked, or some of them.
    [[nodiscard]] Qt::CheckState checkState() const;
    void checkAll(bool isChecked);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void checksChanged();

private:
    void tell(int first, int last);

    const Clock *m_clock;
    QList<LeakedToken> m_tokens;
    QSet<QString> m_toggled; ///< ids whose check box is not as it was at first
    int m_compared = 0;
};

} // namespace rox
