#pragma once

#include "services/clock.h"

#include <wx/string.h>

#include <string>

namespace guitai
{

/// What the second screen says to the person at the window: one thing at a time. Nothing on it
/// helps a stranger who looks over: the name is masked, of the number only the end is shown.
struct CitizenView {
    enum class Kind {
        greeting,
        scan,    ///< amount, code, the time that is left
        working, ///< amount and a sentence: the code is being made or closed
        paid,
    };

    Kind kind = Kind::greeting;
    wxString what = {};     ///< of the fee: "居民身份证工本费（丢失补领）"
    wxString amount = {};   ///< "40 元"
    wxString person = {};   ///< "张*"
    wxString caseTail = {}; ///< last five digits of the acceptance number
    wxString channel = {};  ///< "微信支付"
    wxString sentence = {};
    std::string code = {};
    Instant until{}; ///< end of the countdown
    Instant from{};  ///< its beginning
};

} // namespace guitai
