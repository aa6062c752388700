#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {

/// All answers that some criteria can tell apart on one day, so that a question about every
/// company becomes a question about a list. For each fact the values that make the same
/// comparisons true are one *state*; a *combination* is a state for each fact. A quantity has a
/// state from each figure that is compared with it to the next, to the last unit: the figure
/// itself and the one above it are apart. Where a fact or an unknown figure stands on the right,
/// the states are less, equal and more.
///
/// Facts are taken as independent of one another. That adds combinations which no company has, so
/// what is never or always true here is so for every company, and a fault found is a fault. The
/// criteria must outlive the object.
class Possibilities {
 public:
  using Criterion = criteria::Criterion;
  /// Leaves that are taken as true or false whatever the facts.
  using Fixed = std::map<const Criterion*, bool>;

  /// Beyond this nobody can survey a criterion either.
  static constexpr std::size_t kMost = 65536;

  /// The values of one fact, by what the comparisons make of them.
  struct Variable {
    facts::FactIndex fact = 0;
    const criteria::Term* right = nullptr;  ///< set where states are less, equal, more than it
    std::vector<const Criterion*> leaves;
    std::vector<std::vector<bool>> states;  ///< the truth of each leaf
    std::vector<std::int64_t> firsts;       ///< quantities: the lowest value of each state
    std::size_t stride = 1;
  };

  Possibilities(const Catalogue& catalogue, base::Date day,
                const std::vector<const Criterion*>& roots);

  /// How many combinations there are; nothing above kMost.
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
