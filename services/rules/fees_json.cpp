#include "services/rules/asset_json.h"
#include "services/rules/fees.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

constexpr auto allKinds = std::array{
    ApplicationKind::firstIssue,
    ApplicationKind::expiry,
    ApplicationKind::damage,
    ApplicationKind::loss,
    ApplicationKind::nameChange,
    ApplicationKind::correction,
};

/// The cash desk takes whole yuan only.
bool isWholeYuan(std::int64_t fen)
{
    return fen % 100 == 0;
}

FeeLine readAmount(const AssetValue& value, const std::string& code)
{
    constexpr std::int64_t mostFen = 100'000;
    const auto fen = value.at("amount_fen").integer(0, mostFen);
    if (!isWholeYuan(fen))
        value.at("amount_fen").refuse("the amount is not in whole yuan");
    const auto* ground = value.find("ground");
    if (fen == 0 && ground == nullptr)
        value.refuse("a fee of zero needs its ground");
    if (fen != 0 && ground != nullptr)
        ground->refuse("only a fee of zero has a ground");
    return {.code = code,
            .title = value.at("title").text(),
            .amount = Money::fen(fen),
            .ground = ground == nullptr ? std::string{} : ground->text()};
}

FeeLine readLine(const AssetValue& value, const std::string& code)
{
    value.expectMembers({"title", "amount_fen", "ground"});
    return readAmount(value, code);
}

/// The voucher has room for two beside the card and the temporary card.
std::vector<FeeLine> readOthers(const AssetValue* value)
{
    constexpr auto most = std::size_t{2};
    auto lines = std::vector<FeeLine>{};
    if (!value)
        return lines;
    for (const auto& entry : value->items()) {
        entry.expectMembers({"code", "title", "amount_fen", "ground"});
        const auto code = entry.at("code").text();
        const auto taken = code == "card" || code == "temporaryCard";
        if (taken || std::ranges::find(lines, code, &FeeLine::code) != lines.end())
            entry.at("code").refuse("the code is given twice");
        lines.push_back(readAmount(entry, code));
        if (lines.size() > most)
            entry.refuse("there are more charges than the voucher has room for");
    }
    return lines;
}

FeePeriod readPeriod(const AssetValue& value)
{
    value.expectMembers({"from", "basis", "card", "temporaryCard", "others"});
    const auto& card = value.at("card");
    card.expectMembers({"firstIssue", "expiry", "damage", "loss", "nameChange", "correction"});
    auto period = FeePeriod{.from = value.at("from").date(),
                            .basis = value.at("basis").text(),
                            .card = {},
                            .temporaryCard = readLine(value.at("temporaryCard"), "temporaryCard"),
                            .others = readOthers(value.find("others"))};
    for (const auto kind : allKinds)
        period.card.emplace_back(kind, readLine(card.at(nameOf(kind)), "card"));
    return period;
}

std::vector<FeePeriod> readPeriods(const AssetValue& value)
{
    auto periods = std::vector<FeePeriod>{};
    for (const auto& entry : value.items()) {
        periods.push_back(readPeriod(entry));
        const auto count = periods.size();
        if (count > 1 && periods[count - 1].from <= periods[count - 2].from)
            entry.at("from").refuse("the period does not begin after the one before");
    }
    if (periods.empty())
        value.refuse("there is no period");
    return periods;
}

std::vector<ApplicationKind> readKinds(const AssetValue& value)
{
    auto kinds = std::vector<ApplicationKind>{};
    for (const auto& entry : value.items()) {
        const auto kind = fromName<ApplicationKind>(entry.text());
        if (!kind)
            entry.refuse("no kind of application has this name");
        if (std::ranges::find(kinds, *kind) != kinds.end())
            entry.refuse("the kind is given twice");
        kinds.push_back(*kind);
    }
    if (kinds.empty())
        value.refuse("the relief applies to nothing");
    return kinds;
}

/// Whether the relief leaves whole yuan of every price that it changes.
bool leavesWholeYuan(const ReliefGround& relief, const std::vector<FeePeriod>& periods)
{
    for (const auto& period : periods)
        for (const auto& [kind, line] : period.card) {
            const auto changes = std::ranges::find(relief.kinds, kind) != relief.kinds.end();
            const auto yuan = line.amount.inFen() / 100;
            if (changes && !isWholeYuan(yuan * (100 - relief.percent)))
                return false;
        }
    return true;
}

ReliefGround readRelief(const AssetValue& value, const std::vector<FeePeriod>& periods)
{
    value.expectMembers({"code", "title", "ground", "percent", "kinds"});
    auto relief = ReliefGround{.code = value.at("code").text(),
                               .title = value.at("title").text(),
                               .ground = value.at("ground").text(),
                               .percent = value.at("percent").integer(1, 100),
                               .kinds = readKinds(value.at("kinds"))};
    if (!leavesWholeYuan(relief, periods))
        value.at("percent").refuse("the relief leaves an amount that is not in whole yuan");
    return relief;
}

} // namespace

FeeSchedule parseFeeSchedule(std::string_view text, const std::string& origin)
{
    const auto file = parseAsset(text, origin);
    file.expectMembers({"periods", "reliefs"});
    auto periods = readPeriods(file.at("periods"));
    auto reliefs = std::vector<ReliefGround>{};
    for (const auto& entry : file.at("reliefs").items()) {
        auto relief = readRelief(entry, periods);
        if (std::ranges::find(reliefs, relief.code, &ReliefGround::code) != reliefs.end())
            entry.at("code").refuse("the code is given twice");
        reliefs.push_back(std::move(relief));
    }
    return {std::move(periods), std::move(reliefs)};
}

} // namespace guitai
