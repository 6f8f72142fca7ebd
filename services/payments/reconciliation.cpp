#include "services/payments/reconciliation.h"

#include "services/payments/order_number.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>
#include <tuple>
#include <unordered_map>

namespace guitai
{

namespace
{

using Kind = BillLine::Kind;

constexpr auto classNames = std::array{
    std::pair{DifferenceClass::match, std::string_view{"match"}},
    std::pair{DifferenceClass::billOnly, std::string_view{"billOnly"}},
    std::pair{DifferenceClass::billOnlyUnknown, std::string_view{"billOnlyUnknown"}},
    std::pair{DifferenceClass::localOnly, std::string_view{"localOnly"}},
    std::pair{DifferenceClass::amount, std::string_view{"amount"}},
    std::pair{DifferenceClass::status, std::string_view{"status"}},
    std::pair{DifferenceClass::refundBillOnly, std::string_view{"refundBillOnly"}},
    std::pair{DifferenceClass::duplicate, std::string_view{"duplicate"}},
    std::pair{DifferenceClass::crossDay, std::string_view{"crossDay"}},
    std::pair{DifferenceClass::fee, std::string_view{"fee"}},
    std::pair{DifferenceClass::caseUnpaid, std::string_view{"caseUnpaid"}},
};

/// A payment by its order, a refund by its own number; a reversal by its order, too.
struct TradeKey {
    bool isPayment = false;
    std::string_view order;
    std::string_view refund;

    bool operator==(const TradeKey&) const = default;
};

struct KeyHash {
    std::size_t operator()(const TradeKey& key) const
    {
        const auto hash = std::hash<std::string_view>{};
        return hash(key.order) * 31 + hash(key.refund) * 2 + (key.isPayment ? 1 : 0);
    }
};

TradeKey keyOf(const BillLine& line)
{
    return {line.kind == Kind::pay, line.orderNumber, line.refundNumber};
}

TradeKey keyOf(const LocalTrade& trade)
{
    return {trade.kind == Kind::pay, trade.orderNumber, trade.refundNumber};
}

/// A record and whether a line has taken it.
struct Slot {
    const LocalTrade* record = nullptr;
    bool taken = false;
};

Money signedBy(Kind kind, Money amount)
{
    return kind == Kind::pay ? amount : Money{} - amount;
}

class Comparison
{
public:
    explicit Comparison(const ReconciliationInput& input) : m_input(input)
    {
        m_sheet.day = input.day;
        m_slots.reserve(input.records.size());
        for (const auto& record : input.records) {
            m_slots.try_emplace(keyOf(record), Slot{&record});
            if (record.kind == Kind::pay && record.done)
                ++m_captures[record.chargeId];
        }
    }

    Reconciliation run()
    {
        for (const auto& line : m_input.bill)
            if (isOurs(line.orderNumber))
                compare(line);
            else
                ++m_sheet.foreign;
        findNextDay();
        addRecords();
        std::ranges::sort(m_sheet.differences, {}, [](const Difference& difference) {
            return std::tuple{difference.kind, difference.id, difference.line};
        });
        for (const auto& difference : m_sheet.differences)
            m_sheet.explained = m_sheet.explained + difference.billEffect - difference.localEffect;
        return std::move(m_sheet);
    }

private:
    /// A window of one character is also the beginning of one of two digits: window 3 of window 36.
    bool isOurs(const std::string& order) const
    {
        constexpr std::size_t stationAndCharacter = 4;
        if (!order.starts_with(m_input.prefix))
            return false;
        const auto parts = orderNumberPartsFrom(order);
        return !parts || parts->device.size() == 1 || m_input.prefix.size() != stationAndCharacter;
    }

    /// A line about money that went back may be that of a reversal, whatever number it has.
    Slot* slotOf(const BillLine& line)
    {
        auto found = m_slots.find(keyOf(line));
        if (found == m_slots.end() && line.kind != Kind::pay)
            found = m_slots.find(TradeKey{false, line.orderNumber, {}});
        return found == m_slots.end() ? nullptr : &found->second;
    }

    bool isOfDay(const LocalTrade& record) const
    {
        return record.at && m_input.time.dateOf(*record.at) == m_input.day;
    }

    void compare(const BillLine& line)
    {
        ++m_sheet.lines;
        auto& sum = line.kind == Kind::pay ? m_sheet.billPaid : m_sheet.billRefunded;
        sum = sum + line.amount;
        m_sheet.feeMilliFen += line.feeMilliFen;
        auto* slot = slotOf(line);
        const auto kind = classOf(line, slot);
        const auto* record = slot != nullptr && !slot->taken ? slot->record : nullptr;
        if (slot != nullptr)
            slot->taken = true;
        if (kind == DifferenceClass::match)
            ++m_sheet.matched;
        else
            add(kind, line, record);
        compareFee(line);
    }

    DifferenceClass classOf(const BillLine& line, const Slot* slot) const
    {
        const auto isPayment = line.kind == Kind::pay;
        if (slot == nullptr)
            return isPayment ? DifferenceClass::billOnlyUnknown : DifferenceClass::refundBillOnly;
        if (slot->taken) // the provider lists it twice
            return isPayment ? DifferenceClass::duplicate : DifferenceClass::refundBillOnly;
        const auto& record = *slot->record;
        if (record.amount != line.amount)
            return DifferenceClass::amount;
        if (isPayment && record.chargeDropped)
            return DifferenceClass::caseUnpaid;
        if (isPayment && isSecondCapture(record))
            return DifferenceClass::duplicate;
        if (!record.done)
            return isPayment ? DifferenceClass::billOnly : DifferenceClass::status;
        return isOfDay(record) ? DifferenceClass::match : DifferenceClass::crossDay;
    }

