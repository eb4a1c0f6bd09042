// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace rox {

class MainWindow;
class TokenListModel;

/// For benchmarks: with ROX_TOKENS_TRACE_START=1, prints to stderr when the window and the first
/// list were first painted, in ms since the process started: "first-paint 123", "list-painted 456".
class StartTrace : public QObject
{
    Q_OBJECT

public:
    StartTrace(MainWindow *window, TokenListModel *model, QObject *parent);
};

} // namespace rox
