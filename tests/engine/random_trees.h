#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policycalc/criteria/truth.h"

#include "engine/random_profiles.h"

namespace policycalc::test {

/// The answers of a company: the input of the naive evaluator below.
struct Answers {
  std::optional<bool> loan_need;
  std::optional<bool> gold;  ///< `awards` is known if this is
  std::optional<int> employees;
  std::optional<int> budget;  ///< yuan
  std::optional<int> ratio;   ///< per cent

  /// As the JSON of a profile in `here`.
  std::string toJson() const;
};
Answers anyAnswers(Random& random);

/// A random criteria tree, as JSON and for a second, naive evaluator.
struct Tree {
  enum class Kind { kAll, kAny, kNot, kLeaf };
  Kind kind = Kind::kLeaf;
  std::size_t leaf = 0;
  std::vector<Tree> children;

  std::string toJson() const;
  criteria::Truth evaluate(const Answers& answers) const;
  void shuffle(Random& random);
};
Tree anyTree(Random& random, int depth);

}  // namespace policycalc::test
