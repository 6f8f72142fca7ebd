#pragma once

#include "services/payments/attempt.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// One case's charge inside an electronic payment. A charge of one case has one item, itself.
struct ChargeItem {
    std::string acceptanceNumber;
    std::string chargeId;
    Money due;

    bool operator==(const ChargeItem&) const = default;
};

/// Money that this window does not give back any more: the finance desk does, by transfer.
/// Decided by two persons, with a reason.
struct FinanceHandover {
    std::string chargeId;          ///< of the item
    std::string orderNumber = {};  ///< empty: cash
    std::string refundNumber = {}; ///< of the refund that did not come through, if there is one
    Money amount = {};
    std::string reason = {};
    std::string requester = {};  ///< user id
    std::string supervisor = {}; ///< user id
    Instant at = {};

    bool operator==(const FinanceHandover&) const = default;
};

/// A charge with what was tried to collect it electronically: the fold of "charge/ID". A merged one
/// has an id of its own and collects the charges of several cases in one order.
struct ChargeRecord {
    std::string id;
    std::vector<ChargeItem> items;
    Money due;
    ChargeState state = ChargeState::open;
    std::optional<Tender> tender = {};
    std::string settledBy = {};                  ///< order number; empty for cash and exemption
    std::string lockedBy = {};                   ///< the merged charge that collects it now
    Instant validUntil{};                        ///< of a merged charge
    std::vector<Attempt> attempts = {};          ///< oldest first
    std::vector<ElectronicRefund> refunds = {};  ///< oldest first
    std::vector<FinanceHandover> handovers = {}; ///< oldest first

    bool isMerged() const { return isMergedId(id); }
    static bool isMergedId(std::string_view chargeId);
    const Attempt* attempt(std::string_view orderNumber) const;
    /// The attempt that keeps the charge from any other tender.
    const Attempt* blocking() const;
    const ElectronicRefund* refund(std::string_view refundNumber) const;
    /// What went back of an order, and what is still to go back.
    Money refundedOf(std::string_view orderNumber) const;
    Money underWayOf(std::string_view orderNumber) const;
    /// What the finance desk gives back of an order; of cash for an empty one. A refund that came
    /// through after all is not counted.
    Money handedOf(std::string_view orderNumber) const;
    /// What of the order is still here: paid, not on its way back, and not the finance desk's.
    Money keptOf(const Attempt& attempt) const;
    /// What a withdrawn case's item is still owed: neither given back, nor on its way, nor handed
    /// over. `due` is the item's.
    Money owedOf(const ChargeItem& item) const;
    /// Late money that neither settles the charge nor is on its way back.
    bool hasSurplus() const;
    bool operator==(const ChargeRecord&) const = default;
};

} // namespace guitai
