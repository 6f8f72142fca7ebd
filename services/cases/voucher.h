#pragma once

#include "services/bytes.h"
#include "services/cases/case.h"
#include "services/cases/case_desk.h"
#include "services/journal/index_rows.h"
#include "services/result.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <vector>

namespace guitai
{

/// Everything that stands on a collection voucher (居民身份证领取凭证), as values; the words of
/// the paper are printing's. One per case and copy.
struct Voucher {
    std::string acceptanceNumber; ///< 22 digits; printed in groups and as a numeric QR
    std::string authority;        ///< 北京市公安局海淀分局
    std::string station;          ///< 测试派出所
    std::string window;           ///< "03"
    std::string stationPhone;     ///< empty: not printed
    std::string stationAddress;   ///< empty: not printed
    Date acceptedOn{};
    WorkingDay promised;
    int promisedWorkingDays = 10;

    std::string name;
    Sex sex{};
    std::string ethnicity; ///< 汉
    Date birthDate{};
    std::string citizenNumber; ///< whole
    std::string address;
    std::string guardianName; ///< empty: none
    std::optional<Relation> guardianRelation;
    GuardianRole guardianRole = GuardianRole::byLaw;
    std::string guardianFor; ///< the guardian behind a delegate, or the institution

    Category category{};
    ApplicationKind kind{};
    Validity validity;
    HandPrint rightHand, leftHand;
    std::string rightReason, leftReason; ///< words of city.json, empty when registered

    std::vector<FeeLine> fees;
    Money due;
    Tender tender = Tender::exempt;
    std::string exemptionGround;
    std::string receiptNumber;

    DeliveryMethod delivery = DeliveryMethod::pickUp;
    bool postPossible = false;
    std::string postalEntry; ///< content of the postal-delivery scan code; empty when not possible
    int postDaysMin = 3, postDaysMax = 5;
    PostalAddress postal; ///< when delivery is post
    std::string postalDistrictName;
    Proxy proxy; ///< when delivery is proxy
    bool temporaryCard = false;
    bool oldCardOutstanding = false;      ///< to be handed in at collection
    bool oldCardHandedIn = false;         ///< when the card was applied for
    int oldCardReturnDays = 30;           ///< after a delivery by post
    std::vector<std::string> proxyPapers; ///< what a proxy brings, in words

    std::string clerk; ///< name of the handler
    int copy = 0;      ///< 0: original; n: n-th reprint, marked 补打
    std::string reprintReason;
    std::string printedAt; ///< station time, "2026-11-22 10:42"
    bool training = false; ///< 样张 across the page
};

/// An image for previews: 24-bit RGB rows from the top, no padding.
struct RgbImage {
    int width = 0;
    int height = 0;
    Bytes pixels;
};

/// What paper came out, with what the read-back saw.
struct RenderedPaper {
    Bytes pdf;
};

/// Makes papers; implemented in printing. Every call may take 150 ms.
class VoucherPrinter : public GlyphCoverage
{
public:
    /// Lays out, writes and reads back the sheet: text and codes must equal the voucher's. Throws
    /// ServiceFailure(printer) when the read-back differs, refuses `notDrawable` characters by
    /// field.
    virtual Result<RenderedPaper> render(const Voucher& voucher) = 0;
    /// The first page as a picture of `dotsPerInch`.
    virtual RgbImage preview(const Bytes& pdf, double dotsPerInch) = 0;
};

/// Where a finished paper goes: a printer queue, or a folder in training.
class PaperOutput
{
public:
    virtual ~PaperOutput() = default;
    /// Returns when the paper was handed over; throws ServiceFailure(printer).
    virtual void put(const Bytes& pdf, const std::string& title) = 0;
    /// For the message to the clerk: the queue's name or the folder.
    virtual std::string name() const = 0;
};

struct IssuedPaper {
    PaperRow row;
    Bytes pdf;
};

/// Station texts of the settings that stand on papers.
struct StationTexts {
    std::string authority;
    std::string phone;
    std::string address;
};

/// Releases vouchers: only when the charge is settled and every exception decided. The intent is
/// journaled before the paper leaves, the outcome after.
class VoucherDesk
{
public:
    VoucherDesk(CaseDesk::Parts parts,
                VoucherPrinter& printer,
                PaperOutput& output,
                StationTexts texts);

    /// Whether the voucher could be printed now; refusals say why not.
    Result<Done> mayIssue(const Actor& actor, const std::string& acceptanceNumber);
    /// The values of the sheet, for a preview too; refuses what may not be printed.
    Result<Voucher>
    voucherOf(const std::string& acceptanceNumber, int copy, const std::string& reason);
    /// The picture that the clerk sees before printing; journals nothing.
    Result<RgbImage>
    preview(const Actor& actor, const std::string& acceptanceNumber, double dotsPerInch);

    /// The original; `alreadyPrinted` the second time.
    Result<IssuedPaper> issue(const Actor& actor, const std::string& acceptanceNumber);
    /// A counted reprint, marked 补打, with a reason; from the second on a supervisor must agree,
    /// at the desk or by a request, whose reason holds then. Refuses requestStale when a sheet was
    /// printed since.
    Result<IssuedPaper> reprint(const Actor& actor,
                                const std::string& acceptanceNumber,
                                const std::string& reason,
                                const Agreement& agreement = {});
    /// Answer to "did the voucher come out?" after a stop between intent and outcome.
    Result<Done> resolve(const Actor& actor, const std::string& paperId, bool cameOut);
    std::vector<PaperRow> papersOf(const std::string& acceptanceNumber);
    std::vector<PaperRow> unresolved();

private:
    Result<IssuedPaper> release(const Actor& actor,
                                const std::string& acceptanceNumber,
                                int copy,
                                const Agreed& agreed);
    void end(EventKind outcome,
             const Actor& actor,
             const std::string& acceptanceNumber,
             const std::string& paperId);

    CaseDesk::Parts m_parts;
    VoucherPrinter& m_printer;
    PaperOutput& m_output;
    StationTexts m_texts;
};

} // namespace guitai
