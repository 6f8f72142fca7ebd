#pragma once

#include "services/clock.h"
#include "services/result.h"
#include "services/rules/terms.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace guitai
{

/// Text as a chip holds it, in a field of fixed length.
struct ChipText {
    std::string text = {}; ///< UTF-8, without the padding
    /// The field is full, or has one unit left, which a character of two would not have found room
    /// in: what was registered may be longer. Never taken as the whole.
    bool mayBeCut = false;
    /// Holds characters that mean something only to the machine that wrote them (U+E000 to U+F8FF
    /// and the like); no font draws them.
    bool hasPrivateUse = false;

    bool operator==(const ChipText&) const = default;
};

/// Reads the fields of a chip's text (GA/T 490: UTF-16LE, fixed places, padded with spaces) and
/// gathers what is wrong. A refusal names the field and never what it holds.
class ChipFields
{
public:
    /// `block` must outlive this; fields outside it are a logic_error.
    explicit ChipFields(std::span<const std::byte> block) : m_block(block) {}

    /// Offset and length of a field, in bytes.
    struct Place {
        std::size_t offset;
        std::size_t length;
    };
    enum class Need { required, optional };

    /// Free text: no controls, no half surrogate pairs, nothing that is no character.
    ChipText text(Place place, const std::string& field, Need need);
    /// Text that is continued in a second place.
    ChipText text(Place place, Place rest, const std::string& field, Need need);
    /// A person's name: the same, with the separator's look-alikes made U+00B7.
    ChipText name(Place place, const std::string& field, Need need);
    /// ASCII letters (upper case) and digits, exactly as many as `length` unless the field is empty
    /// and need not be filled.
    std::string code(Place place, std::size_t length, const std::string& field, Need need);
    /// Eight digits that are a day.
    Date date(Place place, const std::string& field);
    /// The same, or none for 长期 (without end).
    std::optional<Date> lastDay(Place place, const std::string& field);
    /// GB/T 2261.1: none for "unknown" (0) and "not stated" (9).
    std::optional<Sex> sex(Place place, const std::string& field);

    void refuse(Refusal::Code code, const std::string& field);
    /// True while nothing was refused of that field.
    bool isSound(std::string_view field) const;
    const Refusals& refusals() const { return m_refusals; }

private:
    std::u16string unitsAt(Place place) const;
    ChipText decoded(std::u16string_view units, const std::string& field, Need need);

    std::span<const std::byte> m_block;
    Refusals m_refusals;
};

} // namespace guitai
