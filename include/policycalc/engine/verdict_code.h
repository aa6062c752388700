#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace policycalc::engine {

/// In the order in which answers list them; `policies/README.md` has the table.
enum class Verdict : std::uint8_t {
  kEligible,
  kConditional,
  kUndetermined,
  kNotEligible,
  kNotApplicable,
  kNotInForce
};
constexpr std::size_t kVerdicts = 6;
std::string_view toString(Verdict verdict);
std::optional<Verdict> parseVerdict(std::string_view text);

}  // namespace policycalc::engine
