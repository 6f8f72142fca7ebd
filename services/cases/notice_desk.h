#pragma once

#include "services/approvals/approval_request.h"
#include "services/cases/case_desk.h"
#include "services/cases/voucher.h"
#include "services/payments/report_desk.h"
#include "services/result.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// A request to a supervisor, and what its approval would be bound to.
struct AskedMatter {
    RequestSubject subject;
    RequestEvidence evidence;

    bool operator==(const AskedMatter&) const = default;
};

/// What a resident takes home who waits for a supervisor's decision, or was refused: what is
/// decided and what comes next. It opens nothing and promises no card.
struct CaseNotice {
    enum class Kind { waiting, rejected };

    Kind kind{};
    std::string acceptanceNumber;
    std::string name;
    std::string maskedNumber; ///< the paper lies about at home
    ApplicationKind application{};
    Date acceptedOn{};
    std::vector<ExceptionKind> subjects; ///< what is decided; of a rejection what was refused
    std::optional<AskedMatter> asked;    ///< about a case that stands; then there are no subjects
    std::string reason;                  ///< of a rejection, in the supervisor's words
    Money due;                           ///< to be paid once the case was approved
    std::string clerk;
    std::string phone;   ///< of the station; empty: not printed
    std::string address; ///< of the station; empty: not printed

    bool operator==(const CaseNotice&) const = default;
};

/// Prints notices. They may be printed as often as anybody asks for one, and the journal says
/// nothing of them: no right hangs on the sheet.
class NoticeDesk
{
public:
    NoticeDesk(CaseDesk::Parts parts,
               ReportPrinter& printer,
               PaperOutput& output,
               StationTexts texts);

    /// Refuses wrongState for a case that neither waits for a supervisor nor was rejected.
    Result<CaseNotice> noticeOf(const Actor& actor, const std::string& acceptanceNumber);
    /// Of a request about a case. Refuses noSuchRequest, alreadyDecided for one that was approved,
    /// and noSuchCase for one that concerns no resident.
    Result<CaseNotice> noticeOfRequest(const Actor& actor, const std::string& id);
    Result<RenderedPaper> paper(const CaseNotice& notice);
    /// Both throw ServiceFailure(printer) when the sheet cannot be handed over.
    Result<Done> print(const Actor& actor, const std::string& acceptanceNumber);
    Result<Done> printOfRequest(const Actor& actor, const std::string& id);

private:
    CaseNotice headOf(const Case& subject) const;
    Result<Done> print(const Result<CaseNotice>& notice);

    CaseDesk::Parts m_parts;
    ReportPrinter& m_printer;
    PaperOutput& m_output;
    StationTexts m_texts;
};

} // namespace guitai
