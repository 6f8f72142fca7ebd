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

} // namespace guitai
