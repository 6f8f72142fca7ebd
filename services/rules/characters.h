#pragma once

namespace guitai
{

/// What a character is in a text of an application, by its Unicode general category and script,
/// whatever a font can draw.
enum class CharacterKind {
    han,        ///< an ideograph of any plane, U+3007 〇 included
    latin,      ///< a letter of the Latin script, accents included
    separator,  ///< U+00B7, the only one in a name (民委发〔2016〕33号)
    blank,      ///< any space separator
    digit,      ///< ASCII 0 to 9
    writing,    ///< other letters, numbers, punctuation and signs that an address may hold
    privateUse, ///< means something only to the machine that wrote it
    forbidden,  ///< controls, invisible characters, variation selectors, emoji, unassigned
};

CharacterKind kindOf(char32_t point);

} // namespace guitai
