#pragma once

#include "services/approvals/approval_request.h"
#include "services/journal/journal.h"
#include "services/rules/permissions.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace guitai
{

/// Only .cpp files of services include this header: JSON stays inside them. The payloads are those
/// of services/journal/payloads.h.

std::string subjectOfRequest(std::string_view id);
/// What `requestMade` holds.
nlohmann::json requestJson(const ApprovalRequest& request);
nlohmann::json evidenceJson(const RequestEvidence& evidence);

/// Loads by folding; no value: there is no such request.
std::optional<ApprovalRequest> loadRequest(Journal& journal, const std::string& id);
/// The newest request about the same thing, whatever became of it.
std::optional<ApprovalRequest> newestRequest(Journal& journal, const RequestSubject& subject);
/// The one that waits or is approved and not used.
std::optional<ApprovalRequest> openRequest(Journal& journal, const RequestSubject& subject);

/// In the transaction that does the thing by other means: an open request about it has nothing
/// to ask for any more.
void appendLapse(JournalWriting& writing,
                 Journal& journal,
                 const Actor& actor,
                 const RequestSubject& subject);
/// In the transaction that says that a sheet did not come out: what was approved for it may be
/// used again.
void appendReturn(JournalWriting& writing,
                  Journal& journal,
                  const Actor& actor,
                  const std::string& request);

} // namespace guitai
