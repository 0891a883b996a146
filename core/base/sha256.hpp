// SHA-256 (FIPS 180-4), for signatures and for each party's reference numbers.
#pragma once

#include <string>
#include <string_view>

namespace cppo {

/// The digest of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace cppo
