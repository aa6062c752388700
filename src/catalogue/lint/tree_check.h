#pragma once

#include <set>
#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"

#include "catalogue/lint/possibilities.h"
#include "catalogue/lint/report.h"

namespace policycalc::catalogue {

/// Checks one criterion against all Possibilities. Reports on any day: the smallest part that has
/// the same truth for every company (`always_true`, `never_true`), and a figure that no quantity
/// reaches
/// (`impossible_figure`). Reports if it holds on all days: a comparison without which the criterion
/// has the same truth (`contradicted_leaf` if a sibling rules it out, else `idle_leaf`). Also
/// reports several comparisons of one choice side by side (`write_as_in`).
class TreeCheck {
 public:
  TreeCheck(const Catalogue& catalogue, const std::string& file, const std::set<base::Date>& days,
            Report& report)
      : catalogue_(catalogue), file_(file), days_(days), report_(report) {}

  /// False if it reported an issue.
  bool run(const criteria::Criterion& root);

 private:
  using Criterion = criteria::Criterion;
  /// The other parts of each `all` around a leaf: it matters only if they hold.
  using Siblings = std::vector<const Criterion*>;

  void add(const Criterion& node, std::string code, std::string message);
  bool checkParts(const Criterion& node);
  bool checkFigure(const Criterion& leaf);
  bool checkConstant(const Criterion& node);
  bool isConstant(const Criterion& node, base::Date day, const Possibilities& possible);
  void checkSideBySide(const Criterion& node);
  void checkLeaves(const Criterion& root);
  void checkLeaf(const Criterion& root, const Criterion& leaf, Possibilities::Fixed& fixed);
  bool isRuledOut(const Criterion& root, const Criterion& leaf) const;
  bool areSame(const Criterion& root, const Possibilities::Fixed& fixed) const;

  const Catalogue& catalogue_;
  const std::string& file_;
  const std::set<base::Date>& days_;
  Report& report_;
  std::vector<Possibilities> possible_;  ///< one for each day
  bool sound_ = true;
};

}  // namespace policycalc::catalogue
