#pragma once

#include "forms/shell.h"
#include "forms/wording/words.h"
#include "services/failure.h"
#include "services/log.h"

#include <future>
#include <optional>

namespace guitai
{

/// What the background brought, or none after the clerk was told that the world failed. The one
/// catch of a user action.
template <class T>
std::optional<T> received(std::future<T>& answer, Shell& shell, Log& log)
{
    try {
        return answer.get();
    } catch (const ServiceFailure& failure) {
        log.error(failure.what());
        shell.notify(Shell::Tone::error, words::sentence(failure));
        return std::nullopt;
    }
}

} // namespace guitai
