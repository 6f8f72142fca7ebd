#include "app/console/case_intake.h"

#include "services/cases/signature_file.h"
#include "services/payments/cash_desk.h"
#include "services/rules/photo_file.h"
#include "services/rules/picture_file.h"
#include "services/rules/scan_file.h"

#include <fstream>

namespace guitai::console
{

namespace
{

constexpr std::uintmax_t largestSignature = 2 * 1024 * 1024; ///< as the desk keeps at most

Result<Bytes>
readPicture(const std::filesystem::path& file, const std::string& field, std::uintmax_t largest)
{
    auto error = std::error_code{};
    // Asked first: a pipe or a device would never end.
    if (!std::filesystem::is_regular_file(file, error))
        return Refusal{Refusal::Code::fileUnreadable, field, {}};
    const auto size = std::filesystem::file_size(file, error);
    if (error)
        return Refusal{Refusal::Code::fileUnreadable, field, {}};
    if (size > largest)
        return Refusal{Refusal::Code::fileTooLarge, field, {std::to_string(largest)}};
    auto bytes = Bytes(static_cast<std::size_t>(size));
    auto stream = std::ifstream{file, std::ios::binary};
    auto text = std::string(bytes.size(), '\0');
    if (!stream.read(text.data(), static_cast<std::streamsize>(text.size())))
        return Refusal{Refusal::Code::fileUnreadable, field, {}};
    const auto read = bytesOf(text);
    return Bytes(read.begin(), read.end());
}

AttachmentRef referenceTo(const Bytes& bytes, const char* mediaType)
{
    return {sha256(bytes), mediaType, static_cast<std::int64_t>(bytes.size())};
}

/// The photo as the window would make it: cropped, without metadata, its failed checks noted.
void addPhoto(Intake& intake, const CaseFile& content, PhotoLab& photos)
{
    auto& refusals = intake.pictureMistakes;
    auto bytes = readPicture(content.photo, "photo", largestPictureFile);
    if (!bytes) {
        refusals.push_back(bytes.refusal());
        return;
    }
    const auto made = photos.make(
        {std::move(bytes.value()), content.photo.extension().string(), {}}, std::nullopt);
    if (!made) {
        refusals.push_back(made.refusal());
        return;
    }
    intake.photo = made.value().jpeg;
    intake.draft.photo = Photo{.image = referenceTo(intake.photo, "image/jpeg"),
                               .width = standardPhoto.width,
                               .height = standardPhoto.height};
    for (const auto& check : made.value().checks)
        if (check.verdict == PhotoVerdict::failed)
            intake.draft.photo->faults.push_back(
                {check.measured.kind, check.score, content.photoReason});
}

void addSignature(Intake& intake, const std::filesystem::path& file)
{
    const auto bytes = readPicture(file, "confirmation.signature", largestSignature);
    if (!bytes) {
        intake.pictureMistakes.push_back(bytes.refusal());
        return;
    }
    if (const auto fit = checkSignatureFile(bytes.value()); !fit) {
        for (auto refusal : fit.refusals()) {
            refusal.field = "confirmation.signature";
            intake.pictureMistakes.push_back(std::move(refusal));
        }
        return;
    }
    intake.signature = bytes.value();
    intake.draft.confirmation.signature = referenceTo(intake.signature, "image/png");
}

/// A page as the window would make it.
Result<DocumentPage>
addPage(Intake& intake, const CopyFile& copy, PhotoLab& photos, const ScanStandard& scan)
{
    auto bytes = readPicture(copy.file, "copies", largestPictureFile);
    if (!bytes)
        return bytes.refusals();
    const auto made =
        photos.scan({std::move(bytes.value()), copy.file.extension().string(), {}}, scan);
    if (!made)
        return made.refusals();
    const auto size = checkScanFile(made.value());
    if (!size)
        return size.refusals();
    auto page = DocumentPage{.image = referenceTo(made.value(), "image/jpeg"),
                             .width = size.value().width,
                             .height = size.value().height,
                             .turns = copy.turns};
    intake.pages[page.image.sha256] = made.value();
    return page;
}

void addCopies(Intake& intake,
               const std::vector<CopyFile>& copies,
               PhotoLab& photos,
               const ScanStandard& scan)
{
    for (const auto& copy : copies) {
        const auto page = addPage(intake, copy, photos, scan);
        if (page)
            intake.draft.copies[copy.document].push_back(page.value());
        else
            intake.pictureMistakes.push_back(page.refusal());
    }
}

/// A picture that is there but of no use is wrong, not missing.
std::vector<ChecklistItem> withPictureMistakes(std::vector<ChecklistItem> items,
                                               const Refusals& mistakes)
{
    for (const auto& mistake : mistakes) {
        std::erase_if(items, [&](const auto& item) {
            return item.severity == Severity::missing && item.refusal.field == mistake.field;
        });
        items.push_back({Severity::wrong, stepOf(mistake.field), mistake});
    }
    return items;
}

/// What concerns the file as a whole has it for its field.
Refusals aboutFile(Refusals refusals)
{
    for (auto& refusal : refusals)
        if (refusal.field.empty())
            refusal.field = "file";
    return refusals;
}

} // namespace

Result<Intake> readIntake(const std::filesystem::path& file,
                          Date today,
                          PhotoLab& photos,
                          const ScanStandard& scan)
{
    auto content = readCaseFile(file);
    if (!content)
        return aboutFile(content.refusals());
    auto intake = Intake{.draft = std::move(content.value().draft),
                         .photo = {},
                         .signature = {},
                         .pages = {},
                         .cash = content.value().cash,
                         .pictureMistakes = {}};
    if (!content.value().photo.empty())
        addPhoto(intake, content.value(), photos);
    if (!content.value().signature.empty())
        addSignature(intake, content.value().signature);
    addCopies(intake, content.value().copies, photos, scan);
    auto& delivery = intake.draft.delivery;
    if (delivery.method == DeliveryMethod::post && !delivery.requestedOn)
        delivery.requestedOn = today;
    return intake;
}

Judgement judge(const Intake& intake, CaseDesk& desk)
{
    return {withPictureMistakes(desk.check(intake.draft), intake.pictureMistakes),
            desk.derive(intake.draft)};
}

Judgement judgeWithoutJournal(const Intake& intake, Date today, const RuleBook& rules)
{
    return {withPictureMistakes(checklist(intake.draft, today, rules), intake.pictureMistakes),
            derive(intake.draft, today, rules)};
}

Refusals objections(const Judgement& judged,
                    const std::optional<Money>& tendered,
                    const CashLimits& limits,
                    bool largeChangeConfirmed)
{
    auto refusals = blockers(judged.items);
    if (!refusals.empty() || !tendered)
        return refusals;
    const auto quote = quoteCash(judged.derived.due, *tendered, limits);
    if (!quote)
        return quote.refusals();
    if (quote.value().changeLooksWrong && !largeChangeConfirmed)
        return {{Refusal::Code::changeLooksWrong, "tendered", {quote.value().change.text()}}};
    return {};
}

} // namespace guitai::console
