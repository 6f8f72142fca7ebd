#include "app/practice/player.h"
#include "forms/case/guardian_step.h"
#include "services/station_time.h"
#include "tests/scenarios/clerk.h"

#include <wx/checkbox.h>

#include <algorithm>

namespace guitai
{

namespace
{

template <class Range, class Value>
int placeOf(const Range& range, const Value& value)
{
    const auto at = std::ranges::find(range, value);
    if (at == std::ranges::end(range))
        throw NeverCame("the page does not offer what the scenario asks for");
    return static_cast<int>(at - std::ranges::begin(range)) + 1;
}

int placeOfDistrict(const std::string& code)
{
    const auto rules = loadRuleBook(Assets{});
    auto codes = std::vector<std::string>{};
    for (const auto& district : rules.city.districts)
        codes.push_back(district.code);
    return placeOf(codes, code);
}

int placeOfServicePoint(const std::string& name)
{
    const auto rules = loadRuleBook(Assets{});
    auto names = std::vector<std::string>{};
    for (const auto& point : rules.city.servicePoints)
        if (point.applies)
            names.push_back(point.name);
    return placeOf(names, name);
}

int placeOfReason(const std::string& code)
{
    const auto rules = loadRuleBook(Assets{});
    const auto reason =
        std::ranges::find(rules.city.fingerprintReasons, code, &FingerprintReason::code);
    if (reason == rules.city.fingerprintReasons.end())
        throw NeverCame("no such fingerprint reason: " + code);
    auto codes = std::vector<std::string>{};
    for (const auto& each : rules.city.fingerprintReasons)
        if (each.result == reason->result)
            codes.push_back(each.code);
    return placeOf(codes, code);
}

int placeOfGround(const std::string& code)
{
    const auto rules = loadRuleBook(Assets{});
    auto codes = std::vector<std::string>{};
    for (const auto& ground : rules.guardians.grounds)
        codes.push_back(ground.code);
    return placeOf(codes, code);
}

int placeOfRelief(const std::string& code)
{
    const auto rules = loadRuleBook(Assets{});
    auto codes = std::vector<std::string>{};
    for (const auto& relief : rules.fees.reliefs())
        codes.push_back(relief.code);
    return placeOf(codes, code) + 1; // after "none"
}

/// Whether a card on the reader answers the field: of the guardian, and of who holds one.
bool isOnCard(const Scenario& scenario, const std::string& field)
{
    return scenario.cardsOnReader &&
           (field == "guardian.citizenNumber" ||
            (field == "applicant.citizenNumber" && scenario.applicant.heldCard));
}

} // namespace

ScenarioClerk::Then ScenarioClerk::answer(const std::string& field)
{
    if (field.starts_with("fingers."))
        return takeFinger(field.substr(std::string_view{"fingers."}.size()));
    if (field == "declared") {
        declare();
    } else if (field.starts_with("documents.")) {
        seeDocuments(field);
    } else if (field == "duplicateSeen") {
        m_hands.press('G', wxMOD_ALT);
        return Then::look;
    } else if (field == "confirmation.read") {
        confirmAndSign();
    } else if (m_answered.insert(field).second) {
        if (field == "photo")
            takePhoto();
        else if (field == "delivery.method")
            chooseDelivery();
        else if (!answerChoice(field))
            answerText(field);
        if (isOnCard(m_scenario, field))
            return Then::look; // the focus went on by itself
    }
    return Then::enter;
}

void ScenarioClerk::declare()
{
    const auto* wrong = m_scenario.find(What::wrongCategory);
    const auto declared = wrong != nullptr && once(What::wrongCategory)
                              ? fromName<Category>(wrong->value).value()
                              : m_scenario.declared;
    m_hands.press('1' + static_cast<int>(declared));
}

bool ScenarioClerk::answerChoice(const std::string& field)
{
    const auto& guardian = m_scenario.guardian;
    if (field == "kind")
        choose(static_cast<int>(m_scenario.kind) + 1);
    else if (field == "applicant.heldCardBefore")
        choose(m_scenario.applicant.heldCard ? 2 : 1);
    else if (field == "guardian.relation")
        choose(placeOf(guardianRelations, guardian.value().relation.value()));
    else if (field == "guardian.principal.relation")
        choose(placeOf(guardianRelations, guardian.value().principalRelation.value()));
    else if (field == "guardian.ground")
        choose(placeOfGround(guardian.value().ground));
    else if (field == "guardian.sameRegister")
        choose(guardian.value().sameRegister ? 1 : 2);
    else if (field == "terminal.servicePoint")
        choose(placeOfServicePoint(m_scenario.terminal.value().servicePoint));
    else if (field == "rightHand.reason")
        choose(placeOfReason(m_scenario.fingers.rightReason));
    else if (field == "leftHand.reason")
        choose(placeOfReason(m_scenario.fingers.leftReason));
    else if (field == "delivery.postal.district")
        choose(placeOfDistrict(m_scenario.delivery.district));
    else if (field == "delivery.postalConsent")
        m_hands.press(WXK_SPACE);
    else
        return false;
    return true;
}

void ScenarioClerk::choose(int place)
{
    m_hands.press(WXK_DOWN, 0, place);
}

std::map<std::string, std::string> ScenarioClerk::texts() const
{
    const auto today = std::chrono::sys_days{m_office.today()};
    const auto dayAt = [&](int days) { return isoDate(Date{today + std::chrono::days{days}}); };
    const auto& applicant = m_scenario.applicant;
    auto texts = std::map<std::string, std::string>{
        {"clerkReason", m_scenario.clerkReason},
        {"applicant.name", applicant.person.name},
        {"applicant.ethnicity", applicant.person.ethnicity},
        {"applicant.address", applicant.person.address},
        {"applicant.phone", applicant.person.phone},
        {"applicant.oldCardExpiry",
         applicant.cardEndsInDays ? dayAt(*applicant.cardEndsInDays) : std::string{}},
        {"delivery.postal.street", m_scenario.delivery.street},
        {"delivery.proxy.relation", m_scenario.delivery.proxyRelation}};
    if (const auto& guardian = m_scenario.guardian) {
        texts["guardian.name"] = guardian->person.name;
        texts["guardian.phone"] = guardian->person.phone;
        texts["guardian.principal.name"] =
            guardian->principal ? guardian->principal->name : std::string{};
        texts["guardian.institution.name"] = guardian->institution.name;
        texts["guardian.institution.code"] = guardian->institution.code;
    }
    if (const auto& proxy = m_scenario.delivery.proxy)
        texts["delivery.proxy.name"] = proxy->name;
    if (const auto& terminal = m_scenario.terminal) {
        texts["terminal.date"] = dayAt(-terminal->daysAgo);
        texts["terminal.reason"] = terminal->reason;
    }
    return texts;
}

bool ScenarioClerk::answerText(const std::string& field)
{
    if (field == "guardian.citizenNumber")
        sayHowTheGuardianActs();
    if (isOnCard(m_scenario, field))
        return layDown(field,
                       field.starts_with("guardian") ? m_scenario.guardian.value().person
                                                     : m_scenario.applicant.person),
               true;
    if (field == "applicant.citizenNumber")
        return typeNumber(field, m_scenario.applicant.person), true;
    if (field == "guardian.citizenNumber")
        return typeGuardiansNumber(), true;
    if (field == "guardian.principal.citizenNumber")
        return typeNumber(field, m_scenario.guardian.value().principal.value()), true;
    if (field == "delivery.proxy.citizenNumber")
        return typeNumber(field, m_scenario.delivery.proxy.value()), true;
    const auto known = texts();
    const auto text = known.find(field);
    if (text == known.end() || text->second.empty())
        return false;
    m_hands.type(text->second);
    return true;
}

/// Before anything else, where it is not a guardian by law.
void ScenarioClerk::sayHowTheGuardianActs()
{
    const auto& guardian = m_scenario.guardian.value();
    if (guardian.role == GuardianRole::byLaw)
        return;
    m_hands.press('C', wxMOD_ALT);
    choose(static_cast<int>(guardian.role));
    m_hands.press('I', wxMOD_ALT);
}

/// The page fills itself and leads to what the card does not say.
void ScenarioClerk::layDown(const std::string& field, const MadeUpPerson& person)
{
    const auto isApplicants = field.starts_with("applicant");
    m_office.layDown(person, isApplicants ? m_scenario.applicant.cardEndsInDays : std::nullopt);
    m_hands.until("the card", [&field] { return !Player::isFocusOn(field); });
    m_hands.rest();
}

void ScenarioClerk::typeNumber(const std::string& field, const MadeUpPerson& person)
{
    auto number = citizenNumberOf(person, m_office.today());
    const auto* wrong = m_scenario.find(What::wrongNumber);
    if (wrong != nullptr && field.starts_with(wrong->at) && once(What::wrongNumber)) {
        auto mistyped = number;
        constexpr auto somewhere = std::size_t{15};
        std::swap(mistyped[somewhere], mistyped[somewhere + 1]);
        if (mistyped == number)
            mistyped[somewhere] = number[somewhere] == '9' ? '8' : '9';
        m_hands.type(mistyped);
        m_hands.press(WXK_RETURN); // leads on; the page says what is wrong
        m_hands.press(WXK_TAB, wxMOD_SHIFT);
        m_hands.press('A', wxMOD_CONTROL);
    }
    m_hands.type(number);
}

void ScenarioClerk::typeGuardiansNumber()
{
    const auto& guardian = m_scenario.guardian.value();
    typeNumber("guardian.citizenNumber", guardian.person);
    if (guardian.ownIncome)
        m_hands.press('M', wxMOD_ALT);
}

/// All at once; a paper that was forgotten is taken back and seen at the end.
void ScenarioClerk::seeDocuments(const std::string& field)
{
    if (!m_answered.insert("documents").second) {
        if (m_answered.insert(field).second)
            m_hands.press(WXK_SPACE);
        return;
    }
    if (!m_scenario.relief.empty()) {
        m_hands.press('G', wxMOD_ALT);
        choose(placeOfRelief(m_scenario.relief));
    }
    m_hands.press('A', wxMOD_ALT);
    if (once(What::forgottenDocument)) {
        m_hands.press('4', wxMOD_ALT);
        m_hands.press(WXK_SPACE);
        m_hands.press('5', wxMOD_ALT);
        m_answered.erase(field);
    }
}

void ScenarioClerk::takePhoto()
{
    if (m_scenario.camera)
        return shoot();
    if (once(What::wrongPhotoFile)) {
        m_hands.type(m_office.brokenPhotoFile().string());
        m_hands.press(WXK_RETURN); // refused, and what was typed is chosen whole
    }
    m_hands.type(m_office.photoFile().string());
    m_hands.press(WXK_RETURN);
    if (!m_scenario.photoOverruled.empty())
        overrulePhoto();
}

void ScenarioClerk::shoot()
{
    m_hands.press('C', wxMOD_ALT);
    m_hands.until("the camera's picture", [this] { return m_office.cameraShows(); });
    m_hands.press(WXK_RETURN);
}

void ScenarioClerk::overrulePhoto()
{
    m_hands.press('O', wxMOD_ALT);
    m_hands.type(m_scenario.photoOverruled);
    m_hands.press(WXK_RETURN);
}

/// `finger` is whose turn it is, or "done".
ScenarioClerk::Then ScenarioClerk::takeFinger(const std::string& finger)
{
    const auto turn = fromName<Finger>(finger);
    if (!turn)
        return Then::enter;
    const auto& fingers = m_scenario.fingers;
    const auto isRight = *turn < Finger::leftThumb;
    if (isRight ? fingers.rightEnded : fingers.leftEnded)
        m_hands.press('N', wxMOD_ALT);
    else if (std::ranges::find(fingers.absent, *turn) != fingers.absent.end())
        m_hands.press('L', wxMOD_ALT);
    else
        m_hands.press(WXK_RETURN);
    return Then::look;
}

void ScenarioClerk::chooseDelivery()
{
    m_hands.press('1' + static_cast<int>(m_scenario.delivery.method));
    if (m_scenario.temporaryCard)
        m_hands.press('T', wxMOD_ALT);
}

void ScenarioClerk::confirmAndSign()
{
    const auto isRead = onScreen([] {
        const auto* box =
            wxDynamicCast(wxWindow::FindWindowByName("confirmation.read"), wxCheckBox);
        return box != nullptr && box->GetValue();
    });
    if (isRead)
        return; // and signed: what is missing is elsewhere
    m_hands.press(WXK_SPACE);
    m_hands.sign("signature");
    if (once(What::clearedSignature)) {
        m_hands.press('C', wxMOD_ALT);
        m_hands.sign("signature");
    }
    if (once(What::changedAfterSigning)) {
        m_hands.press('7', wxMOD_ALT);
        m_hands.press('T', wxMOD_ALT); // a temporary card, and then not
        m_hands.press('T', wxMOD_ALT);
        m_hands.press('8', wxMOD_ALT);
        m_hands.untilFocus("confirmation.read");
    }
}

} // namespace guitai
