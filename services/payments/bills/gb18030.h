#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// From GBK, which GB 18030 contains, to UTF-8 and back, with the C library's tables.
class Gb18030
{
public:
    Gb18030(); ///< throws ServiceFailure when the C library has no tables

    /// No value when the bytes are not in the encoding.
    std::optional<std::string> toUtf8(std::string_view bytes) const;
    std::optional<std::string> fromUtf8(std::string_view text) const;

private:
    struct Deleter {
        void operator()(void* descriptor) const;
    };
    std::unique_ptr<void, Deleter> m_decoder;
    std::unique_ptr<void, Deleter> m_encoder;
};

} // namespace guitai
