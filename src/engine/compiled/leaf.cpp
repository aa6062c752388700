#include "engine/compiled/leaf.h"

#include <algorithm>
#include <limits>

namespace policycalc::engine {
namespace {

using criteria::Operator;
using criteria::Term;
using CutTest = CompiledEdition::CutTest;
using OptionTest = CompiledEdition::OptionTest;

OptionTest::Kind kindOf(Operator op) {
  switch (op) {
    case Operator::kIs:
    case Operator::kIn:
      return OptionTest::Kind::kPossible;
    case Operator::kHas:
    case Operator::kHasAny:
      return OptionTest::Kind::kAny;
    default:
      return OptionTest::Kind::kAll;
  }
}

/// The operator as a cut: more than 5 is at least 6. Nothing if there is no next number.
std::optional<CutTest> cutOf(Operator op, std::int64_t threshold) {
  const bool next = op == Operator::kMoreThan || op == Operator::kAtMost;
  if (next && threshold == std::numeric_limits<std::int64_t>::max()) return {};
  const bool below = op == Operator::kAtMost || op == Operator::kLessThan;
  return CutTest{threshold + (next ? 1 : 0), below};
}

}  // namespace

Leaf LeafReader::read(const criteria::Comparison& comparison,
                      const criteria::Resolved& resolved) const {
  if (!criteria::isNumeric(comparison.op)) {
    return OptionLeaf{comparison.fact, {kindOf(comparison.op), comparison.options}};
  }
  if (resolved.threshold) {
    const auto cut = cutOf(comparison.op, *resolved.threshold);
    if (cut) return CutLeaf{comparison.fact, *cut};
  } else if (const auto difference = readDifference(comparison)) {
    return *difference;
  }
  CompiledEdition::OtherTest other{&comparison, resolved, {comparison.fact}, 0};
  comparison.right.forEachFact([&](facts::FactIndex fact) { other.facts.push_back(fact); });
  return other;
}

/// `left op right`, or `left op right + figures`: both sides in the same whole units.
std::optional<CompiledEdition::DifferenceTest> LeafReader::readDifference(
    const criteria::Comparison& comparison) const {
  const Term& term = comparison.right;
  const facts::FactType type = symbols_.vocabulary.fact(comparison.fact).type;
  if (term.kind != Term::Kind::kFact && term.kind != Term::Kind::kSum) return {};
  std::optional<facts::FactIndex> right;
  base::Decimal figures;
  const std::vector<Term> itself{term};
  for (const Term& part : term.kind == Term::Kind::kSum ? term.operands : itself) {
    if (part.kind == Term::Kind::kFact) {
      if (right || symbols_.vocabulary.fact(part.fact).type != type) return {};
      right = part.fact;
      continue;
    }
    const auto figure = criteria::evaluate(part, symbols_, day_, nullptr);
    if (!figure || !*figure) return {};
    const auto sum = figures.plus(**figure);
    if (!sum) return {};
    figures = *sum;
  }
  const auto threshold = criteria::thresholdUnits(comparison.op, figures, type);
  const auto cut = threshold ? cutOf(comparison.op, *threshold) : std::nullopt;
  if (!right || !cut) return {};
  return CompiledEdition::DifferenceTest{comparison.fact, *right, *cut, 0};
}

}  // namespace policycalc::engine
