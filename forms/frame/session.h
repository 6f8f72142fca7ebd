#pragma once

#include "forms/self_test.h"
#include "services/payments/cash_desk.h"
#include "services/people/people.h"
#include "services/rules/permissions.h"

#include <optional>
#include <vector>

namespace guitai
{

/// Who works at the window: made at sign-in, ends with the sign-out.
struct SignedIn {
    Actor actor;
    User user;
    std::optional<Shift> shift;
};

/// What the pages around the work (sign-in, shift, lock) tell the frame.
class Session
{
public:
    virtual ~Session() = default;

    virtual void begin(const SignedIn& who) = 0;
    virtual void shiftOpened(const Shift& shift) = 0;
    virtual void shiftClosed() = 0;
    virtual void showSelfTest(const std::vector<SelfTestLine>& lines) = 0;
    virtual void lock() = 0;
    virtual void unlock() = 0;
    virtual void signOut() = 0;
};

} // namespace guitai
