#pragma once

#include "services/cases/case_desk.h"
#include "services/cases/voucher.h"
#include "services/payments/report_desk.h"
#include "services/result.h"

#include <string>
#include <vector>

namespace guitai
{

/// What a resident takes home whose case gives no voucher yet, or none at all: what is decided, by
/// whom, and what comes next. It opens nothing and promises no card.
struct CaseNotice {
    enum class Kind { waiting, rejected };

    Kind kind{};
    std::string acceptanceNumber;
    std::string name;
    std::string maskedNumber; ///< the paper lies about at home
    ApplicationKind application{};
    Date acceptedOn{};
    std::vector<ExceptionKind> subjects; ///< what is decided; of a rejection what was refused
    std::string reason;                  ///< of a rejection, in the supervisor's words
    Money due;                           ///< to be paid once it was approved
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
    Result<RenderedPaper> paper(const Actor& actor, const std::string& acceptanceNumber);
    /// Throws ServiceFailure(printer) when the sheet cannot be handed over.
    Result<Done> print(const Actor& actor, const std::string& acceptanceNumber);

private:
    CaseDesk::Parts m_parts;
    ReportPrinter& m_printer;
    PaperOutput& m_output;
    StationTexts m_texts;
};

} // namespace guitai
