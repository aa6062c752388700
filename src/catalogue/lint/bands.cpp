#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "policycalc/base/text.h"

#include "catalogue/leaves.h"
#include "catalogue/lint/band_groups.h"
#include "catalogue/lint/families.h"
#include "catalogue/lint/possibilities.h"

namespace policycalc::catalogue {
namespace {

using criteria::Criterion;
/// The truth for each state of the quantity, in ascending order.
using Range = std::vector<bool>;

std::vector<const Criterion*> rootsOf(const Measures& measures) {
  std::vector<const Criterion*> roots;
  for (const Clause* measure : measures) {
    for (const auto* tree : {&measure->applies_when, &measure->requires_}) {
      if (*tree) roots.push_back(&**tree);
    }
  }
  return roots;
}

/// Measures of a group divide a quantity if, all other facts being equal, one of them is for its
/// lower end and another for its upper end. Then each value must belong to exactly one of them:
/// with 不高于 200 万元 in one and 超过 200 万元 in the other, every budget does.
///
/// The check runs for each combination of the other facts. The range of a measure is the set of
/// values for which it holds. A measure whose range is everything or nothing does not depend on the
/// quantity and takes no part. Measures with the same range are one band (8.1.b and 8.1.c above the
/// ceiling). If one band has the lowest value but not the highest, and another the highest but not
/// the lowest, the bands must cover each state once. Ranges that are all open to the same side are
/// a ladder (from 20 people, from 100 people), which may overlap.
///
/// States begin at 0, at each figure and at the next unit, so they cover all values.
class BandCheck {
 public:
  BandCheck(const Catalogue& catalogue, Report& report) : catalogue_(catalogue), report_(report) {}

  void check(facts::FactIndex fact, const Measures& measures) {
    for (const base::Date day : catalogue_.boundaries()) {
      Measures in_force;
      std::copy_if(measures.begin(), measures.end(), std::back_inserter(in_force),
                   [&](const Clause* measure) { return measure->valid.covers(day); });
      if (in_force.size() > 1 && !checkOn(day, fact, in_force)) return;
    }
  }

 private:
  /// False if it reported an issue; later days would repeat it.
  bool checkOn(base::Date day, facts::FactIndex fact, const Measures& measures) {
    const Possibilities possible(catalogue_, day, rootsOf(measures));
    const Possibilities::Variable* quantity = possible.quantity(fact);
    if (quantity == nullptr) return true;
    if (!possible.count()) {
      report(*measures.back(), fact, "too_complex",
             "the measures of this cell tell too many combinations of answers apart to be checked");
      return false;
    }
    for (std::size_t i = 0; i < *possible.count(); ++i) {
      const bool lowest = i / quantity->stride % quantity->states.size() == 0;
      if (lowest && !checkContext(possible, *quantity, i, measures)) return false;
    }
    return true;
  }

  bool checkContext(const Possibilities& possible, const Possibilities::Variable& quantity,
                    std::size_t context, const Measures& measures) {
    std::map<Range, const Clause*> bands;
    for (const Clause* measure : measures) {
      Range range;
      for (std::size_t state = 0; state < quantity.states.size(); ++state) {
        range.push_back(holds(possible, *measure, context + state * quantity.stride));
      }
      if (std::find(range.begin(), range.end(), !range.front()) != range.end()) {
        bands.emplace(std::move(range), measure);
      }
    }
    const auto has = [&](bool lowest, bool highest) {
      return std::any_of(bands.begin(), bands.end(), [&](const auto& band) {
        return band.first.front() == lowest && band.first.back() == highest;
      });
    };
    if (!has(true, false) || !has(false, true)) return true;
    for (std::size_t state = 0; state < quantity.states.size(); ++state) {
      if (!checkState(quantity, state, bands)) return false;
    }
    return true;
  }

  bool checkState(const Possibilities::Variable& quantity, std::size_t state,
                  const std::map<Range, const Clause*>& bands) {
    std::vector<std::string> all;
    std::vector<std::string> holding;
    const Clause* last = nullptr;
    for (const auto& [range, measure] : bands) {
      all.push_back(base::quoted(measure->id));
      if (range[state]) holding.push_back(all.back());
      if (last == nullptr || last->position.line < measure->position.line) last = measure;
    }
    if (holding.size() == 1) return true;
    std::sort(all.begin(), all.end());
    std::sort(holding.begin(), holding.end());
    const facts::Fact& fact = catalogue_.vocabulary().fact(quantity.fact);
    const std::string where = " where " + base::quoted(fact.id) + " is " +
                              facts::toDecimal(quantity.firsts[state], fact.type).toString();
    if (holding.empty()) {
      report(*last, quantity.fact, "band_gap",
             "none of " + base::join(all, ", ") + " holds" + where);
    } else {
      report(*last, quantity.fact, "band_overlap",
             base::join(holding, " and ") + " both hold" + where);
    }
    return false;
  }

  static bool holds(const Possibilities& possible, const Clause& measure, std::size_t combination) {
    return (!measure.applies_when || possible.holds(*measure.applies_when, combination)) &&
           (!measure.requires_ || possible.holds(*measure.requires_, combination));
  }

  /// Reports at the measure's first comparison of the quantity.
  void report(const Clause& measure, facts::FactIndex fact, std::string code, std::string message) {
    std::string pointer;
    forEachLeaf(measure, [&](const Criterion& leaf) {
      if (pointer.empty() && leaf.comparison.fact == fact) pointer = leaf.pointer;
    });
    report_.add(measure.file, pointer, std::move(code), std::move(message));
  }

  const Catalogue& catalogue_;
  Report& report_;
};

}  // namespace

void checkBands(const Catalogue& catalogue, Report& report) {
  using Cell = std::pair<int, int>;
  std::map<std::pair<Cell, facts::FactIndex>, Measures> parted;
  for (const Clause* measure : catalogue.measures()) {
    std::set<facts::FactIndex> compared;
    forEachLeaf(*measure, [&](const Criterion& leaf) {
      if (criteria::isNumeric(leaf.comparison.op)) compared.insert(leaf.comparison.fact);
    });
    const Cell cell{measure->item, measure->sources.front().cell};
    for (const facts::FactIndex fact : compared) parted[{cell, fact}].push_back(measure);
  }
  for (const auto& [place, measures] : parted) {
    for (const Measures& group : groupsByQuantity(catalogue, place.second, measures)) {
      if (group.size() > 1) BandCheck(catalogue, report).check(place.second, group);
    }
  }
}

}  // namespace policycalc::catalogue
