#include "services/practice/scenario_parts.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

constexpr auto mostYuan = std::int64_t{1'000};
constexpr auto mostKeys = std::int64_t{400};

Money yuanAt(const AssetValue& value, std::string_view member)
{
    const auto* found = value.find(member);
    return found == nullptr ? Money{} : Money::yuan(found->integer(0, mostYuan));
}

int countAt(const AssetValue& value, std::string_view member, int otherwise)
{
    constexpr auto most = 9;
    const auto* found = value.find(member);
    return found == nullptr ? otherwise : static_cast<int>(found->integer(0, most));
}

ScenarioFinger fingerFrom(const AssetValue& value)
{
    constexpr auto skins =
        std::array<std::string_view, 6>{"good", "worn", "dry", "scarred", "missing", "crash"};
    value.expectMembers({"finger", "skin", "presses"});
    auto finger = ScenarioFinger{.skin = value.at("skin").text(), .presses = {}};
    if (std::ranges::find(skins, finger.skin) == skins.end())
        value.at("skin").refuse("unknown name \"" + finger.skin + "\"");
    if (const auto* presses = value.find("presses"))
        for (const auto& score : presses->items())
            finger.presses.push_back(static_cast<int>(score.integer(0, 100)));
    return finger;
}

} // namespace

MadeUpPerson madePersonFrom(const AssetValue& value, const std::vector<std::string_view>& more)
{
    constexpr auto oldest = 120;
    auto known = std::vector<std::string_view>{
        "name", "years", "days", "area", "order", "ethnicity", "address", "phone"};
    known.insert(known.end(), more.begin(), more.end());
    value.expectMembers(known);
    auto person = MadeUpPerson{.name = value.at("name").text(),
                               .years = static_cast<int>(value.at("years").integer(0, oldest)),
                               .days = static_cast<int>(value.at("days").integer(0, 365)),
                               .order = static_cast<int>(value.at("order").integer(1, 999))};
    if (const auto* area = value.find("area"))
        person.area = area->text();
    if (const auto* ethnicity = value.find("ethnicity"))
        person.ethnicity = ethnicity->text();
    person.address = textOr(value, "address");
    person.phone = textOr(value, "phone");
    return person;
}

ScenarioFingers fingersFrom(const AssetValue& value)
{
    value.expectMembers(
        {"skins", "absent", "rightEnded", "leftEnded", "rightReason", "leftReason"});
    auto fingers = ScenarioFingers{};
    if (const auto* skins = value.find("skins"))
        for (const auto& one : skins->items())
            fingers.skins[enumFrom(one.at("finger"), fromName<Finger>)] = fingerFrom(one);
    if (const auto* absent = value.find("absent"))
        for (const auto& one : absent->items())
            fingers.absent.push_back(enumFrom(one, fromName<Finger>));
    fingers.rightEnded = flagOr(value, "rightEnded");
    fingers.leftEnded = flagOr(value, "leftEnded");
    fingers.rightReason = textOr(value, "rightReason");
    fingers.leftReason = textOr(value, "leftReason");
    return fingers;
}

ScenarioDelivery deliveryFrom(const AssetValue& value)
{
    value.expectMembers({"method", "proxy", "proxyRelation", "district", "street"});
    auto delivery =
        ScenarioDelivery{.method = enumFrom(value.at("method"), fromName<DeliveryMethod>),
                         .proxy = {},
                         .proxyRelation = textOr(value, "proxyRelation"),
                         .district = textOr(value, "district"),
                         .street = textOr(value, "street")};
    const auto* proxy = value.find("proxy");
    if (proxy != nullptr)
        delivery.proxy = madePersonFrom(*proxy, {});
    if ((delivery.method == DeliveryMethod::proxy) != (proxy != nullptr))
        value.refuse("\"proxy\" belongs to the method \"proxy\"");
    if ((delivery.method == DeliveryMethod::post) == delivery.street.empty())
        value.refuse("\"street\" belongs to the method \"post\"");
    return delivery;
}

ScenarioApproval approvalFrom(const AssetValue& value)
{
    value.expectMembers({"outcome", "reason", "ownDesk"});
    auto approval = ScenarioApproval{.outcome = enumFrom(value.at("outcome"), decisionOutcomeFrom),
                                     .reason = textOr(value, "reason"),
                                     .ownDesk = flagOr(value, "ownDesk")};
    if ((approval.outcome == DecisionOutcome::rejected) == approval.reason.empty())
        value.refuse("a rejection has a reason, and nothing else has");
    return approval;
}

ScenarioPayment paymentFrom(const AssetValue& value)
{
    value.expectMembers({"by", "tendered_yuan", "code", "citizen"});
    auto payment = ScenarioPayment{.by = enumFrom(value.at("by"), paymentWayFrom),
                                   .tendered = yuanAt(value, "tendered_yuan"),
                                   .code = textOr(value, "code")};
    if (const auto* citizen = value.find("citizen"))
        payment.citizen = enumFrom(*citizen, citizenFrom);
    using enum ScenarioPayment::By;
    if ((payment.by == cash) == (payment.tendered == Money{}))
        value.refuse("\"tendered_yuan\" belongs to cash");
    if ((payment.by == paymentCode) == payment.code.empty())
        value.refuse("\"code\" belongs to a payment code");
    return payment;
}

Mishap mishapFrom(const AssetValue& value)
{
    value.expectMembers({"what", "at", "value"});
    return {.kind = enumFrom<Mishap::Kind>(value.at("what"), mishapFrom),
            .at = textOr(value, "at"),
            .value = textOr(value, "value")};
}

ScenarioLater laterFrom(const AssetValue& value)
{
    value.expectMembers({"what", "reason"});
    return {.kind = enumFrom<ScenarioLater::Kind>(value.at("what"), laterFrom),
            .reason = textOr(value, "reason")};
}

ScenarioEnd endFrom(const AssetValue& value)
{
    value.expectMembers({"state",
                         "category",
                         "kind",
                         "exceptions",
                         "due_yuan",
                         "tender",
                         "refunded_yuan",
                         "drawer_yuan",
                         "vouchers",
                         "reprints",
                         "keys"});
    auto end = ScenarioEnd{.state = enumFrom(value.at("state"), caseStateFrom),
                           .category = enumFrom(value.at("category"), fromName<Category>),
                           .kind = enumFrom(value.at("kind"), fromName<ApplicationKind>)};
    if (const auto* exceptions = value.find("exceptions"))
        for (const auto& one : exceptions->items())
            end.exceptions.push_back(enumFrom(one, exceptionKindFrom));
    end.due = Money::yuan(value.at("due_yuan").integer(0, mostYuan));
    if (const auto* tender = value.find("tender"))
        end.tender = enumFrom(*tender, tenderFrom);
    end.refunded = yuanAt(value, "refunded_yuan");
    end.drawer = yuanAt(value, "drawer_yuan");
    end.vouchers = countAt(value, "vouchers", 1);
    end.reprints = countAt(value, "reprints", 0);
    end.keys = static_cast<int>(value.at("keys").integer(1, mostKeys));
    return end;
}

} // namespace guitai
