#pragma once

#include "services/bytes.h"
#include "services/cases/case_desk.h"
#include "services/cases/checklist.h"
#include "services/cases/draft_json.h"
#include "services/devices/photo/photo_lab.h"
#include "services/result.h"

#include <filesystem>
#include <map>
#include <optional>
#include <vector>

namespace guitai::console
{

/// A case file with the pictures beside it, read and not yet stored. The draft names the pictures
/// as the store will, so that the checklist judges what `submit` would file.
struct Intake {
    Draft draft;
    Bytes photo;
    Bytes signature;
    std::map<std::string, Bytes> pages; ///< of copies, by SHA-256
    std::optional<Money> cash;          ///< what the payer handed over, when the file says so
    Refusals pictureMistakes;           ///< of pictures that cannot be taken
};

/// Refuses a file that does not fit the schema. Post that is asked for without a day is asked for
/// `today`, as the schema says.
Result<Intake> readIntake(const std::filesystem::path& file,
                          Date today,
                          PhotoLab& photos,
                          const ScanStandard& scan);

struct Judgement {
    std::vector<ChecklistItem> items;
    Derived derived;
};

/// The checklist of the desk, and the mistakes of the pictures.
Judgement judge(const Intake& intake, CaseDesk& desk);
/// By the rules alone, for a folder without a journal.
Judgement judgeWithoutJournal(const Intake& intake, Date today, const RuleBook& rules);

/// What stops the case from being filed. Payment is judged once the fee is certain.
Refusals objections(const Judgement& judged,
                    const std::optional<Money>& tendered,
                    const CashLimits& limits,
                    bool largeChangeConfirmed = false);

} // namespace guitai::console