    /// Of several payments for one charge the earliest one stands.
    bool isSecondCapture(const LocalTrade& record) const
    {
        const auto captures = m_captures.find(record.chargeId);
        const auto others = captures == m_captures.end() ? 0 : captures->second;
        if (record.chargeId.empty() || others < (record.done ? 2 : 1))
            return false;
        if (!record.done) // paid at the provider beside one that is paid here
            return true;
        return std::ranges::any_of(m_input.records, [&](const LocalTrade& other) {
            return other.kind == Kind::pay && other.done && other.chargeId == record.chargeId &&
                   std::tuple{other.at, other.orderNumber} <
                       std::tuple{record.at, record.orderNumber};
        });
    }

    void add(DifferenceClass kind, const BillLine& line, const LocalTrade* record)
    {
        auto difference =
            Difference{.id = {},
                       .kind = kind,
                       .trade = line.kind,
                       .orderNumber = line.orderNumber,
                       .refundNumber = line.refundNumber,
                       .providerNumber = line.providerNumber,
                       .chargeId = record != nullptr ? record->chargeId : std::string{},
                       .local = {},
                       .bill = line.amount,
                       .localEffect = {},
                       .billEffect = signedBy(line.kind, line.amount),
                       .line = line.line};
        if (record != nullptr && record->done) {
            difference.local = record->amount;
            if (isOfDay(*record))
                difference.localEffect = signedBy(record->kind, record->amount);
        }
        keep(std::move(difference));
    }

    /// One of our records that the bill does not have.
    void add(DifferenceClass kind, const LocalTrade& record)
    {
        keep({.id = {},
              .kind = kind,
              .trade = record.kind,
              .orderNumber = record.orderNumber,
              .refundNumber = record.refundNumber,
              .providerNumber = {},
              .chargeId = record.chargeId,
              .local = record.amount,
              .bill = {},
              .localEffect = signedBy(record.kind, record.amount),
              .billEffect = {},
              .line = 0});
    }

    void keep(Difference difference)
    {
        auto id = std::string{nameOf(difference.kind)} + '/' + difference.orderNumber;
        if (difference.trade != Kind::pay)
            id += "/r/" + difference.refundNumber;
        const auto nth = ++m_ids[id];
        difference.id = nth == 1 ? id : id + '#' + std::to_string(nth);
        m_sheet.differences.push_back(std::move(difference));
    }

    /// Providers round to the fen, some of them per line.
    void compareFee(const BillLine& line)
    {
        if (!m_input.feePerMillion)
            return;
        constexpr std::int64_t tolerance = 1000; // 1/1000 fen
        auto agreed = line.amount.inFen() * *m_input.feePerMillion / 1000;
        if (line.kind != Kind::pay)
            agreed = line.feeMilliFen == 0 ? 0 : -agreed; // given back, or kept, by contract
        if (std::abs(line.feeMilliFen - agreed) <= tolerance)
            return;
        keep({.id = {},
              .kind = DifferenceClass::fee,
              .trade = line.kind,
              .orderNumber = line.orderNumber,
              .refundNumber = line.refundNumber,
              .providerNumber = line.providerNumber,
              .chargeId = {},
              .local = Money::fen(agreed / 1000),
              .bill = Money::fen(line.feeMilliFen / 1000),
              .localEffect = {},
              .billEffect = {},
              .line = line.line});
    }

    /// What stands in tomorrow's bill is not missing in today's.
    void findNextDay()
    {
        for (const auto& line : m_input.nextBill) {
            auto* slot = slotOf(line);
            if (slot == nullptr || slot->taken)
                continue;
            const auto& record = *slot->record;
            if (!record.done || !isOfDay(record) || record.amount != line.amount)
                continue;
            slot->taken = true;
            add(DifferenceClass::crossDay, record);
        }
    }

    void addRecords()
    {
        for (const auto& record : m_input.records) {
            if (!record.done || !isOfDay(record))
                continue;
            const auto isPayment = record.kind == Kind::pay;
            auto& sum = isPayment ? m_sheet.localPaid : m_sheet.localRefunded;
            sum = sum + record.amount;
            const auto& slot = m_slots.at(keyOf(record));
            if (slot.record != &record || !slot.taken)
                add(isPayment ? DifferenceClass::localOnly : DifferenceClass::status, record);
        }
    }

    const ReconciliationInput& m_input;
    Reconciliation m_sheet;
    std::unordered_map<TradeKey, Slot, KeyHash> m_slots;
    std::unordered_map<std::string_view, int> m_captures; ///< charge → payments that are done
    std::unordered_map<std::string, int> m_ids;
};

} // namespace

std::string_view nameOf(DifferenceClass kind)
{
    for (const auto& [known, name] : classNames)
        if (known == kind)
            return name;
    throw std::logic_error("a class of difference that does not exist");
}

std::optional<DifferenceClass> differenceClassFrom(std::string_view name)
{
    for (const auto& [kind, known] : classNames)
        if (known == name)
            return kind;
    return std::nullopt;
}

Reconciliation reconcile(const ReconciliationInput& input)
{
    return Comparison{input}.run();
}

} // namespace guitai
