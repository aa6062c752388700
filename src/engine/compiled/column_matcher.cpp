#include <algorithm>
#include <bit>

#include "policycalc/engine/row.h"

#include "engine/compiled/column_kernels.h"

namespace policycalc::engine {
namespace {

using facts::OptionSet;
using OptionTest = CompiledEdition::OptionTest;
using Source = CompiledEdition::Source;

/// Sets what holds of the rows where it is known; the others stay open.
void setKnown(ColumnMatcher::Truths& truths, const Plane& met, const Plane& known) {
  for (std::size_t i = 0; i < kPlaneWords; ++i) {
    truths.met.words[i] = met.words[i] & known.words[i];
    truths.open.words[i] = met.words[i] | ~known.words[i];
  }
}

Plane inverse(const Plane& plane) {
  Plane out;
  for (std::size_t i = 0; i < kPlaneWords; ++i) out.words[i] = ~plane.words[i];
  return out;
}

void add(Plane& plane, const Plane& other) {
  for (std::size_t i = 0; i < kPlaneWords; ++i) plane.words[i] |= other.words[i];
}

/// A test on facts of which several options may be possible.
void setPossible(ColumnMatcher::Truths& truths, const Plane& any, const Plane& others,
                 const Plane& none) {
  for (std::size_t i = 0; i < kPlaneWords; ++i) {
    truths.met.words[i] = any.words[i] & ~others.words[i] & ~none.words[i];
    truths.open.words[i] = any.words[i];
  }
}

Plane planeOf(bool holds) {
  Plane plane;
  if (holds) plane.words.fill(~std::uint64_t{0});
  return plane;
}

}  // namespace

ColumnMatcher::ColumnMatcher(const CompiledEdition& compiled, Form form)
    : compiled_(compiled),
      kernels_(form == Form::kAvx2 || (form == Form::kFastest && hasAvx2()) ? Kernels::avx2()
                                                                            : Kernels::portable()),
      truths_(compiled.slots()),
      options_(facts::kMaxOptions),
      verdicts_(compiled.rules().size()) {
  truths_[CompiledEdition::kHolds] = {planeOf(true), planeOf(true)};
  for (const CompiledEdition::OptionTests& tests : compiled.optionTests()) {
    derives_ = derives_ || tests.source != Source::kGiven;
  }
  if (!compiled.otherTests().empty()) {
    scratch_.facts.resize(compiled.catalogue().vocabulary().facts().size());
  }
}

void ColumnMatcher::take(const ColumnBlock& block) {
  rows_ = block.size();
  if (derives_) deriveBody(block);
  testOptions(block);
  testNumbers(block);
  testDifferences(block);
  testOthers(block);
  passGates();
  decide();
}

void ColumnMatcher::testOptions(const ColumnBlock& block) {
  for (const CompiledEdition::OptionTests& tests : compiled_.optionTests()) {
    if (tests.single) {
      testSingle(tests, block);
    } else {
      testSets(tests, block);
    }
  }
}

void ColumnMatcher::testSingle(const CompiledEdition::OptionTests& tests,
                               const ColumnBlock& block) {
  const ColumnBlock::Options& column = block.options(tests.fact)->options;
  OptionSet asked;
  for (const OptionTest& test : tests.tests) asked.add(test.asked);
  for (const std::size_t option : asked) {
    kernels_.equal(column, static_cast<std::uint8_t>(option), options_[option]);
  }
  Plane unknown;
  kernels_.equal(column, ColumnBlock::kNoOption, unknown);
  const std::size_t count = tests.tests.size();
  for (std::size_t i = 0; i < count; ++i) {
    Plane met;
    for (const std::size_t option : tests.tests[i].asked& tests.all) {
      if (tests.truths[option * count + i] == kMetBits) add(met, options_[option]);
    }
    Truths& truths = truths_[tests.first + i];
    truths = {met, met};
    const TruthBits bits = tests.truths[tests.all.size() * count + i];
    if (bits != kNotMetBits) add(truths.open, unknown);
    if (bits == kMetBits) add(truths.met, unknown);
  }
}

void ColumnMatcher::testSets(const CompiledEdition::OptionTests& tests, const ColumnBlock& block) {
  const bool given = tests.source == Source::kGiven;
  const DerivedColumn* derived =
      given ? nullptr : &derived_[static_cast<std::size_t>(tests.source) - 1];
  const ColumnBlock::ListColumn* list = given ? block.list(tests.fact) : nullptr;
  const ColumnBlock::Sets& sets = given ? list->sets : derived->sets;
  const Plane& known = given ? list->known : derived->known;
  const Plane none = given ? Plane() : derived->none;
  for (std::size_t i = 0; i < tests.tests.size(); ++i) {
    const OptionTest& test = tests.tests[i];
    Truths& truths = truths_[tests.first + i];
    Plane held;
    if (test.kind == OptionTest::Kind::kAll) {
      kernels_.hasAll(sets, test.asked, held);
    } else {
      kernels_.hasAny(sets, test.asked, held);
    }
    if (test.kind == OptionTest::Kind::kPossible) {
      Plane others;
      kernels_.hasAny(sets, OptionSet::firstOf(facts::kMaxOptions).without(test.asked), others);
      setPossible(truths, held, others, none);
    } else {
      setKnown(truths, held, known);
      if (test.kind == OptionTest::Kind::kSaid) truths.open = truths.met;
    }
  }
}

void ColumnMatcher::testNumbers(const ColumnBlock& block) {
  for (const CompiledEdition::NumberTests& tests : compiled_.numberTests()) {
    const ColumnBlock::NumberColumn& column = *block.numbers(tests.fact);
    // The tests are sorted by their cuts.
    Plane reached;
    for (std::size_t i = 0; i < tests.tests.size(); ++i) {
      const CompiledEdition::CutTest& test = tests.tests[i];
      if (i == 0 || test.cut != tests.tests[i - 1].cut) {
        kernels_.atLeast(column.numbers, test.cut, reached);
      }
      setKnown(truths_[tests.first + i], test.below ? inverse(reached) : reached, column.known);
    }
  }
}

void ColumnMatcher::testDifferences(const ColumnBlock& block) {
  for (const CompiledEdition::DifferenceTest& test : compiled_.differenceTests()) {
    const ColumnBlock::NumberColumn& left = *block.numbers(test.left);
    const ColumnBlock::NumberColumn& right = *block.numbers(test.right);
    Plane met;
    Plane known;
    for (std::size_t i = 0; i < kPlaneWords; ++i) {
      known.words[i] = left.known.words[i] & right.known.words[i];
    }
    for (std::size_t row = 0; row < rows_; ++row) {
      const base::Int128 difference = base::Int128{left.numbers[row]} - right.numbers[row];
      if ((difference >= test.test.cut) != test.test.below) met.add(row);
    }
    setKnown(truths_[test.slot], met, known);
  }
}

void ColumnMatcher::testOthers(const ColumnBlock& block) {
  for (const CompiledEdition::OtherTest& test : compiled_.otherTests()) {
    Truths truths;
    for (std::size_t row = 0; row < rows_; ++row) {
      for (const facts::FactIndex fact : test.facts) {
        const ColumnBlock::NumberColumn& column = *block.numbers(fact);
        scratch_.facts[fact] = {{}, column.numbers[row], column.known.has(row), false};
      }
      const criteria::Truth truth =
          criteria::evaluate(*test.comparison, test.resolved, compiled_.catalogue().symbols(),
                             compiled_.day(), scratch_);
      if (truth == criteria::Truth::kMet) truths.met.add(row);
      if (truth != criteria::Truth::kNotMet) truths.open.add(row);
    }
    truths_[test.slot] = truths;
  }
}

void ColumnMatcher::passGates() {
  const std::span<const CompiledEdition::Slot> inputs = compiled_.inputs();
  Truths* out = truths_.data() + compiled_.firstGate();
  for (const CompiledEdition::Gate& gate : compiled_.gates()) {
    kernels_.pass(gate.kind, truths_.data(), inputs.subspan(gate.first, gate.count), *out++);
  }
}

void ColumnMatcher::decide() {
  const Plane& deregistered = truths_[compiled_.deregistered()].met;
  Plane closed = deregistered;
  add(closed, truths_[compiled_.revoked()].met);
  const std::span<const CompiledEdition::Rule> rules = compiled_.rules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Plane& closed_here = rules[i].closed_if_revoked ? closed : deregistered;
    if (rules[i].in_force) {
      kernels_.decide(rules[i], truths_.data(), closed_here, verdicts_[i]);
    } else {
      // Not in force is 5, not applicable 4.
      verdicts_[i] = {inverse(closed_here), Plane(), planeOf(true)};
    }
  }
}

