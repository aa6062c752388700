#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {

/// All answers that some criteria distinguish on one day, so that a statement about every company
/// becomes one about a list. For each fact, the values that make the same comparisons true are one
/// *state*; a *combination* is a state for each fact. A quantity has a state from each threshold to
/// the next, exact to the unit. If a fact or an unknown figure is on the right side, the states are
/// less, equal and more.
///
/// Facts count as independent. This adds combinations that no company has, so what never or always
/// holds here never or always holds for companies: each reported fault is real. The criteria must
/// outlive the object.
class Possibilities {
 public:
  using Criterion = criteria::Criterion;
  /// Leaves with a fixed truth, whatever the facts.
  using Fixed = std::map<const Criterion*, bool>;

  /// A criterion with more combinations is unreadable, too.
  static constexpr std::size_t kMost = 65536;

  /// The values of one fact, grouped by the truth of its comparisons.
  struct Variable {
    facts::FactIndex fact = 0;
    const criteria::Term* right = nullptr;  ///< set if the states are less, equal, more
    std::vector<const Criterion*> leaves;
    std::vector<std::vector<bool>> states;  ///< the truth of each leaf
    std::vector<std::int64_t> firsts;       ///< quantities: the lowest value of each state
    std::size_t stride = 1;
  };

  Possibilities(const Catalogue& catalogue, base::Date day,
                const std::vector<const Criterion*>& roots);

  /// The number of combinations; nothing above kMost.
  std::optional<std::size_t> count() const { return count_; }
  bool holds(const Criterion& node, std::size_t combination, const Fixed& fixed = {}) const;
  /// The states of a quantity that is compared with figures, in ascending order, or null.
  const Variable* quantity(facts::FactIndex fact) const;

 private:
  struct Place {
    std::size_t variable = 0;
    std::size_t leaf = 0;
  };

  void addLeaf(const Criterion& leaf);
  void findStates(Variable& variable);
  void addOptionStates(Variable& variable) const;
  void addListStates(Variable& variable) const;
  void addNumberStates(Variable& variable) const;

  const Catalogue& catalogue_;
  base::Date day_;
  std::vector<Variable> variables_;
  std::unordered_map<const Criterion*, Place> places_;
  std::optional<std::size_t> count_ = 1;
};

}  // namespace policycalc::catalogue
