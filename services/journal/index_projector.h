#pragma once

#include "services/journal/event.h"
#include "services/journal/index_tables.h"

#include <nlohmann/json_fwd.hpp>

namespace guitai
{

/// Turns events into rows of the index tables: the only writer of those, for appending and for the
/// rebuild alike. Reads nothing but the event and the rows that earlier events made.
class IndexProjector
{
public:
    explicit IndexProjector(IndexTables& tables) : m_tables(tables) {}

    /// `payload` is the event's own, parsed. Throws std::logic_error for one that payloads.h does
    /// not allow.
    void apply(const Event& event, const nlohmann::json& payload);
    void apply(const Event& event);

private:
    void applyKind(const Event& event, const nlohmann::json& payload);
    void applyToUser(const Event& event, const nlohmann::json& payload);
    void applyToShift(const Event& event, const nlohmann::json& payload);
    void applyToCharge(const Event& event, const nlohmann::json& payload);
    void confirmCase(const Event& event, const nlohmann::json& payload);
    void moveCase(const Event& event, const nlohmann::json& payload);
    void intendPaper(const Event& event, const nlohmann::json& payload);
    void endPaper(const nlohmann::json& payload, const std::string& state);
    void passOverSerials(const Event& event, const nlohmann::json& payload);
    void lockCharge(const Event& event, const nlohmann::json& payload);
    void planAttempt(const Event& event, const nlohmann::json& payload);
    void moveAttempt(const nlohmann::json& payload);
    void planRefund(const Event& event, const nlohmann::json& payload);
    void moveRefund(const Event& event, const nlohmann::json& payload);
    void handOverRefund(const nlohmann::json& payload);
    void addRefund(const std::string& orderNumber, Money amount);
    void makeRequest(const Event& event, const nlohmann::json& payload);
    void moveRequest(const Event& event, const nlohmann::json& payload);
    void changeDevice(const nlohmann::json& payload);
    void beginEpoch(int steps);
    void moveDrawer(const std::string& shift, Money cash, std::int64_t cases);

    IndexTables& m_tables;
};

/// Serials that each window owns of a day, and the quarters in which a restore passes them over.
inline constexpr int serialsOfAWindow = 1000;
inline constexpr int serialsOfAPart = 250;

} // namespace guitai
