// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/historymessages.h"

#include "app/tokens/historykeeper.h"
#include "app/tokens/tokenwrites.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/widgets/messagestack.h"
#include "ui/widgets/questiondialog.h"

#include <QDir>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;
using Problem = HistoryState::Problem;
using Loss = HistoryState::Loss;

namespace {

const QString ProblemId = u"historyNotKept"_s;
const QString LossId = u"historyLost"_s;
const QString ActiveAgainId = u"activeAgain"_s;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HistoryMessages)
};

QString shownPath(const QString &path)
{
    return visibleText(QDir::toNativeSeparators(path));
}

} // namespace

QString whyNotKept(const HistoryState &state)
{
    switch (state.problem) {
    case Problem::None:
        break;
    case Problem::NoFolder:
        return Words::tr("Its file cannot be written: %1").arg(shownPath(state.path));
    case Problem::Full:
        return Words::tr("The disk is full.");
    case Problem::Locked:
        return Words::tr("Another program holds its file: %1").arg(shownPath(state.path));
    case Problem::Newer:
        return Words::tr("A newer Rox Tokens wrote it; it is left as it is.");
    case Problem::Failed:
        return Words::tr("SQLite says: %1").arg(shownText(state.detail));
    }
    return {};
}

HistoryMessages::HistoryMessages(HistoryKeeper *keeper, TokenWrites *writes, QWidget *window,
                                 MessageStack *bar, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_bar(bar)
{
    connect(keeper, &HistoryKeeper::stateChanged, this, &HistoryMessages::tellState);
    connect(keeper, &HistoryKeeper::activeAgain, this, &HistoryMessages::tellActiveAgain);
    connect(writes, &TokenWrites::revokeNotRecorded, this,
            [this](const QString &server, const Token &token) {
                m_bar->show({.id = u"revokeNotRecorded"_s,
                             .server = server,
                             .severity = Severity::Caution,
                             .lead = tr("The revoke of %1 was not recorded before it was sent.")
                                         .arg(TokenText::name(token.name, 100)),
                             .text = tr("It is recorded as soon as the history can be written.")});
            });
    writes->setAskUnrecorded(
        [this](const QString &name, QObject *context, const std::function<void(bool)> &answer) {
            ask(name, context, answer);
        });
}

void HistoryMessages::tellState(const QString &server, const QString &name,
                                const HistoryState &state)
{
    if (state.loss != Loss::None)
        tellLoss(server, name, state);
    if (state.isKept()) {
        m_bar->dismiss(ProblemId, server);
        return;
    }
    m_bar->showUnder({.id = ProblemId,
                      .server = server,
                      .severity = Severity::Caution,
                      .lead = tr("No history of %1 is kept.").arg(shownName(name)),
                      .text = whyNotKept(state)});
}

void HistoryMessages::tellLoss(const QString &server, const QString &name,
                               const HistoryState &state)
{
    const QString shown = shownName(name);
    Message message{.id = LossId, .server = server, .severity = Severity::Caution};
    switch (state.loss) {
    case Loss::None:
        return;
    case Loss::Damaged:
        message.lead = tr("The history of %1 was damaged, and begins anew.").arg(shown);
        message.text = tr("%Ln record(s) of what was done from here could be read out of it. The "
                          "damaged file was kept: %1",
                          nullptr, state.salvaged)
                           .arg(shownPath(state.path));
        break;
    case Loss::Emptied:
        message.lead = tr("The file with the history of %1 was empty, and begins anew.").arg(shown);
        message.text = tr("The empty file was kept: %1").arg(shownPath(state.path));
        break;
    case Loss::Removed:
        message.lead =
            tr("The file with the history of %1 was removed, and begins anew.").arg(shown);
        message.text = tr("It was %1").arg(shownPath(state.path));
        break;
    }
    m_bar->showUnder(message);
}

void HistoryMessages::tellActiveAgain(const QString &server, const QString &name,
                                      const QList<Token> &tokens)
{
    QStringList names;
    constexpr qsizetype Most = 3;
    for (const Token &token : tokens.first(std::min(tokens.size(), Most)))
        //: a token's name, and the beginning of its id
        names.append(
            tr("%1 (%2)").arg(TokenText::name(token.name, 100), TokenText::shortId(token.id)));
    m_bar->show(
        {.id = ActiveAgainId,
         .server = server,
         .severity = Severity::Bad,
         .symbol = u"alarm"_s,
         .lead = tr("%1 lists %Ln revoked token(s) as active again.", nullptr, int(tokens.size()))
                     .arg(shownName(name)),
         .text = tr("It may have been restored from a backup. Revoke what must not work: %1")
                     .arg(names.join(", "_L1))});
}

void HistoryMessages::ask(const QString &name, QObject *context,
                          const std::function<void(bool)> &answer)
{
    enum Answer { Generate, Cancel };
    constexpr int QuestionWidth = 480;
    auto *question = new QuestionDialog(
        tr("Not recorded"), u"warning"_s,
        tr("Rox Tokens cannot record that a token is generated on %1.").arg(shownName(name)),
        tr("If the answer of Central is lost, nothing on this computer will tell that a token may "
           "have been created."),
        m_window);
    question->setObjectName(u"generateUnrecorded"_s);
    question->addAnswer(tr("Generate without a record"), QDialogButtonBox::AcceptRole);
    question->addAnswer(tr("Cancel"), QDialogButtonBox::RejectRole);
    question->setDefaultAnswer(Cancel);
    connect(question, &QuestionDialog::answered, context,
            [answer](int chosen) { answer(chosen == Generate); });
    connect(question, &QuestionDialog::rejected, context, [answer] { answer(false); });
    question->openAt(QuestionWidth);
}

} // namespace rox
