#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/criteria/term.h"
#include "policycalc/criteria/truth.h"

namespace policycalc::criteria {

enum class Operator : std::uint8_t {
  kIs,
  kIn,
  kHas,
  kHasAny,
  kHasAll,
  kAtLeast,
  kMoreThan,
  kAtMost,
  kLessThan
};

std::string_view toString(Operator op);
bool isNumeric(Operator op);

/// A test on one fact. For options: `is`, `in` (booleans and choices), `has`, `has_any`, `has_all`
/// (lists); for quantities the four orders against a term.
struct Comparison {
  facts::FactIndex fact = 0;
  Operator op = Operator::kIs;
  facts::OptionSet options;  ///< accepted, or asked for in the list
  Term right;                ///< numeric operators
};

/// A tree of tests, evaluated three-valued by Kleene's rules, leaf by leaf.
struct Criterion {
  enum class Kind : std::uint8_t { kAll, kAny, kNot, kLeaf };

  Kind kind = Kind::kLeaf;
  std::vector<Criterion> children;  ///< kAll, kAny: one or more; kNot: one
  Comparison comparison;            ///< kLeaf
  std::string text;                 ///< kLeaf: for people; empty where the program words it
  std::optional<Citation> source;   ///< kLeaf: where it rests on a clause of its own
  json::Position position;
  std::string pointer;

  /// Nodes of the tree, this one included.
  std::size_t size() const;
};

/// `all`, `any`, `not`; "" for a leaf.
std::string_view toString(Criterion::Kind kind);

/// Reads a criterion and checks facts, options, operators and units against the vocabulary.
std::optional<Criterion> loadCriterion(const json::Value& value, const std::string& pointer,
                                       const Symbols& symbols, const json::IssueSink& sink);

/// A comparison made ready for a day: the right side worked out where it does not depend on facts.
struct Resolved {
  std::optional<std::int64_t> threshold;  ///< in the fact's own unit; see resolve()
  std::optional<base::Decimal> right;     ///< exact, for people
};

/// The threshold is rounded so that comparing whole units with it gives the exact answer. Nothing
/// is set where a parameter has no value on `day` or a fact stands on the right.
Resolved resolve(const Comparison& comparison, const Symbols& symbols, base::Date day);

/// `right` in whole units of a fact of this type, rounded so that the operator compares exactly;
/// nothing where it does not fit.
std::optional<std::int64_t> thresholdUnits(Operator op, const base::Decimal& right,
                                           facts::FactType type);

/// Whether two quantities stand in the order that a numeric operator names.
bool holds(Operator op, std::int64_t left, std::int64_t right);

/// Truth of one comparison. Unknown where the fact, or a fact on the right side, is not known.
Truth evaluate(const Comparison& comparison, const Resolved& resolved, const Symbols& symbols,
               base::Date day, const facts::Knowledge& knowledge);

/// The comparison in Chinese with its figures: `采购项目预算不高于200万元`.
std::string describe(const Comparison& comparison, const Symbols& symbols, base::Date day);

}  // namespace policycalc::criteria
