#pragma once

#include "services/assets.h"
#include "services/rules/asset_error.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace guitai
{

/// The delivered asset with one text replaced, and the line on which it stood.
struct BrokenAsset {
    std::string text;
    long line = 0;
};

/// `old` must occur; `nth` counts from 0.
inline BrokenAsset
broken(const char* asset, std::string_view old, std::string_view replacement, int nth = 0)
{
    auto text = Assets{}.load(asset);
    auto at = text.find(old);
    for (; nth > 0 && at != text.npos; --nth)
        at = text.find(old, at + 1);
    REQUIRE(at != text.npos);
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
    text.replace(at, old.size(), replacement);
    return {text, line};
}

/// What the parser says about the text; empty when it finds nothing wrong.
template <class Parser>
std::string mistakeIn(Parser parse, std::string_view text)
{
    try {
        static_cast<void>(parse(text, "asset"));
        return {};
    } catch (const AssetError& error) {
        return error.what();
    }
}

/// "asset:LINE: MISTAKE", with the line moved by `shift` from where the text was replaced.
inline std::string complaint(const BrokenAsset& asset, std::string_view mistake, long shift = 0)
{
    return "asset:" + std::to_string(asset.line + shift) + ": " + std::string{mistake};
}

} // namespace guitai
