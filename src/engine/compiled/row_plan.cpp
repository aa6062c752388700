#include "engine/compiled/row_plan.h"

#include <algorithm>

namespace policycalc::engine {
namespace {

using Kind = CompiledEdition::OptionTest::Kind;
using OptionTests = CompiledEdition::OptionTests;

constexpr std::uint64_t kAllBits = ~std::uint64_t{0};

/// Whether its tests are of what a list holds.
bool isOfList(const OptionTests& tests) {
  return tests.source == CompiledEdition::Source::kGiven &&
         std::all_of(tests.tests.begin(), tests.tests.end(), [](const auto& test) {
           return test.kind == Kind::kAny || test.kind == Kind::kAll;
         });
}

/// Whether its options leave a bit for no answer.
bool isChoice(const OptionTests& tests) {
  return tests.single && tests.all.size() < facts::kMaxOptions;
}

}  // namespace

RowPlan::RowPlan(const CompiledEdition& compiled) {
  for (std::uint32_t i = 0; i < compiled.optionTests().size(); ++i) {
    const OptionTests& tests = compiled.optionTests()[i];
    const auto count = static_cast<std::uint32_t>(tests.tests.size());
    if (isChoice(tests)) {
      choices.push_back({std::uint64_t{1} << tests.all.size(), tests.fact, tests.first,
                         static_cast<std::uint32_t>(truths.size()), count});
      truths.insert(truths.end(), tests.truths.begin(), tests.truths.end());
    } else if (isOfList(tests)) {
      lists.push_back(
          {tests.fact, tests.first, static_cast<std::uint32_t>(list_tests.size()), count});
      for (const CompiledEdition::OptionTest& test : tests.tests) {
        list_tests.push_back({test.asked.bits(), test.kind == Kind::kAll ? kAllBits : 0});
      }
    } else {
      others.push_back(i);
    }
  }
  truths.insert(truths.end(), kWord, kUnknownBits);
  for (const CompiledEdition::Gate& gate : compiled.gates()) {
    const CompiledEdition::Slot* inputs = compiled.inputs().data() + gate.first;
    constexpr std::uint32_t kFirst = 2;
    const std::uint32_t more = gate.count > kFirst ? gate.count - kFirst : 0;
    gates.push_back(
        {inputs[0], inputs[gate.count > 1 ? 1 : 0],
         static_cast<TruthBits>(gate.kind == criteria::Criterion::Kind::kAny ? 0xFF : 0),
         gate.kind == criteria::Criterion::Kind::kNot, more, gate.first + kFirst});
  }
  for (const CompiledEdition::Rule& rule : compiled.rules()) {
    constexpr std::uint8_t kJudged = 16;
    constexpr std::uint8_t kInForce = 32;
    decisions.push_back(
        {rule.concerns, rule.meets,
         static_cast<std::uint8_t>((rule.judged ? kJudged : 0) + (rule.in_force ? kInForce : 0))});
  }
}

}  // namespace policycalc::engine
