#include "policycalc/engine/row.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "policycalc/base/decimal.h"

#include "engine/compiled/row_plan.h"
#include "engine/verdict.h"

namespace policycalc::engine {
namespace {

using facts::Given;
using facts::Known;
using facts::OptionSet;
using Source = CompiledEdition::Source;

/// Verdicts of a measure that is not closed, by in force, judged, concerns and meets: see
/// RowPlan::Decision.
constexpr std::array<Verdict, 64> verdictTable() {
  std::array<Verdict, 64> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = decideVerdict({false, (i & 32U) != 0, truthOf(static_cast<TruthBits>(i >> 2U & 3U)),
                              truthOf(static_cast<TruthBits>(i & 3U)), (i & 16U) != 0});
  }
  return table;
}
constexpr std::array<Verdict, 64> kVerdictTable = verdictTable();

/// The bits of a truth that is known: it holds, or it does not.
constexpr TruthBits knownBits(bool holds) {
  return static_cast<TruthBits>(holds ? kMetBits : kNotMetBits);
}

Known derived(OptionSet possible, bool or_none) {
  return {possible, 0, !or_none && isSettled(possible), or_none};
}

}  // namespace

Verdict verdictOf(const CompiledEdition::Rule& rule, TruthBits concerns, TruthBits meets,
                  bool closed) {
  if (closed) return Verdict::kNotApplicable;
  return kVerdictTable[(rule.in_force ? 32U : 0U) | (rule.judged ? 16U : 0U) |
                       static_cast<unsigned>(concerns << 2U) | meets];
}

Row::Row(const CompiledEdition& compiled)
    : compiled_(compiled),
      plan_(compiled.rowPlan()),
      bits_(compiled.slots() + RowPlan::kWord, kUnknownBits),
      verdicts_(compiled.rules().size()) {
  bits_[CompiledEdition::kHolds] = kMetBits;
  for (const CompiledEdition::OptionTests& tests : compiled.optionTests()) {
    derives_ = derives_ || tests.source != Source::kGiven;
  }
  if (!compiled.otherTests().empty()) {
    scratch_.facts.resize(compiled.catalogue().vocabulary().facts().size());
  }
}

void Row::take(const facts::Profile& profile) {
  profile_ = &profile;
  if (derives_) deriveBody();
  evaluate();
}

void Row::take(const facts::Profile& profile, const facts::Knowledge& knowledge) {
  const facts::KnownFacts& is = compiled_.catalogue().vocabulary().known();
  profile_ = &profile;
  owner_ = knowledge.facts[is.ownership];
  industry_ = knowledge.facts[is.size_industry];
  size_ = knowledge.facts[is.enterprise_size];
  evaluate();
}

void Row::evaluate() {
  testOptions();
  testNumbers();
  testDifferences();
  testOthers();
  passGates();
  decide();
}

void Row::deriveBody() {
  const catalogue::Catalogue& catalogue = compiled_.catalogue();
  const facts::BodyRules& rules = compiled_.bodyRules();
  facts::BodyAnswers answers =
      facts::bodyAnswersOf(*profile_, catalogue.vocabulary(), catalogue.sizeStandard());
  if (answers.size_industry.isEmpty()) {
    answers.code = facts::readCode((*profile_)[catalogue.vocabulary().known().industry_code],
                                   catalogue.sizeStandard());
  }
  const facts::OwnerFound owner = rules.ownerOf(answers);
  const facts::IndustryFound industry = rules.industryOf(answers);
  const facts::SizeFound size =
      rules.sizeOf(answers, industry, [this](facts::FactIndex fact) -> std::optional<std::int64_t> {
        const Given& given = (*profile_)[fact];
        if (!given.known) return {};
        return given.number;
      });
  owner_ = derived(owner.possible, owner.or_none);
  industry_ = derived(industry.possible, false);
  size_ = derived(size.possible, size.or_none);
}

void Row::testChoices() {
  const TruthBits* const truths = plan_.truths.data();
  for (const RowPlan::Choice& choice : plan_.choices) {
    const Given& given = (*profile_)[choice.fact];
    const std::uint64_t options = given.known ? given.options.bits() : 0;
    const auto row = static_cast<std::size_t>(std::countr_zero(options | choice.no_answer));
    const TruthBits* const from = truths + choice.truths + row * choice.count;
    TruthBits* const out = bits_.data() + choice.first;
    std::memcpy(out, from, RowPlan::kWord);
    for (std::size_t i = RowPlan::kWord; i < choice.count; ++i) out[i] = from[i];
  }
}

