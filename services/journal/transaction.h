#pragma once

#include "services/journal/database.h"

namespace guitai
{

/// BEGIN IMMEDIATE (a plain BEGIN loses to another writer without waiting), ROLLBACK unless
/// committed.
class Transaction
{
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Database& m_database;
    bool m_done = false;
};

} // namespace guitai
