#include "app/console/answer.h"

#include "app/console/phrasing.h"
#include "forms/text.h"
#include "forms/wording/words.h"

#include <wx/translation.h>

#include <iostream>

namespace guitai::console
{

namespace
{

using Json = nlohmann::ordered_json;

std::string_view nameOf(ServiceFailure::Kind kind)
{
    switch (kind) {
        using enum ServiceFailure::Kind;
    case diskFull:
        return "diskFull";
    case disk:
        return "disk";
    case readOnly:
        return "readOnly";
    case damaged:
        return "damaged";
    case inUse:
        return "inUse";
    case newerSchema:
        return "newerSchema";
    case notFound:
        return "notFound";
    case keyMissing:
        return "keyMissing";
    case clock:
        return "clock";
    case printer:
        return "printer";
    case device:
        return "device";
    case network:
        return "network";
    case internal:
        return "internal";
    }
    return "internal";
}

void print(const Json& document)
{
    // A file's own member names are quoted; whatever they hold, the output stays UTF-8.
    std::cout << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json refusalsJson(const Refusals& refusals)
{
    auto list = Json::array();
    for (const auto& refusal : refusals)
        list.push_back({{"code", guitai::nameOf(refusal.code)},
                        {"field", refusal.field},
                        {"arguments", refusal.arguments},
                        {"sentence", fromUi(words::sentence(refusal))}});
    return list;
}

void explain(const Refusals& refusals)
{
    for (const auto& refusal : refusals) {
        const auto sentence = fromUi(words::sentence(refusal));
        std::cerr << (refusal.field.empty() ? sentence : refusal.field + ": " + sentence) << '\n';
    }
}

Json failureJson(const ServiceFailure& failure)
{
    return {{"kind", nameOf(failure.kind())}, {"sentence", fromUi(words::sentence(failure))}};
}

/// `content` has a member "sentence".
ExitCode writeError(ExitCode code, Form form, const char* member, const Json& content)
{
    if (form == Form::json)
        print({{member, content}});
    std::cout.flush();
    std::cerr << content["sentence"].get_ref<const std::string&>() << '\n';
    return code;
}

} // namespace

ExitCode write(const Answer& answer, Form form)
{
    if (form == Form::json && !answer.written) {
        auto document = answer.json;
        if (!answer.refusals.empty())
            document["refusals"] = refusalsJson(answer.refusals);
        if (answer.failure)
            document["failure"] = failureJson(*answer.failure);
        print(document);
    }
    if (form == Form::words)
        for (const auto& line : answer.lines)
            std::cout << line << '\n';
    if (!std::cout.flush())
        throw ServiceFailure(ServiceFailure::Kind::diskFull, "standard output");
    explain(answer.refusals);
    if (answer.failure) {
        std::cerr << fromUi(words::sentence(*answer.failure)) << '\n';
        return ExitCode::outage;
    }
    return answer.refusals.empty() && !answer.notDone ? ExitCode::done : ExitCode::refused;
}

ExitCode writeFailure(const ServiceFailure& failure, Form form)
{
    return writeError(ExitCode::outage, form, "failure", failureJson(failure));
}

ExitCode writeMistake(std::string_view mistake, Form form)
{
    const auto sentence =
        say(_("A file of rules or settings is wrong and must be mended first: {1}"),
            {std::string{mistake}});
    return writeError(
        ExitCode::outage, form, "failure", {{"kind", "asset"}, {"sentence", sentence}});
}

ExitCode writeUsage(std::string_view mistake, Form form)
{
    const auto sentence =
        say(_("This command is not complete or not right: {1}\nguitai-admin --help tells more."),
            {std::string{mistake}});
    return writeError(ExitCode::wrongUsage, form, "usage", {{"sentence", sentence}});
}

} // namespace guitai::console
