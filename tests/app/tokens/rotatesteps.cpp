// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

// rotatesteps FOLDER ENDPOINT CAFILE OLDID STEP: rotates the token OLDID up to STEP, with the
// history in FOLDER, prints STEP and waits until it is killed. "asked" and "revoking" are printed
// before Central is asked. After the token was made it prints its value, as a person would keep it.
// The API token comes by ROX_API_TOKEN.

#include "app/tokens/rotationflow.h"
#include "app/tokens/rotations.h"
#include "app/tokens/tokenwrites.h"
#include "models/history/durablejournal.h"
#include "models/history/historystore.h"
#include "models/rotate/rotationchain.h"
#include "tests/app/startedsession.h"

#include <QCoreApplication>

#include <cstdio>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

class Steps : public QObject
{
public:
    Steps(const QStringList &arguments, Connection connection)
        : m_store(arguments.at(1))
        , m_session(u"prod"_s, std::move(connection), &m_clock)
        , m_stopAt(arguments.at(5))
    {
        m_rotations.adopt(&m_session);
        Token old;
        old.id = arguments.at(4);
        old.name = u"ci"_s;
        m_flow = new RotationFlow(&m_rotations, &m_writes, &m_session, old, this);
        connect(m_flow->generating(), &GenerateFlow::settled, this, &Steps::made);
        connect(m_flow, &RotationFlow::checked, this, [this] { reached(u"checked"_s); });
        connect(&m_rotations, &Rotations::oldTokenEnded, this, [this] { reached(u"revoked"_s); });
    }

    void start()
    {
        if (m_stopAt == "planned"_L1) {
            m_rotations.note(m_session.address(),
                             plannedNote(m_flow->chain(), m_flow->old(), {}, m_clock.now()));
            reached(u"planned"_s);
            return;
        }
        if (m_stopAt == "asked"_L1) // is killed while it asks
            tell();
        m_flow->generate({u"ci-2"_s, {u"Analyst"_s}, NoTime}, {});
    }

private:
    void tell()
    {
        std::printf("%s\n", qPrintable(m_stopAt));
        std::fflush(stdout);
    }
    /// Once the step is on the disk.
    void reached(const QString &step)
    {
        m_rotations.reload(m_session.address(), this, [this, step] {
            if (step == m_stopAt)
                tell();
            else
                goOn(step);
        });
    }
    void goOn(const QString &step)
    {
        if (step == "made"_L1) {
            m_flow->handOver(SuccessorHandOver::How::Copied, HandoverForm::Value);
            reached(u"handedOver"_s);
        } else if (step == "handedOver"_L1) {
            m_flow->check(m_value);
        } else if (step == "checked"_L1 && m_stopAt == "givenUp"_L1) {
            m_rotations.giveUp(m_flow->chain());
            reached(u"givenUp"_s);
        } else if (step == "checked"_L1) {
            if (m_stopAt == "revoking"_L1) // is killed while it asks
                tell();
            m_rotations.revokeOld(m_flow->chain());
        }
    }
    void made(const GenerateEvent &event)
    {
        if (event.fate != GenerateOutcome::Outcome::Made)
            qFatal("no token was made");
        m_value = m_flow->generating()->takeValue();
        std::printf("value %.*s\n", int(m_value.size()), m_value.view().data());
        std::fflush(stdout);
        if (m_stopAt != "asked"_L1) // it waits for its end, which comes after the answer
            reached(u"made"_s);
    }

    SystemClock m_clock;
    HistoryStore m_store;
    DurableJournal m_journal{&m_store};
    test::StartedSession m_session;
    TokenWrites m_writes{&m_journal, &m_clock};
    Rotations m_rotations{&m_store, &m_journal, &m_writes};
    RotationFlow *m_flow;
    QString m_stopAt;
    Secret m_value;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 6)
        return 2;
    auto connection = test::connectionOf(arguments.at(2), arguments.at(3));
    if (!connection)
        return 2;
    Steps steps(arguments, std::move(*connection));
    steps.start();
    return QCoreApplication::exec();
}
