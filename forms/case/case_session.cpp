#include "forms/case/case_session.h"

#include "forms/case/photo_picture.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto saveDelay = 250; ///< milliseconds from the first unsaved change
constexpr auto areaDigits = std::size_t{6};
constexpr auto retryDelay = 5000; ///< after the store failed

/// What a cleared step leaves behind is nothing, not an empty something.
void dropEmptyParts(Draft& draft)
{
    if (draft.guardian == Guardian{})
        draft.guardian.reset();
    if (draft.terminal == TerminalAttempt{})
        draft.terminal.reset();
}

bool sameEntries(Draft before, Draft after)
{
    before.confirmation = after.confirmation = {};
    return before == after;
}

} // namespace

CaseSession::CaseSession(Workstation& station, Shell& shell) : m_station(station), m_shell(shell)
{
    m_saveTimer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { save(); });
}

bool CaseSession::isPristine() const
{
    auto blank = Draft{};
    blank.id = m_draft.id;
    return m_draft == blank;
}

Date CaseSession::today() const
{
    return m_station.time.dateOf(m_station.clock.now());
}

std::string CaseSession::stationArea() const
{
    return m_station.identity.areaAndStation().substr(0, areaDigits);
}

void CaseSession::reset()
{
    save();
    ++m_generation;
    m_saveTimer.Stop();
    m_dirty = false;
    m_printed = false;
    m_confirmed.reset();
    m_deskItems.clear();
    m_picture = wxImage{};
    m_pictureOf.clear();
    m_portrait = wxImage{};
    m_portraitOf.clear();
}

void CaseSession::open(const Draft& draft)
{
    reset();
    m_draft = draft;
    loadPicture();
    judge();
    // The journal's view of a resumed draft: someone may have confirmed the same person meanwhile.
    run([&desk = m_station.cases, draft] { return desk.check(draft); },
        [this, draft](const DeskItems& items) { takeDeskItems(draft, items); },
        [] {});
    tell();
}

void CaseSession::takeDeskItems(const Draft& judged, const DeskItems& items)
{
    const auto known = checklist(judged, today(), m_station.rules);
    auto further = DeskItems{};
    std::copy_if(items.begin(), items.end(), std::back_inserter(further), [&](const auto& item) {
        return std::find(known.begin(), known.end(), item) == known.end();
    });
    if (further == m_deskItems)
        return;
    m_deskItems = std::move(further);
    judge();
    tell();
}

void CaseSession::open(const Case& confirmed)
{
    reset();
    adopt(confirmed);
}

void CaseSession::close()
{
    reset();
    m_draft = {};
    m_items.clear();
}

void CaseSession::adopt(const Case& confirmed)
{
    m_dirty = false;
    m_saveTimer.Stop();
    m_confirmed = confirmed;
    m_draft = confirmed.draft;
    m_items.clear();
    m_deskItems.clear();
    m_derived = derive(m_draft, confirmed.day, m_station.rules, stationArea());
    loadPicture();
    tell();
}

void CaseSession::markPrinted()
{
    m_printed = true;
    tell();
}

std::vector<ChecklistItem> CaseSession::openItems() const
{
    auto open = std::vector<ChecklistItem>{};
    std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(open), [](const auto& item) {
        return item.severity != Severity::warning;
    });
    return open;
}

std::optional<ChecklistItem> CaseSession::problemAt(const std::string& path) const
{
    auto found = std::optional<ChecklistItem>{};
    for (const auto& item : m_items) {
        if (item.refusal.field != path || item.severity == Severity::missing)
            continue;
        if (item.severity == Severity::wrong)
            return item;
        if (!found)
            found = item;
    }
    return found;
}

void CaseSession::edit(const std::function<void(Draft&)>& change)
{
    if (m_confirmed || m_draft.id.empty())
        return;
    auto next = m_draft;
    change(next);
    dropEmptyParts(next);
    if (next == m_draft)
        return;
    if (!sameEntries(m_draft, next)) {
        next.confirmation.read = false;
        next.confirmation.signature.reset();
    }
    m_draft = std::move(next);
    m_dirty = true;
    if (!m_saveTimer.IsRunning())
        scheduleSave(saveDelay);
    loadPicture();
    judge();
    tell();
}

