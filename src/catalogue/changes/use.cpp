#include "catalogue/changes/use.h"

#include <algorithm>

#include "catalogue/leaves.h"

namespace policycalc::catalogue {
namespace {

template <typename Map, typename Key>
void note(Map& map, const Key& key, const std::string& measure) {
  Use::Measures& measures = map[key];
  if (measures.empty() || measures.back() != measure) measures.push_back(measure);
}

/// Notes what one measure uses.
class UseOfMeasure {
 public:
  UseOfMeasure(Use& use, const Clause& measure, const Catalogue& catalogue)
      : use_(use), measure_(measure), catalogue_(catalogue) {}

  void noteAll() {
    forEachLeaf(measure_, [&](const criteria::Criterion& leaf) {
      note(use_.by_fact, leaf.comparison.fact, measure_.id);
      if (isNumeric(leaf.comparison.op)) noteTerm(leaf.comparison.right, Affects::kVerdict);
    });
    for (const Benefit& benefit : measure_.benefits) {
      if (benefit.amount.value) noteTerm(*benefit.amount.value, Affects::kAmount);
      noteText(benefit.label);
    }
    for (const std::string* text : {&measure_.title, &measure_.summary, &measure_.next_step}) {
      noteText(*text);
    }
    for (const Caveat& caveat : measure_.caveats) noteText(caveat.text);
    for (const ResponsibleUnit& unit : measure_.units) note(use_.by_unit, unit.unit, measure_.id);
    for (const std::size_t unit : measure_.provincial_units) {
      note(use_.by_unit, unit, measure_.id);
    }
    for (const criteria::Citation& source : measure_.sources) {
      note(use_.by_document, source.document, measure_.id);
    }
  }

 private:
  void noteTerm(const criteria::Term& term, Affects affects) {
    term.forEachFact([&](facts::FactIndex fact) { note(use_.by_fact, fact, measure_.id); });
    term.forEachParameter(
        [&](criteria::ParameterIndex parameter) { noteParameter(parameter, affects); });
  }

  void noteText(const std::string& text) {
    forEachPlaceholder(text, [&](std::string_view name) {
      if (const auto parameter = catalogue_.parameters().find(name)) {
        noteParameter(*parameter, Affects::kText);
      }
    });
  }

  void noteParameter(criteria::ParameterIndex parameter, Affects affects) {
    note(use_.by_parameter, parameter, measure_.id);
    Affects& known = use_.parameter_affects[parameter];
    known = std::max(known, affects);
  }

  Use& use_;
  const Clause& measure_;
  const Catalogue& catalogue_;
};

}  // namespace

Use::Use(const Catalogue& catalogue) {
  for (const Clause* measure : catalogue.measures()) {
    UseOfMeasure(*this, *measure, catalogue).noteAll();
  }
}

}  // namespace policycalc::catalogue
