#pragma once

#include "services/bytes.h"
#include "services/journal/event.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_mac_ctx_st; // OpenSSL's EVP_MAC_CTX

namespace guitai
{

/// Bytes over which hashes and MACs are made, such that no two different contents have the same.
///
/// Every field is written as a netstring: its length in bytes as a decimal number, a colon, the
/// bytes, a comma. Integers go in as decimal text, booleans as 0 and 1. The first field names the
/// purpose, so that a seal of one kind never passes for another:
///
///   event        window, sequence, at (Unix seconds), kind, subject, actor, payload, previousHash
///                → hash = SHA-256 of this; mac = HMAC-SHA-256 of the form "event-mac", hash
///   head         sequence, hash                                        → mac
///   attachment   sha256, mediaType, size                               → mac
///   draft        id, owner, parked, savedAt, then path and mac of each field in order  → mac
///   draft-field  draft id, path, value                                 → mac
///   the name of an index table, then its columns in order without mac  → mac
class CanonicalForm
{
public:
    explicit CanonicalForm(std::string_view purpose) { add(purpose); }

    CanonicalForm& add(std::string_view field);
    CanonicalForm& add(std::int64_t field);
    const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

/// The journal's key, in memory that is locked and wiped.
class SecretKey
{
public:
    static constexpr std::size_t length = 32;
    /// Throws std::logic_error unless `bytes` are 32.
    explicit SecretKey(std::span<const std::byte> bytes);

    std::span<const std::byte> bytes() const { return {m_memory.get(), length}; }

private:
    struct Wipe {
        void operator()(std::byte* memory) const;
    };
    std::unique_ptr<std::byte[], Wipe> m_memory;
};

/// Makes and checks hashes and MACs of stored content. Used by one thread: the keyed state is set
/// up once, which costs as much as a MAC, and begun anew for each.
class Sealer
{
public:
    explicit Sealer(const SecretKey& key);

    std::string mac(const CanonicalForm& form) const;
    bool matches(const CanonicalForm& form, std::string_view mac) const;

    static std::string hashOf(const Event& event);
    std::string macOf(const Event& event) const;
    /// Writes hash and MAC into the event.
    void seal(Event& event) const;
    bool hashHolds(const Event& event) const { return event.hash == hashOf(event); }
    bool macHolds(const Event& event) const;
    /// Throws ServiceFailure(damaged) unless hash and MAC hold.
    void require(const Event& event) const;

private:
    struct Free {
        void operator()(evp_mac_ctx_st* state) const;
    };
    std::unique_ptr<evp_mac_ctx_st, Free> m_state; ///< wiped when freed
};

/// What stands before the first event.
inline const std::string noHash(64, '0');

} // namespace guitai
