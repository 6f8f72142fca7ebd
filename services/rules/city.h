#pragma once

#include "services/rules/terms.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

struct ServicePoint {
    std::string district; ///< 海淀区
    std::string name;     ///< 东升
    bool applies = false; ///< takes applications
    bool issues = false;  ///< hands out cards

    bool operator==(const ServicePoint&) const = default;
};

struct District {
    std::string code; ///< six digits
    std::string name; ///< 海淀区
    int promisedWorkingDays = 10;

    bool operator==(const District&) const = default;
};

struct FingerprintReason {
    std::string code;                                            ///< "missing"
    std::string title;                                           ///< 缺指
    FingerprintResult result = FingerprintResult::notRegistered; ///< which result it explains

    bool operator==(const FingerprintReason&) const = default;
};

/// What the city decides: city.json.
struct City {
    std::string name;       ///< 北京市
    std::string areaPrefix; ///< "11": the register of the city
    std::vector<District> districts;
    std::vector<ServicePoint> servicePoints;
    std::vector<FingerprintReason> fingerprintReasons;
    int renewalMonthsBefore = 3;          ///< how early an expiring card may be renewed
    int postDaysMin = 3, postDaysMax = 5; ///< working days
    /// "{acceptanceNumber}" stands for the number; empty where the city sends no cards by post.
    std::string postalEntryTemplate;
    int proxyMinimumAge = 18; ///< of who collects a card for the holder
    /// What such a person brings, in the words of the paper.
    std::vector<std::string> proxyPapers;
    /// How long after a delivery by post the old card may stay out.
    int oldCardReturnDays = 30;
    std::vector<std::string> approvals; ///< names of ExceptionKind that a supervisor must decide

    const District* district(std::string_view code) const;
};

/// Reads city.json. Throws AssetError.
City parseCity(std::string_view text, const std::string& origin);

} // namespace guitai
