#include "forms/wording/fill.h"

#include "forms/text.h"
#include "forms/wording/request_words.h"
#include "forms/wording/words.h"

#include <wx/translation.h>

namespace guitai::words
{

namespace
{

/// JSON's types as people call them.
wxString typeInWords(std::string_view type)
{
    if (type == "string")
        return _("text");
    if (type == "boolean")
        return _("true or false");
    if (type == "number" || type == "integer")
        return _("a number");
    if (type == "object")
        return _("an object in braces");
    if (type == "array")
        return _("a list in brackets");
    return toUi(type);
}

wxString operationInWords(std::string_view operationName)
{
    for (int i = 0;; ++i) {
        const auto operation = static_cast<Operation>(i);
        const auto words = name(operation);
        if (words.empty())
            return toUi(operationName);
        if (nameOf(operation) == operationName)
            return words;
    }
}

/// The words of the enumerator called `enumerator`; the text itself when there is none, so that a
/// file's own spelling can be quoted.
template <class Enum>
wxString inWords(std::string_view enumerator)
{
    const auto value = fromName<Enum>(enumerator);
    return value ? name(*value) : toUi(enumerator);
}

/// A limit in bytes as "1 MiB", where it is a whole number of them.
wxString sizeInWords(const std::string& bytes)
{
    constexpr unsigned long long mebibyte = 1024 * 1024;
    auto count = 0ULL;
    if (!toUi(bytes).ToULongLong(&count) || count == 0 || count % mebibyte != 0)
        return toUi(bytes);
    return wxString::Format("%llu MiB", count / mebibyte);
}

wxString argumentInWords(Refusal::Code code, const std::string& argument)
{
    switch (code) {
        using enum Refusal::Code;
    case wrongType:
        return typeInWords(argument);
    case fileTooLarge:
        return sizeInWords(argument);
    case documentMissing:
    case copyMissing:
        return inWords<DocumentKind>(argument);
    case photoCheckFailed:
        return inWords<PhotoCheckKind>(argument);
    case wrongCategory:
        return inWords<Category>(argument);
    case notPermitted:
        return operationInWords(argument);
    case requestNotApproved: {
        const auto state = requestStateFrom(argument);
        return state ? name(*state) : toUi(argument);
    }
    case wrongState: {
        const auto state = caseStateFrom(argument);
        return state ? name(*state) : toUi(argument);
    }
    default: // every other argument is a number, an amount or a code point
        return toUi(argument);
    }
}

} // namespace

wxString filled(wxString text, const Refusal& refusal)
{
    text.Replace("{field}", refusal.field.empty() ? _("this entry") : field(refusal.field));
    text.Replace("{path}", toUi(refusal.field));
    for (std::size_t i = 0; i < 3; ++i) {
        const auto placeholder = wxString::Format("{%d}", static_cast<int>(i) + 1);
        // A dash rather than a hole, should a service not name what its wording asks for.
        const auto argument = i < refusal.arguments.size()
                                  ? argumentInWords(refusal.code, refusal.arguments[i])
                                  : wxString::FromUTF8("–");
        text.Replace(placeholder, argument);
    }
    return text;
}

} // namespace guitai::words
