#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/facts/vocabulary.h"

namespace policycalc::facts {

/// The ids of the facts of a vocabulary and the codes of their options, found by look-up: the same
/// as Vocabulary::find() and Fact::findOption(), but without an allocation or a search. Worth
/// making to read many profiles. Immutable; any thread may read.
class NameIndex {
 public:
  explicit NameIndex(const Vocabulary& vocabulary);

  std::optional<FactIndex> findFact(std::string_view id) const;
  std::optional<std::size_t> findOption(FactIndex fact, std::string_view code) const;

 private:
  /// Adds a name within a group, unless the group has it: group 0 are the ids of the facts, group
  /// f + 1 the codes of the options of fact f.
  void add(std::uint32_t group, std::string_view name, std::uint32_t number);
  std::optional<std::uint32_t> find(std::uint32_t group, std::string_view name) const;

  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t begin = 0;  ///< of the name in names_
    std::uint32_t size = 0;
    std::uint32_t group = 0;
    std::uint32_t number = 0;
  };
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};

  /// The place in slots_ that has the name, or the free one where it would be.
  std::size_t placeOf(std::uint64_t hash, std::uint32_t group, std::string_view name) const;
  void grow();

  std::string names_;
  std::vector<Entry> entries_;
  /// Indices into entries_: a power of two of them, at most half taken.
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(16, kFree);
};

}  // namespace policycalc::facts