criteria::Truth ColumnMatcher::truth(CompiledEdition::Slot slot, std::size_t row) const {
  const Truths& truths = truths_[slot];
  if (truths.met.has(row)) return criteria::Truth::kMet;
  return truths.open.has(row) ? criteria::Truth::kUnknown : criteria::Truth::kNotMet;
}

Verdict ColumnMatcher::verdict(std::size_t entry, std::size_t row) const {
  const VerdictPlanes& planes = verdicts_[compiled_.ruleOf()[entry]];
  const unsigned number = (planes[0].has(row) ? 1U : 0U) | (planes[1].has(row) ? 2U : 0U) |
                          (planes[2].has(row) ? 4U : 0U);
  return static_cast<Verdict>(number);
}

Plane ColumnMatcher::rowsWith(std::size_t entry, Verdict verdict) const {
  const VerdictPlanes& planes = verdicts_[compiled_.ruleOf()[entry]];
  const auto number = static_cast<unsigned>(verdict);
  Plane rows;
  for (std::size_t i = 0; i < kPlaneWords; ++i) {
    const std::size_t before = i * 64;
    if (before >= rows_) break;
    const std::size_t left = rows_ - before;
    std::uint64_t word = left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
    for (std::size_t bit = 0; bit < planes.size(); ++bit) {
      word &= (number >> bit & 1U) != 0 ? planes[bit].words[i] : ~planes[bit].words[i];
    }
    rows.words[i] = word;
  }
  return rows;
}

std::size_t ColumnMatcher::count(std::size_t entry, Verdict verdict) const {
  const Plane rows = rowsWith(entry, verdict);
  std::size_t count = 0;
  for (std::size_t i = 0; i * 64 < rows_; ++i) {
    count += static_cast<std::size_t>(std::popcount(rows.words[i]));
  }
  return count;
}

void ColumnMatcher::writeVerdicts(std::size_t row, std::span<Verdict> out) const {
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = verdict(i, row);
}

}  // namespace policycalc::engine
