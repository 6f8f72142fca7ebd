#pragma once

#include "services/clock.h"
#include "services/money.h"
#include "services/rules/terms.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

struct FeeLine {
    std::string code;  ///< "card", "temporaryCard", or that of another charge
    std::string title; ///< as on the paper: 居民身份证工本费（到期换领）
    Money amount;
    std::string ground; ///< why the line is zero; empty otherwise

    bool operator==(const FeeLine&) const = default;
};

struct ReliefGround {
    std::string code;
    std::string title;
    std::string ground;                 ///< the legal ground as printed
    std::int64_t percent = 100;         ///< part of the fee that is waived
    std::vector<ApplicationKind> kinds; ///< to which kinds it applies

    bool operator==(const ReliefGround&) const = default;
};

/// The prices of one period.
struct FeePeriod {
    Date from;
    std::string basis; ///< the document that set the prices
    std::vector<std::pair<ApplicationKind, FeeLine>> card;
    FeeLine temporaryCard;
    /// What the city collects at this window beside cards, such as a household register's fee.
    std::vector<FeeLine> others = {};
};

/// What one visit is charged for.
struct FeeRequest {
    ApplicationKind kind{};
    bool temporaryCard = false;
    std::string_view reliefGround = {};   ///< code of a ground, empty for none
    std::set<std::string> otherFees = {}; ///< codes of the period's other charges
};

/// What cards cost, by periods with their legal basis, and who pays less.
class FeeSchedule
{
public:
    FeeSchedule() = default;
    FeeSchedule(std::vector<FeePeriod> periods, std::vector<ReliefGround> reliefs);

    /// Lines of one application on `day`; relief changes the card's line only (Identity Card Law
    /// art. 20), and only for the kinds its ground names. An unknown ground waives nothing,
    /// an unknown other charge adds nothing. Throws
    /// AssetError before the first period.
    std::vector<FeeLine> linesFor(const FeeRequest& request, Date day) const;
    /// The other charges that can be asked for on `day`; none before the first period.
    std::vector<FeeLine> othersOn(Date day) const;
    const std::vector<ReliefGround>& reliefs() const { return m_reliefs; }
    const ReliefGround* relief(std::string_view code) const;

private:
    const FeePeriod* periodOf(Date day) const;

    std::vector<FeePeriod> m_periods;
    std::vector<ReliefGround> m_reliefs;
};

/// The sum of the lines.
Money total(const std::vector<FeeLine>& lines);

/// Reads fees.json. Throws AssetError.
FeeSchedule parseFeeSchedule(std::string_view text, const std::string& origin);

} // namespace guitai
