#pragma once

#include "services/clock.h"
#include "services/money.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace guitai
{

/// What the index tables read from payloads; a member that is missing throws Json::exception.
using Json = nlohmann::json;

inline std::string text(const Json& object, const char* member)
{
    return object.at(member).get<std::string>();
}

inline Money money(const Json& object, const char* member)
{
    return Money::fen(object.at(member).get<std::int64_t>());
}

inline Instant instant(const Json& object, const char* member)
{
    return Instant{std::chrono::seconds{object.at(member).get<std::int64_t>()}};
}

template <class Row>
Row known(std::optional<Row> row)
{
    if (!row)
        throw std::logic_error("an event of something that no event began");
    return *std::move(row);
}

} // namespace guitai
