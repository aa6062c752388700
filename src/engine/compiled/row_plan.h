#pragma once

#include <cstdint>
#include <vector>

#include "policycalc/engine/compiled_edition.h"

namespace policycalc::engine {

/// A compiled edition as a Row reads it: each part is one list in the order of its slots, and no
/// step branches on an answer, because a processor cannot guess what a company answers.
struct RowPlan {
  using Slot = CompiledEdition::Slot;

  /// Rows of truths are copied in words of this many bytes. What follows the slots of a test is
  /// then overwritten by later steps, and the slots of a Row end with a word to spare.
  static constexpr std::size_t kWord = sizeof(std::uint64_t);

  /// The tests of a choice or boolean: a row of truths for each option and one without an answer.
  struct Choice {
    std::uint64_t no_answer = 0;  ///< the bit after those of the options
    facts::FactIndex fact = 0;
    Slot first = 0;
    std::uint32_t truths = 0;  ///< where its rows begin
    std::uint32_t count = 0;   ///< of its tests
  };
  /// The tests of a fact with a set of options: some of ListTest.
  struct List {
    facts::FactIndex fact = 0;
    Slot first = 0;
    std::uint32_t tests = 0;
    std::uint32_t count = 0;
  };
  /// Whether some of the asked options are given; flipped, whether none of them is not.
  struct ListTest {
    std::uint64_t asked = 0;
    std::uint64_t flipped = 0;  ///< all bits for a test that all of them are given
  };
  /// The first two inputs of a gate; further ones follow `rest` in CompiledEdition::inputs().
  struct Gate {
    Slot left = 0;
    Slot right = 0;
    TruthBits any = 0;  ///< all bits if one input suffices
    bool negates = false;
    std::uint32_t more = 0;
    std::uint32_t rest = 0;
  };
  /// How a verdict depends on the slots of CompiledEdition::Rule, unless it is closed.
  struct Decision {
    Slot concerns = 0;
    Slot meets = 0;
    std::uint8_t row = 0;  ///< of the table of verdicts
  };

  explicit RowPlan(const CompiledEdition& compiled);

  std::vector<Choice> choices;
  std::vector<TruthBits> truths;  ///< with a word to spare
  std::vector<List> lists;
  std::vector<ListTest> list_tests;
  std::vector<std::uint32_t> others;  ///< of CompiledEdition::optionTests()
  std::vector<Gate> gates;
  std::vector<Decision> decisions;
};

}  // namespace policycalc::engine
