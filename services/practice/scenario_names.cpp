#include "services/enum_names.h"
#include "services/practice/scenario.h"

#include <algorithm>

namespace guitai
{

namespace
{

using By = ScenarioPayment::By;
using Citizen = ScenarioPayment::Citizen;
using MishapKind = Mishap::Kind;
using Later = ScenarioLater::Kind;

constexpr auto ways = EnumNames<By, 4>{{{By::cash, "cash"},
                                        {By::weChat, "weChat"},
                                        {By::alipay, "alipay"},
                                        {By::paymentCode, "paymentCode"}}};
constexpr auto citizens = EnumNames<Citizen, 5>{{{Citizen::pays, "pays"},
                                                 {Citizen::walksOff, "walksOff"},
                                                 {Citizen::ignores, "ignores"},
                                                 {Citizen::expires, "expires"},
                                                 {Citizen::paysLate, "paysLate"}}};
constexpr auto mishaps =
    EnumNames<MishapKind, 19>{{{MishapKind::wrongNumber, "wrongNumber"},
                               {MishapKind::wrongCategory, "wrongCategory"},
                               {MishapKind::wrongPhotoFile, "wrongPhotoFile"},
                               {MishapKind::restart, "restart"},
                               {MishapKind::park, "park"},
                               {MishapKind::lock, "lock"},
                               {MishapKind::forgottenDocument, "forgottenDocument"},
                               {MishapKind::changedAfterSigning, "changedAfterSigning"},
                               {MishapKind::clearedSignature, "clearedSignature"},
                               {MishapKind::ownApproval, "ownApproval"},
                               {MishapKind::wrongPassword, "wrongPassword"},
                               {MishapKind::tooLittle, "tooLittle"},
                               {MishapKind::mistypedCash, "mistypedCash"},
                               {MishapKind::shortOfChange, "shortOfChange"},
                               {MishapKind::answerLost, "answerLost"},
                               {MishapKind::silentProvider, "silentProvider"},
                               {MishapKind::printerJam, "printerJam"},
                               {MishapKind::heldEnter, "heldEnter"},
                               {MishapKind::secondCase, "secondCase"}}};
constexpr auto afterwards = EnumNames<Later, 5>{{{Later::reprint, "reprint"},
                                                 {Later::withdraw, "withdraw"},
                                                 {Later::ready, "ready"},
                                                 {Later::handOver, "handOver"},
                                                 {Later::refundLate, "refundLate"}}};

static_assert(isComplete(ways, By::paymentCode));
static_assert(isComplete(citizens, Citizen::paysLate));
static_assert(isComplete(mishaps, MishapKind::secondCase));
static_assert(isComplete(afterwards, Later::refundLate));

} // namespace

std::optional<By> paymentWayFrom(std::string_view name)
{
    return valueIn(ways, name);
}

std::optional<Citizen> citizenFrom(std::string_view name)
{
    return valueIn(citizens, name);
}

std::optional<MishapKind> mishapFrom(std::string_view name)
{
    return valueIn(mishaps, name);
}

std::optional<Later> laterFrom(std::string_view name)
{
    return valueIn(afterwards, name);
}

const Mishap* Scenario::find(MishapKind wanted) const
{
    const auto found = std::ranges::find(mishaps, wanted, &Mishap::kind);
    return found == mishaps.end() ? nullptr : &*found;
}

} // namespace guitai
