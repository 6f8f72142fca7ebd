#include "services/cases/handover_intake.h"

#include "services/cases/case_desk.h"
#include "services/cases/handover_code.h"
#include "services/cases/photo_faults.h"
#include "services/devices/photo/photo_lab.h"

#include <utility>

namespace guitai
{

Result<HandoverIntake>
HandoverDesk::fromFile(const Actor& actor, const Draft& draft, const std::filesystem::path& file)
{
    return take(actor, draft, readHandover(file, m_cases.today()));
}

Result<HandoverIntake>
HandoverDesk::fromCode(const Actor& actor, const Draft& draft, std::string_view scanned)
{
    return take(actor, draft, parseHandoverCode(scanned, m_cases.today()));
}

Result<HandoverIntake>
HandoverDesk::take(const Actor& actor, const Draft& draft, Result<TerminalHandover> read)
{
    if (!read)
        return read.refusals();
    auto& handover = read.value();
    const auto photo = std::exchange(handover.photo, std::nullopt);
    auto intake = HandoverIntake{.standing = standingOf(handover, draft, m_cases),
                                 .handover = std::move(handover)};
    if (intake.standing == HandoverStanding::fits && photo && !draft.photo && m_photos)
        adoptPhoto(actor, intake, *photo);
    return intake;
}

/// Made anew like every other photo: what the terminal checked is not known.
void HandoverDesk::adoptPhoto(const Actor& actor, HandoverIntake& intake, const Bytes& jpeg)
{
    const auto made = m_photos->make({jpeg, ".jpg", {}}, std::nullopt);
    if (!made) {
        intake.photoMistakes = made.refusals();
        return;
    }
    const auto kept = m_cases.keepPhoto(actor, made.value().jpeg);
    if (!kept) {
        intake.photoMistakes = kept.refusals();
        return;
    }
    intake.photo = kept.value();
    intake.photo->faults = faultsOf(made.value().checks);
}

Draft withIntake(Draft draft, const HandoverIntake& intake)
{
    draft = withHandover(std::move(draft), intake.handover);
    if (!draft.photo)
        draft.photo = intake.photo;
    return draft;
}

} // namespace guitai
