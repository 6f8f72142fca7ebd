#include "services/journal/transaction.h"

#include "services/failure.h"

#include <cassert>

namespace guitai
{

Transaction::Transaction(Database& database) : m_database(database)
{
    m_database.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // After a failed write the connection is closed instead, which rolls back as well.
    if (m_done || !m_database.isUsable() || !m_database.inTransaction())
        return;
    try {
        m_database.run("ROLLBACK");
    } catch (const ServiceFailure&) {
        assert(!m_database.isUsable());
    }
}

void Transaction::commit()
{
    if (!m_database.isUsable())
        throw ServiceFailure(ServiceFailure::Kind::disk, "a write of this transaction failed");
    try {
        m_database.run("COMMIT");
        m_done = true;
    } catch (const ServiceFailure&) {
        m_done = !m_database.isUsable();
        throw;
    }
}

} // namespace guitai
