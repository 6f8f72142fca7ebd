#pragma once

#include "services/journal/database.h"
#include "services/journal/index_rows.h"
#include "services/journal/seal.h"

#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// A CaseRow with what the index alone needs.
struct IndexedCase {
    std::int64_t sequence = 0; ///< of caseConfirmed
    std::string draft;         ///< id of the draft that became the case
    CaseRow row = {};
};

struct IndexedShift {
    std::int64_t sequence = 0; ///< of shiftOpened
    ShiftRow row = {};
};

struct IndexedPaper {
    std::int64_t sequence = 0; ///< of paperIntended
    PaperRow row = {};
};

/// How far a subject's events go; lets a reader notice one that its index hides.
struct SubjectExtent {
    std::int64_t events = 0;
    std::int64_t last = 0; ///< sequence

    bool operator==(const SubjectExtent&) const = default;
};

struct IndexedAttempt {
    std::int64_t sequence = 0; ///< of attemptPlanned
    AttemptRow row = {};
};

struct IndexedRefund {
    std::int64_t sequence = 0; ///< of refundPlanned
    RefundRow row = {};
};

struct IndexedRequest {
    std::int64_t sequence = 0; ///< of requestMade
    RequestRow row = {};
};

/// What stands on the work list, as a condition over the tables' columns.
inline const std::string unresolvedAttempt =
    "(state IN ('planned', 'creating', 'shown', 'charging', 'userPaying', 'closing', 'reversing', "
    "'unknown', 'watch') OR frozen = 1 OR (state = 'latePaid' AND refunded_fen < amount_fen))";
inline const std::string unresolvedRefund =
    "(state NOT IN ('done', 'closed', 'voided', 'handedOver'))";

/// Reads and writes single rows of the index tables. Every row carries a MAC that is checked when
/// it is read: throws ServiceFailure(damaged). `where` names the database they stand in.
class IndexTables
{
public:
    IndexTables(Database& database, const Sealer& sealer, const std::string& where = "main");

    SubjectExtent extentOf(std::string_view subject);
    /// One event more, the last of the subject.
    void extend(std::string_view subject, std::int64_t sequence);

    std::optional<int> lastSerial(Date day);
    void storeSerial(Date day, int last);

    /// Call when a transaction begins: what an earlier one wrote may have been rolled back.
    void beginTransaction() { m_written.reset(); }

    std::optional<IndexedCase> caseOf(std::string_view acceptanceNumber);
    void insert(const IndexedCase& indexed);
    /// State, amounts and time of change: leaving the entries out spares their indexes.
    void update(const IndexedCase& indexed);
    /// The entries of the person too.
    void correct(const IndexedCase& indexed);

    std::optional<UserRow> user(std::string_view id);
    void store(const UserRow& row);

    std::optional<IndexedShift> shift(std::string_view id);
    void insert(const IndexedShift& indexed);
    void update(const IndexedShift& indexed);

    std::optional<IndexedPaper> paper(std::string_view id);
    void insert(const IndexedPaper& indexed);
    void update(const IndexedPaper& indexed);

    std::optional<IndexedAttempt> attempt(std::string_view orderNumber);
    void insert(const IndexedAttempt& indexed);
    void update(const IndexedAttempt& indexed);

    std::optional<IndexedRefund> refund(std::string_view refundNumber);
    void insert(const IndexedRefund& indexed);
    void update(const IndexedRefund& indexed);

    std::optional<IndexedRequest> request(std::string_view id);
    void insert(const IndexedRequest& indexed);
    void update(const IndexedRequest& indexed);

    OrderCounter orderCounter();
    void store(const OrderCounter& counter);

    /// A second lock of the same charge throws ServiceFailure.
    void lock(std::string_view charge, std::string_view merged, std::int64_t sequence);
    void unlock(std::string_view charge);

    // Columns of a query and the row that they make, for the lists.
    static const std::string caseColumns, caseTypes;
    IndexedCase caseFrom(const Rows& rows) const;
    static const std::string userColumns, userTypes;
    UserRow userFrom(const Rows& rows) const;
    static const std::string shiftColumns, shiftTypes;
    IndexedShift shiftFrom(const Rows& rows) const;
    static const std::string paperColumns, paperTypes;
    IndexedPaper paperFrom(const Rows& rows) const;
    static const std::string attemptColumns, attemptTypes;
    IndexedAttempt attemptFrom(const Rows& rows) const;
    static const std::string refundColumns, refundTypes;
    IndexedRefund refundFrom(const Rows& rows) const;
    static const std::string requestColumns, requestTypes;
    IndexedRequest requestFrom(const Rows& rows) const;

private:
    void require(const CanonicalForm& form, const std::string& mac) const;

    Database& m_database;
    const Sealer& m_sealer;
    std::optional<IndexedCase> m_written; ///< the last of this transaction
    std::string m_where;                  ///< with the dot
};

std::int64_t secondsOf(Instant instant);
Instant instantFrom(std::int64_t seconds);

} // namespace guitai
