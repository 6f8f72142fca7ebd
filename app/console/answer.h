#pragma once

#include "services/failure.h"
#include "services/result.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::console
{

/// The exit codes are part of the interface: scripts decide by them.
enum class ExitCode { done = 0, refused = 1, wrongUsage = 2, outage = 3 };

/// What a command has to say. A command may have done a part and refuse the rest: then both
/// `lines` and `refusals` are there, and the program ends with ExitCode::refused.
struct Answer {
    nlohmann::ordered_json json = nlohmann::ordered_json::object(); ///< for --json
    std::vector<std::string> lines;                                 ///< for people
    Refusals refusals;
    /// An outage that the command found and has described: ends with ExitCode::outage.
    std::optional<ServiceFailure> failure;
    /// What `lines` say is a no: ends with ExitCode::refused.
    bool notDone = false;
    /// The command wrote its result to standard output itself.
    bool written = false;

    static Answer refused(Refusals refusals)
    {
        auto answer = Answer{};
        answer.refusals = std::move(refusals);
        return answer;
    }
    static Answer refused(Refusal refusal) { return refused(Refusals{std::move(refusal)}); }
};

/// How answers are written: words on standard output and reasons on standard error, or with
/// --json one document on standard output that holds both (and the reasons on standard error all
/// the same, for whoever watches).
enum class Form { words, json };

/// Throws ServiceFailure when standard output cannot take the answer.
ExitCode write(const Answer& answer, Form form);
ExitCode writeFailure(const ServiceFailure& failure, Form form);
/// An asset or a setting that an administrator must mend; `mistake` names file and line.
ExitCode writeMistake(std::string_view mistake, Form form);
ExitCode writeUsage(std::string_view mistake, Form form);

} // namespace guitai::console
