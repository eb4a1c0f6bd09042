// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

// endlesswrites FOLDER ENDPOINT CAFILE PREFIX: generates tokens named PREFIX-1, PREFIX-2, … and
// revokes every second one, with the history in FOLDER, until it is killed. The API token comes by
// ROX_API_TOKEN.

#include "app/tokens/tokenwrites.h"
#include "models/history/durablejournal.h"
#include "models/history/historystore.h"
#include "tests/app/startedsession.h"

#include <QCoreApplication>

#include <cstdio>

using namespace rox;

namespace {

class Writer : public QObject
{
public:
    Writer(const QString &folder, Connection connection, QString prefix)
        : m_store(folder)
        , m_session(prefix, std::move(connection), &m_clock)
        , m_prefix(std::move(prefix))
    {}

    void generate()
    {
        const QString name = QStringLiteral("%1-%2").arg(m_prefix).arg(++m_count);
        m_writes.generate(&m_session, {name, {QStringLiteral("Analyst")}, NoTime}, this,
                          [this](GenerateOutcome &&outcome) {
                              if (m_count == 1) {
                                  std::puts("writing");
                                  std::fflush(stdout);
                              }
                              if (m_count % 2 == 0)
                                  m_writes.revoke(&m_session, outcome.token);
                              generate();
                          });
    }

private:
    SystemClock m_clock;
    HistoryStore m_store;
    DurableJournal m_journal{&m_store};
    test::StartedSession m_session;
    TokenWrites m_writes{&m_journal, &m_clock};
    QString m_prefix;
    int m_count = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    auto connection = test::connectionOf(arguments.at(2), arguments.at(3));
    if (!connection)
        return 2;
    Writer writer(arguments.at(1), std::move(*connection), arguments.at(4));
    writer.generate();
    return QCoreApplication::exec();
}
