#pragma once

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace policycalc::facts {

/// Index of a fact in its vocabulary.
using FactIndex = std::uint16_t;

/// A fact has at most this many options.
constexpr std::size_t kMaxOptions = 64;

/// A set of options of one fact, each named by its index. A range-based `for` visits the indices in
/// rising order. A boolean has two options: 0 is false, 1 is true.
class OptionSet {
 public:
  class Iterator {
   public:
    constexpr explicit Iterator(std::uint64_t rest) : rest_(rest) {}
    constexpr std::size_t operator*() const {
      return static_cast<std::size_t>(std::countr_zero(rest_));
    }
    constexpr Iterator& operator++() {
      rest_ &= rest_ - 1;
      return *this;
    }
    constexpr bool operator==(const Iterator&) const = default;

   private:
    std::uint64_t rest_;
  };

  constexpr OptionSet() = default;
  /// The set of one option.
  static constexpr OptionSet of(std::size_t option) {
    return OptionSet(std::uint64_t{1} << option);
  }
  /// The options 0 to `count` - 1.
  static constexpr OptionSet firstOf(std::size_t count) {
    return OptionSet(count >= kMaxOptions ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1);
  }

  constexpr bool isEmpty() const { return bits_ == 0; }
  constexpr std::size_t size() const { return static_cast<std::size_t>(std::popcount(bits_)); }
  constexpr bool isSingle() const { return std::has_single_bit(bits_); }
  /// The option with the lowest index. The set must not be empty.
  constexpr std::size_t first() const { return *begin(); }

  constexpr bool has(std::size_t option) const { return (bits_ >> option & 1U) != 0; }
  constexpr bool hasAny(OptionSet options) const { return (bits_ & options.bits_) != 0; }
  constexpr bool hasAll(OptionSet options) const { return (options.bits_ & ~bits_) == 0; }

  constexpr void add(std::size_t option) { bits_ |= of(option).bits_; }
  constexpr void add(OptionSet options) { bits_ |= options.bits_; }
  constexpr OptionSet without(OptionSet options) const { return OptionSet(bits_ & ~options.bits_); }

  constexpr OptionSet operator|(OptionSet other) const { return OptionSet(bits_ | other.bits_); }
  constexpr OptionSet operator&(OptionSet other) const { return OptionSet(bits_ & other.bits_); }

  /// Bit i says whether the set has option i.
  constexpr std::uint64_t bits() const { return bits_; }

  constexpr Iterator begin() const { return Iterator(bits_); }
  constexpr Iterator end() const { return Iterator(0); }

  constexpr auto operator<=>(const OptionSet&) const = default;

 private:
  constexpr explicit OptionSet(std::uint64_t bits) : bits_(bits) {}

  std::uint64_t bits_ = 0;
};

constexpr OptionSet kFalse = OptionSet::of(0);
constexpr OptionSet kTrue = OptionSet::of(1);

}  // namespace policycalc::facts
