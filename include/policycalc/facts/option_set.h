#pragma once

#include <cstddef>
#include <cstdint>

namespace policycalc::facts {

/// Index of a fact in its vocabulary.
using FactIndex = std::uint16_t;

/// Set of options of one fact, bit i for option i. A boolean is a choice of two: bit 0 is false,
/// bit 1 is true. A fact has at most 64 options.
using OptionSet = std::uint64_t;
constexpr std::size_t kMaxOptions = 64;
constexpr OptionSet kFalse = 1;
constexpr OptionSet kTrue = 2;

}  // namespace policycalc::facts