void Row::testLists() {
  for (const RowPlan::List& list : plan_.lists) {
    const Given& given = (*profile_)[list.fact];
    const std::uint64_t options = given.options.bits();
    const RowPlan::ListTest* test = plan_.list_tests.data() + list.tests;
    TruthBits* const out = bits_.data() + list.first;
    for (std::uint32_t i = 0; i < list.count; ++i, ++test) {
      const bool some = ((options ^ test->flipped) & test->asked) != 0;
      const TruthBits answered = knownBits(some != (test->flipped != 0));
      out[i] = given.known ? answered : kUnknownBits;
    }
  }
}

Known Row::knownOf(const CompiledEdition::OptionTests& tests) const {
  if (tests.source == Source::kOwner) return owner_;
  if (tests.source == Source::kIndustry) return industry_;
  if (tests.source == Source::kSize) return size_;
  const Given& given = (*profile_)[tests.fact];
  const OptionSet open = tests.single ? tests.all : OptionSet();
  return {given.known ? given.options : open, 0, given.known, false};
}

void Row::testOptions() {
  testChoices();
  testLists();
  for (const std::uint32_t other : plan_.others) {
    const CompiledEdition::OptionTests& tests = compiled_.optionTests()[other];
    const Known known = knownOf(tests);
    TruthBits* out = bits_.data() + tests.first;
    for (const CompiledEdition::OptionTest& test : tests.tests) {
      *out++ = engine::evaluate(test, known.options, known.known, known.none);
    }
  }
}

void Row::testNumbers() {
  for (const CompiledEdition::NumberTests& tests : compiled_.numberTests()) {
    const Given& given = (*profile_)[tests.fact];
    std::size_t row = tests.cuts.size() + 1;
    if (given.known) {
      row = static_cast<std::size_t>(
          std::upper_bound(tests.cuts.begin(), tests.cuts.end(), given.number) -
          tests.cuts.begin());
    }
    const std::size_t count = tests.tests.size();
    std::copy_n(tests.truths.data() + row * count, count, bits_.data() + tests.first);
  }
}

void Row::testDifferences() {
  for (const CompiledEdition::DifferenceTest& test : compiled_.differenceTests()) {
    const Given& left = (*profile_)[test.left];
    const Given& right = (*profile_)[test.right];
    bits_[test.slot] = kUnknownBits;
    if (!left.known || !right.known) continue;
    const base::Int128 difference = base::Int128{left.number} - right.number;
    bits_[test.slot] = (difference >= test.test.cut) != test.test.below ? kMetBits : kNotMetBits;
  }
}

void Row::testOthers() {
  for (const CompiledEdition::OtherTest& test : compiled_.otherTests()) {
    for (const facts::FactIndex fact : test.facts) {
      const Given& given = (*profile_)[fact];
      scratch_.facts[fact] = {{}, given.number, given.known, false};
    }
    bits_[test.slot] =
        bitsOf(criteria::evaluate(*test.comparison, test.resolved, compiled_.catalogue().symbols(),
                                  compiled_.day(), scratch_));
  }
}

void Row::passGates() {
  const CompiledEdition::Slot* const inputs = compiled_.inputs().data();
  TruthBits* const bits = bits_.data();
  TruthBits* out = bits + compiled_.firstGate();
  for (const RowPlan::Gate& gate : plan_.gates) {
    const auto join = [any = gate.any](TruthBits left, TruthBits right) {
      return static_cast<TruthBits>((left & right) | (any & (left | right)));
    };
    TruthBits joined = join(bits[gate.left], bits[gate.right]);
    for (std::uint32_t i = 0; i < gate.more; ++i) {
      joined = join(joined, bits[inputs[gate.rest + i]]);
    }
    *out++ = gate.negates ? negated(joined) : joined;
  }
}

void Row::decide() {
  const TruthBits* const bits = bits_.data();
  Verdict* out = verdicts_.data();
  for (const RowPlan::Decision& decision : plan_.decisions) {
    *out++ = kVerdictTable[decision.row | static_cast<unsigned>(bits[decision.concerns] << 2U) |
                           bits[decision.meets]];
  }
  const bool deregistered = holds(compiled_.deregistered());
  const bool revoked = holds(compiled_.revoked());
  if (!deregistered && !revoked) return;
  const std::span<const CompiledEdition::Rule> rules = compiled_.rules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (deregistered || rules[i].closed_if_revoked) verdicts_[i] = Verdict::kNotApplicable;
  }
}

void Row::writeTruths(std::span<criteria::Truth> out) const {
  const CompiledEdition::Slot* slot = compiled_.nodes().data();
  for (criteria::Truth& truth : out) truth = truthOf(bits_[*slot++]);
}

void Row::writeVerdicts(std::span<Verdict> out) const {
  const std::span<const std::uint32_t> rule_of = compiled_.ruleOf();
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = verdicts_[rule_of[i]];
}

}  // namespace policycalc::engine
