#pragma once

#include "services/failure.h"

#include <optional>

namespace guitai
{

/// The kind of ServiceFailure that the work throws; none when it throws none.
template <class Work>
std::optional<ServiceFailure::Kind> failureOf(Work work)
{
    try {
        work();
    } catch (const ServiceFailure& failure) {
        return failure.kind();
    }
    return std::nullopt;
}

} // namespace guitai
