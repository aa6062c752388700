#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/criteria/truth.h"
#include "policycalc/engine/verdict_code.h"
#include "policycalc/facts/body.h"

namespace policycalc::engine {

class Edition;
class ScreenFacts;
struct RowPlan;

/// A truth as two bits, so that `all` is a bitwise and, and `any` a bitwise or: bit 0 says that it
/// holds, bit 1 that it is not refuted.
using TruthBits = std::uint8_t;
constexpr TruthBits kNotMetBits = 0;
constexpr TruthBits kUnknownBits = 2;
constexpr TruthBits kMetBits = 3;

constexpr criteria::Truth truthOf(TruthBits bits) {
  return static_cast<criteria::Truth>(bits - (bits >> 1U));
}
constexpr TruthBits bitsOf(criteria::Truth truth) {
  const auto number = static_cast<unsigned>(truth);
  return static_cast<TruthBits>(number + (number != 0 ? 1 : 0));
}
constexpr TruthBits negated(TruthBits bits) {
  return bits == kUnknownBits ? bits : static_cast<TruthBits>(kMetBits - bits);
}

/// The rules of an edition in one flat form, from which profiles are matched one by one (Row) or by
/// the thousand (ColumnMatcher). Every comparison is in it once, however many measures make it, and
/// so is every subtree. The truth of each has a slot. Immutable; any thread may read. Keeps
/// pointers to the catalogue, which must outlive it.
class CompiledEdition {
 public:
  using Slot = std::uint32_t;
  /// Slot 0 always holds: an absent criterion refers to it.
  static constexpr Slot kHolds = 0;

  /// A test on the options of a fact.
  struct OptionTest {
    enum class Kind : std::uint8_t {
      kPossible,  ///< `is`, `in`: all possible options pass, or none, or some
      kAny,       ///< `has`, `has_any`: unknown without an answer
      kAll,       ///< `has_all`
      kSaid       ///< the answer is this option; not so without an answer
    };
    Kind kind = Kind::kPossible;
    facts::OptionSet asked;

    auto operator<=>(const OptionTest&) const = default;
  };

  /// Where the options of a fact come from.
  enum class Source : std::uint8_t { kGiven, kOwner, kIndustry, kSize };

  /// All tests on the options of one fact. Their slots follow `first`.
  struct OptionTests {
    facts::FactIndex fact = 0;
    Source source = Source::kGiven;
    bool single = false;  ///< a given choice or boolean: one option or unknown
    facts::OptionSet all;
    Slot first = 0;
    std::vector<OptionTest> tests;
    /// `single`: the truths of all tests for each option, and at the end for an unknown one.
    std::vector<TruthBits> truths;
  };

  /// A number is at least a cut, or is not.
  struct CutTest {
    std::int64_t cut = 0;
    bool below = false;

    auto operator<=>(const CutTest&) const = default;
  };

  /// All tests of one quantity with figures. The number of cuts that a value reaches, its rank,
  /// tells the truths of all.
  struct NumberTests {
    facts::FactIndex fact = 0;
    Slot first = 0;
    std::vector<CutTest> tests;
    std::vector<std::int64_t> cuts;  ///< distinct, rising
    std::vector<TruthBits> truths;   ///< of all tests for each rank, and at the end if unknown
  };

  /// The difference of two quantities of one type against a figure: left - right >= cut, or not.
  struct DifferenceTest {
    facts::FactIndex left = 0;
    facts::FactIndex right = 0;
    CutTest test;
    Slot slot = 0;
  };

  /// A test of any other form. Evaluated by criteria::evaluate().
  struct OtherTest {
    const criteria::Comparison* comparison = nullptr;
    criteria::Resolved resolved;
    std::vector<facts::FactIndex> facts;
    Slot slot = 0;
  };

  /// An inner node: `count` slots of inputs() from `first` on. A `not` has one.
  struct Gate {
    criteria::Criterion::Kind kind = criteria::Criterion::Kind::kAll;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  /// What decides the verdict of a measure. Measures that share it get the same verdict.
  struct Rule {
    bool in_force = true;
    bool judged = false;
    /// A deregistered company loses all measures; a company with a revoked licence keeps rights and
    /// the measures made for that state.
    bool closed_if_revoked = false;
    Slot concerns = kHolds;  ///< scope and applies_when
    Slot meets = kHolds;

    auto operator<=>(const Rule&) const = default;
  };

