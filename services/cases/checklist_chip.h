#pragma once

#include "services/cases/checklist_steps.h"
#include "services/rules/citizen_number.h"
#include "services/rules/person_name.h"

#include <string>

namespace guitai
{

/// Whether the copy is of the card with the person's number.
template <class Person>
bool isChipOf(const ChipCopy& chip, const Person& person)
{
    return chip.number == normalisedCitizenNumber(person.citizenNumber);
}

/// The chip has room for 15 units of a name: one that fills them may go on in the register
/// (GA/T 490; names have up to 50 characters).
template <class Person>
void judgeChipName(const Person& person, const std::string& field, Findings& findings)
{
    const auto& chip = person.chip;
    if (!chip || !isChipOf(*chip, person) || person.name.empty())
        return;
    const auto name = normalisedName(person.name);
    if (chip->nameMayBeCut && !chip->nameIsWhole && name == chip->name)
        findings.wrong(Refusal::Code::nameMayGoOn, field);
    else if (name != chip->name && !(chip->nameMayBeCut && name.starts_with(chip->name)))
        findings.warn(Refusal::Code::differsFromChip, field);
}

} // namespace guitai
