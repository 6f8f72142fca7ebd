#pragma once

#include <wx/choice.h>

#include <optional>
#include <utility>
#include <vector>

namespace guitai
{

/// A choice among values; nothing chosen is no value. Typing a first letter or digit selects.
template <class Value>
class ValueChoice : public wxChoice
{
public:
    ValueChoice(wxWindow* parent, wxWindowID id) : wxChoice(parent, id) {}

    void offer(const std::vector<std::pair<Value, wxString>>& entries)
    {
        const auto before = value();
        m_values.clear();
        auto words = wxArrayString{};
        for (const auto& [entry, label] : entries) {
            m_values.push_back(entry);
            words.push_back(label);
        }
        Set(words);
        setValue(before);
    }
    std::optional<Value> value() const
    {
        const auto at = GetSelection();
        return at == wxNOT_FOUND ? std::nullopt
                                 : std::optional{m_values[static_cast<std::size_t>(at)]};
    }
    void setValue(const std::optional<Value>& value)
    {
        SetSelection(wxNOT_FOUND);
        for (std::size_t i = 0; value && i < m_values.size(); ++i)
            if (m_values[i] == *value)
                SetSelection(static_cast<int>(i));
    }
    const std::vector<Value>& values() const { return m_values; }

private:
    std::vector<Value> m_values;
};

} // namespace guitai
