#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace guitai
{

/// Lower-case hexadecimal. MD5 and SHA-1 because the providers ask for them (certificate numbers,
/// API v2, bill files); nothing of ours rests on them.
std::string md5(std::string_view text);
std::string sha1(std::string_view text);
/// Of what was sent and received, beside the copies that the journal keeps.
std::string sha256(std::string_view text);

/// SHA-1 of something that comes in pieces.
class Sha1
{
public:
    Sha1();
    void add(std::string_view piece);
    std::string hex(); ///< once, at the end

private:
    struct Deleter {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Deleter> m_context;
};

/// What AES-256-GCM seals in WeChat Pay's certificate answers: `sealed` ends with the tag of 16
/// bytes. No value for another key length than 32 bytes, another nonce length than 12, or a tag
/// that does not match; nothing is released before the tag was checked (NIST SP 800-38D).
std::optional<std::string> openAes256Gcm(std::string_view key,
                                         std::string_view nonce,
                                         std::string_view associatedData,
                                         std::string_view sealed);

/// Compares in a time that does not tell where the texts differ.
bool sameSecretText(std::string_view a, std::string_view b);

} // namespace guitai
