#include "policycalc/engine/row.h"

#include <algorithm>
#include <array>

#include "policycalc/base/decimal.h"

#include "engine/verdict.h"

namespace policycalc::engine {
namespace {

using criteria::Criterion;
using facts::Given;
using facts::Known;
using facts::OptionSet;
using Source = CompiledEdition::Source;

/// Verdicts of a measure in force that is not closed, by judged, concerns and meets.
constexpr std::array<Verdict, 32> verdictTable() {
  std::array<Verdict, 32> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = decideVerdict({false, true, truthOf(static_cast<TruthBits>(i >> 2U & 3U)),
                              truthOf(static_cast<TruthBits>(i & 3U)), i >= 16});
  }
  return table;
}
constexpr std::array<Verdict, 32> kVerdictTable = verdictTable();

Verdict openVerdict(const CompiledEdition::Rule& rule, TruthBits concerns, TruthBits meets) {
  return kVerdictTable[(rule.judged ? 16U : 0U) | static_cast<unsigned>(concerns << 2U) | meets];
}

Known derived(OptionSet possible, bool or_none) {
  return {possible, 0, !or_none && isSettled(possible), or_none};
}

}  // namespace

Verdict verdictOf(const CompiledEdition::Rule& rule, TruthBits concerns, TruthBits meets,
                  bool closed) {
  if (closed) return Verdict::kNotApplicable;
  return rule.in_force ? openVerdict(rule, concerns, meets) : Verdict::kNotInForce;
}

Row::Row(const CompiledEdition& compiled)
    : compiled_(compiled),
      bits_(compiled.slots(), kUnknownBits),
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

void Row::testOptions() {
  for (const CompiledEdition::OptionTests& tests : compiled_.optionTests()) {
    TruthBits* out = bits_.data() + tests.first;
    const std::size_t count = tests.tests.size();
    if (tests.single) {
      const Given& given = (*profile_)[tests.fact];
      const std::size_t row = given.known ? given.options.first() : tests.all.size();
      const TruthBits* const truths = tests.truths.data() + row * count;
      *out = *truths;
      if (count > 1) std::copy_n(truths, count, out);
      continue;
    }
    Known known;
    switch (tests.source) {
      case Source::kGiven: {
        const Given& given = (*profile_)[tests.fact];
        known.known = given.known;
        if (given.known) known.options = given.options;
        break;
      }
      case Source::kOwner:
        known = owner_;
        break;
      case Source::kIndustry:
        known = industry_;
        break;
      case Source::kSize:
        known = size_;
        break;
    }
    for (std::size_t i = 0; i < count; ++i) {
      out[i] = engine::evaluate(tests.tests[i], known.options, known.known, known.none);
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
  const CompiledEdition::Slot* inputs = compiled_.inputs().data();
  TruthBits* out = bits_.data() + compiled_.firstGate();
  for (const CompiledEdition::Gate& gate : compiled_.gates()) {
    const CompiledEdition::Slot* input = inputs + gate.first;
    const CompiledEdition::Slot* const end = input + gate.count;
    TruthBits bits = bits_[*input++];
    if (gate.kind == Criterion::Kind::kNot) {
      bits = negated(bits);
    } else if (gate.kind == Criterion::Kind::kAll) {
      for (; input != end; ++input) bits = static_cast<TruthBits>(bits & bits_[*input]);
    } else {
      for (; input != end; ++input) bits = static_cast<TruthBits>(bits | bits_[*input]);
    }
    *out++ = bits;
  }
}

void Row::decide() {
  const std::span<const CompiledEdition::Rule> rules = compiled_.rules();
  const bool deregistered = holds(compiled_.deregistered());
  const bool revoked = holds(compiled_.revoked());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const CompiledEdition::Rule& rule = rules[i];
    const bool closed = deregistered || (revoked && rule.closed_if_revoked);
    verdicts_[i] = verdictOf(rule, bits_[rule.concerns], bits_[rule.meets], closed);
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
