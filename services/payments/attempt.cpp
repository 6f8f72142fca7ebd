#include "services/payments/attempt.h"

namespace guitai
{

bool moneyMayArrive(AttemptState state)
{
    switch (state) {
    case AttemptState::creating: // no code was seen yet, but the request may be out
    case AttemptState::shown:
    case AttemptState::charging:
    case AttemptState::userPaying:
    case AttemptState::closing:
    case AttemptState::reversing:
    case AttemptState::unknown:
        return true;
    case AttemptState::planned: // durable, nothing sent
    case AttemptState::watch:   // withdrawn, the charge is free; late money becomes latePaid
    case AttemptState::closed:
    case AttemptState::reversed:
    case AttemptState::failed:
    case AttemptState::paid:
    case AttemptState::latePaid:
    case AttemptState::voided:
        return false;
    }
    return true;
}

bool isSettled(AttemptState state)
{
    switch (state) {
    case AttemptState::closed:
    case AttemptState::reversed:
    case AttemptState::failed:
    case AttemptState::paid:
    case AttemptState::latePaid:
    case AttemptState::voided:
        return true;
    case AttemptState::planned:
    case AttemptState::creating:
    case AttemptState::shown:
    case AttemptState::charging:
    case AttemptState::userPaying:
    case AttemptState::closing:
    case AttemptState::reversing:
    case AttemptState::unknown:
    case AttemptState::watch:
        return false;
    }
    return false;
}

bool blocksCharge(AttemptState state)
{
    return state == AttemptState::planned || moneyMayArrive(state);
}

bool mayBecome(AttemptState from, AttemptState to)
{
    using enum AttemptState;
    if (from == to || (moneyMayArrive(from) && to == latePaid))
        return true;
    switch (from) {
    case planned:
        return to == creating || to == charging || to == voided;
    case creating:
        return to == shown || to == unknown || to == failed || to == closing;
    case shown: // 5.2: the provider may close a code by itself
        return to == paid || to == closing || to == closed;
    case charging:
        return to == paid || to == userPaying || to == failed || to == unknown || to == reversing ||
               to == closed || to == reversed;
    case userPaying:
        return to == paid || to == reversing || to == closed || to == reversed || to == failed ||
               to == unknown;
    case closing: // 5.4: an unscanned Alipay code cannot be closed
        return to == closed || to == paid || to == watch || to == unknown;
    case reversing:
        return to == reversed || to == paid || to == failed || to == unknown;
    case unknown:
        return to != planned && to != voided;
    case watch:
        return to == closed || to == latePaid;
    case closed:
    case reversed:
    case failed:
        return to == latePaid;
    case latePaid:
        return to == paid;
    case paid:
    case voided:
        return false;
    }
    return false;
}

bool isUnderWay(RefundStage stage)
{
    switch (stage) {
    case RefundStage::planned:
    case RefundStage::sent:
    case RefundStage::processing:
    case RefundStage::abnormal:
        return true;
    case RefundStage::done:
    case RefundStage::closed:
    case RefundStage::voided:
    case RefundStage::handedOver:
        return false;
    }
    return true;
}

bool isRefusedRefund(GatewayProblem problem)
{
    using enum GatewayProblem;
    return !isUncertain(problem) && problem != notFound && problem != alreadyPaid &&
           problem != tooEarly && problem != notReady;
}

} // namespace guitai