  /// The slots of a measure's trees, node by node in preorder.
  struct Trees {
    Slot scope = kHolds;
    std::span<const Slot> nodes;  ///< the scope if the measure has one, applies_when, requires_
    std::span<const Slot> applies_when;
    std::span<const Slot> requires_;
    std::span<const Slot> paid_when;  ///< one for each benefit; kNever without a condition
  };
  /// Never a slot.
  static constexpr Slot kNever = ~Slot{0};

  explicit CompiledEdition(const Edition& edition);
  CompiledEdition(const CompiledEdition&) = delete;
  CompiledEdition& operator=(const CompiledEdition&) = delete;

  const catalogue::Catalogue& catalogue() const { return *catalogue_; }
  base::Date day() const { return day_; }
  const facts::BodyRules& bodyRules() const { return body_rules_; }

  std::span<const OptionTests> optionTests() const { return option_tests_; }
  std::span<const NumberTests> numberTests() const { return number_tests_; }
  std::span<const DifferenceTest> differenceTests() const { return difference_tests_; }
  std::span<const OtherTest> otherTests() const { return other_tests_; }
  /// The number of slots; those of the gates are the last, in an order in which each gate follows
  /// its inputs.
  std::size_t slots() const { return first_gate_ + gates_.size(); }
  Slot firstGate() const { return first_gate_; }
  std::span<const Gate> gates() const { return gates_; }
  std::span<const Slot> inputs() const { return inputs_; }

  std::span<const Rule> rules() const { return rules_; }
  /// The rule of each of Edition::entries().
  std::span<const std::uint32_t> ruleOf() const { return rule_of_; }
  const Trees& treesOf(std::size_t entry) const { return trees_[entry]; }
  /// Trees::nodes of all entries, one after another.
  std::span<const Slot> nodes() const { return nodes_; }
  /// What the screens can ask.
  const ScreenFacts& screenFacts() const { return *screen_facts_; }
  /// The same rules as a Row reads them.
  const RowPlan& rowPlan() const { return *row_plan_; }
  /// The condition of each of Edition::warnings().
  std::span<const Slot> warnings() const { return warnings_; }

  /// Whether the state of registration is said to be deregistered, revoked, not yet registered.
  Slot deregistered() const { return deregistered_; }
  Slot revoked() const { return revoked_; }
  Slot notYetRegistered() const { return not_yet_registered_; }
  /// Whether the district, of today or to be, is in the city; and the scope `registered`.
  Slot inCity() const { return in_city_; }
  Slot registeredInCity() const { return registered_in_city_; }

 private:
  friend class Compiler;

  const catalogue::Catalogue* catalogue_;
  base::Date day_;
  facts::BodyRules body_rules_;
  std::shared_ptr<const ScreenFacts> screen_facts_;
  std::shared_ptr<const RowPlan> row_plan_;
  std::vector<OptionTests> option_tests_;
  std::vector<NumberTests> number_tests_;
  std::vector<DifferenceTest> difference_tests_;
  std::vector<OtherTest> other_tests_;
  Slot first_gate_ = 1;
  std::vector<Gate> gates_;
  std::vector<Slot> inputs_;
  std::vector<Rule> rules_;
  std::vector<std::uint32_t> rule_of_;
  std::vector<Slot> nodes_;  ///< into which trees_ point, as into paid_
  std::vector<Slot> paid_;
  std::vector<Trees> trees_;
  std::vector<Slot> warnings_;
  Slot deregistered_ = kHolds;
  Slot revoked_ = kHolds;
  Slot not_yet_registered_ = kHolds;
  Slot in_city_ = kHolds;
  Slot registered_in_city_ = kHolds;
};

/// Whether at most one option is left. Without counting them, for which old processors have no
/// instruction.
constexpr bool isSettled(facts::OptionSet possible) {
  return (possible.bits() & (possible.bits() - 1)) == 0;
}

/// The truth of an option test; `options`, `known` and `none` as in facts::Known.
constexpr TruthBits evaluate(const CompiledEdition::OptionTest& test, facts::OptionSet options,
                             bool known, bool none) {
  using Kind = CompiledEdition::OptionTest::Kind;
  const bool any = options.hasAny(test.asked);
  switch (test.kind) {
    case Kind::kPossible:
      if (!any) return kNotMetBits;
      return test.asked.hasAll(options) && !none ? kMetBits : kUnknownBits;
    case Kind::kAny:
      return !known ? kUnknownBits : any ? kMetBits : kNotMetBits;
    case Kind::kAll:
      return !known ? kUnknownBits : options.hasAll(test.asked) ? kMetBits : kNotMetBits;
    case Kind::kSaid:
      return known && any ? kMetBits : kNotMetBits;
  }
  return kUnknownBits;
}

}  // namespace policycalc::engine
