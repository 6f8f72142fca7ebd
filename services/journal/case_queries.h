#pragma once

#include "services/journal/database.h"
#include "services/journal/journal.h"

#include <string>
#include <vector>

namespace guitai
{

/// A CaseQuery as SQL of fixed fragments; everything that a person typed is bound.
///
/// SQLite keeps no statistics here, so the statement says which index to use: the one of the
/// member that narrows most (acceptance number, citizen number, guardian, phone, name, then day,
/// state, category). Columns of the other members are written with a unary plus, which keeps them
/// from being looked up in theirs.
struct CaseSelection {
    std::string where; ///< " WHERE …" or empty
    std::string order; ///< " ORDER BY …", newest first
    std::vector<SqlValue> parameters;
};
CaseSelection selectionOf(const CaseQuery& query);

/// The first text after all that begin with `beginning`, in the order of bytes; empty when there
/// is none.
std::string endOfBeginning(std::string beginning);

} // namespace guitai
