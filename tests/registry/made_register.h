#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace policycalc::registry::test {

/// A company register as authorities export it, with made firms. The same seed gives the same
/// register.
struct MadeRegister {
  std::string csv;                    ///< UTF-8, with the names of the columns
  std::vector<std::string> profiles;  ///< by row: what the row means, as the JSON of a profile
  std::vector<std::string> codes;     ///< by row: the credit code
};
MadeRegister madeRegister(std::uint32_t seed, std::size_t firms);

}  // namespace policycalc::registry::test
