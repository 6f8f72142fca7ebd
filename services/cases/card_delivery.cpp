#include "services/cases/card_delivery.h"

#include "services/enum_names.h"
#include "services/rules/person_name.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto receivers = EnumNames<Receiver, 5>{{
    {Receiver::holder, "holder"},
    {Receiver::guardian, "guardian"},
    {Receiver::proxy, "proxy"},
    {Receiver::anotherProxy, "anotherProxy"},
    {Receiver::post, "post"},
}};
static_assert(isComplete(receivers, Receiver::post));

constexpr auto returns = EnumNames<CardReturn, 2>{{
    {CardReturn::handedIn, "handedIn"},
    {CardReturn::missing, "missing"},
}};
static_assert(isComplete(returns, CardReturn::missing));

} // namespace

std::string_view nameOf(Receiver receiver)
{
    return nameIn(receivers, receiver);
}

std::string_view nameOf(CardReturn outcome)
{
    return nameIn(returns, outcome);
}

std::optional<CardReturn> cardReturnFrom(std::string_view name)
{
    return valueIn(returns, name);
}

std::vector<Receiver> receiversOf(const Case& subject)
{
    const auto method = subject.draft.delivery.method;
    if (method == DeliveryMethod::post)
        return {Receiver::post};
    const auto own = subject.draft.guardian ? Receiver::guardian : Receiver::holder;
    if (method == DeliveryMethod::proxy)
        return {Receiver::proxy, own, Receiver::anotherProxy};
    return {own, Receiver::anotherProxy};
}

std::string nameOfReceiver(const Case& subject, Receiver receiver)
{
    switch (receiver) {
    case Receiver::holder:
        return subject.draft.applicant.name;
    case Receiver::guardian:
        return subject.draft.guardian ? subject.draft.guardian->name : std::string{};
    case Receiver::proxy:
        return subject.draft.delivery.proxy.name;
    case Receiver::anotherProxy:
    case Receiver::post:
        return {};
    }
    return {};
}

bool bringsPapers(Receiver receiver)
{
    return receiver == Receiver::proxy || receiver == Receiver::anotherProxy;
}

bool endsOldCard(ApplicationKind kind)
{
    switch (kind) {
    case ApplicationKind::firstIssue:
    case ApplicationKind::loss:
        return false;
    case ApplicationKind::expiry:
    case ApplicationKind::damage:
    case ApplicationKind::nameChange:
    case ApplicationKind::correction:
        return true;
    }
    return false;
}

CardsOut cardsOut(const Case& subject)
{
    return {.oldCard =
                endsOldCard(subject.kind) && !subject.draft.oldCardHandedIn && !subject.oldCardBack,
            .temporaryCard = subject.draft.temporaryCard && !subject.temporaryCardBack};
}

CardsOut cardsToComeBack(const Case& subject)
{
    const auto out = cardsOut(subject);
    return {.oldCard = out.oldCard || subject.oldCardBack == CardReturn::missing,
            .temporaryCard = out.temporaryCard || subject.temporaryCardBack == CardReturn::missing};
}

bool takesCardsBack(CaseState state)
{
    return state == CaseState::accepted || state == CaseState::ready ||
           state == CaseState::posted || state == CaseState::collected;
}

std::optional<Refusal> handOverFault(const Case& subject, const CardHandOver& handOver)
{
    using enum Refusal::Code;
    const auto fitting = receiversOf(subject);
    if (std::ranges::find(fitting, handOver.receiver) == fitting.end())
        return Refusal{notTheReceiver, "receiver"};
    if (handOver.receiver == Receiver::post)
        return std::nullopt; // nobody can take the old card at the door
    if (handOver.receiver == Receiver::anotherProxy)
        if (const auto name = parseName(handOver.name, "receiver"); !name)
            return name.refusal();
    if (bringsPapers(handOver.receiver) && !handOver.papersSeen)
        return Refusal{proxyPapersNotSeen, "papers"};
    const auto out = cardsOut(subject);
    if (out.oldCard && !handOver.back.oldCard)
        return Refusal{cardNotHandedIn, "oldCard"};
    if (out.temporaryCard && !handOver.back.temporaryCard)
        return Refusal{cardNotHandedIn, "temporaryCardBack"};
    return std::nullopt;
}

} // namespace guitai