void CaseSession::judge()
{
    m_derived = derive(m_draft, today(), m_station.rules, stationArea());
    m_items = checklist(m_draft, today(), m_station.rules);
    for (const auto& item : m_deskItems)
        if (std::find(m_items.begin(), m_items.end(), item) == m_items.end())
            m_items.push_back(item);
    std::stable_sort(m_items.begin(), m_items.end(), [](const auto& left, const auto& right) {
        return left.step < right.step;
    });
}

void CaseSession::tell()
{
    if (m_changed)
        m_changed();
}

void CaseSession::scheduleSave(int milliseconds)
{
    m_saveTimer.StartOnce(milliseconds);
}

void CaseSession::save()
{
    m_saveTimer.Stop();
    if (!m_dirty || m_confirmed)
        return;
    m_dirty = false;
    m_station.background.run(
        m_lifetime,
        [&desk = m_station.cases, actor = m_shell.actor(), draft = m_draft]() -> Saved {
            auto answer = desk.saveDraft(actor, draft);
            auto items = desk.check(draft);
            return {std::move(answer), std::move(items)};
        },
        [this, draft = m_draft](std::future<Saved> outcome) {
            finishSave(draft, std::move(outcome));
        });
}

void CaseSession::finishSave(const Draft& saved, std::future<Saved> outcome)
{
    const auto current = saved.id == m_draft.id && !m_confirmed;
    try {
        const auto answer = outcome.get();
        if (!answer.answer) {
            m_shell.notify(Shell::Tone::error, words::sentence(answer.answer.refusal()));
            return;
        }
        m_shell.showSaved(m_station.clock.now());
        if (current)
            takeDeskItems(saved, answer.items);
    } catch (const ServiceFailure& failure) {
        report(failure);
        if (current) {
            m_dirty = true;
            scheduleSave(retryDelay);
        }
    }
}

/// A decoder that fails leaves the portrait out of sight; the log says why.
void CaseSession::loadPortrait()
{
    const auto* decoder = m_station.cards ? m_station.cards->decoder : nullptr;
    const auto& chip = m_draft.applicant.chip;
    const auto wanted = decoder && chip && chip->portrait ? chip->portrait->sha256 : std::string{};
    if (wanted == m_portraitOf)
        return;
    m_portraitOf = wanted;
    m_portrait = wxImage{};
    if (wanted.empty())
        return;
    run(
        [&desk = m_station.cases, &log = m_station.log, decoder, ref = *chip->portrait]()
            -> std::optional<RgbImage> {
            try {
                const auto bytes = desk.attachment(ref);
                return bytes ? std::optional{decoder->decode(*bytes)} : std::nullopt;
            } catch (const ServiceFailure& failure) {
                log.warning(failure.what());
                return std::nullopt;
            }
        },
        [this, wanted](std::optional<RgbImage> picture) {
            if (!picture || wanted != m_portraitOf)
                return;
            m_portrait = imageOf(*picture);
            tell();
        },
        [] {});
}

void CaseSession::loadPicture()
{
    loadPortrait();
    const auto wanted = m_draft.photo ? m_draft.photo->image.sha256 : std::string{};
    if (wanted == m_pictureOf)
        return;
    m_pictureOf = wanted;
    m_picture = wxImage{};
    if (wanted.empty())
        return;
    run(
        [&desk = m_station.cases, ref = m_draft.photo->image]() -> std::optional<RgbImage> {
            const auto bytes = desk.attachment(ref);
            return bytes ? decodedPicture(*bytes) : std::nullopt;
        },
        [this, wanted](std::optional<RgbImage> picture) {
            if (!picture || wanted != m_pictureOf)
                return;
            m_picture = imageOf(*picture);
            tell();
        },
        [] {});
}

void CaseSession::report(const ServiceFailure& failure)
{
    m_station.log.warning(failure.what());
    m_shell.notify(Shell::Tone::error, words::sentence(failure));
}

} // namespace guitai
