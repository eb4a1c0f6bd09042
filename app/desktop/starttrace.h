// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace rox {

class MainWindow;
class TokenListModel;

/// With ROX_TOKENS_TRACE_START=1, says on stderr when the window was first painted and when the
/// first list was, in ms since the process started: "first-paint 123", "list-painted 456". For
/// benchmarks.
class StartTrace : public QObject
{
    Q_OBJECT

public:
    StartTrace(MainWindow *window, TokenListModel *model, QObject *parent);
};

} // namespace rox
