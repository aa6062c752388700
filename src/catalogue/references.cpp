#include "policycalc/catalogue/references.h"

#include <algorithm>
#include <optional>

#include "catalogue/leaves.h"

namespace policycalc::catalogue {
namespace {

/// Calls `visit` for each text of the clause that may hold figures.
template <typename Visit>
void forEachText(const Clause& clause, const Visit& visit) {
  for (const std::string* text :
       {&clause.title, &clause.summary, &clause.summary_en, &clause.next_step, &clause.next_step_en,
        &clause.replaced_text, &clause.why_internal}) {
    visit(*text);
  }
  for (const Judgement& judgement : clause.judged) visit(judgement.text);
  for (const Benefit& benefit : clause.benefits) {
    visit(benefit.label);
    visit(benefit.label_en);
  }
  for (const Caveat& caveat : clause.caveats) {
    visit(caveat.text);
    visit(caveat.text_en);
  }
  forEachLeaf(clause, [&](const criteria::Criterion& leaf) { visit(leaf.text); });
}

/// Adds the clause unless it was the last one added.
void note(std::vector<std::string>& clauses, const Clause& clause) {
  if (clauses.empty() || clauses.back() != clause.id) clauses.push_back(clause.id);
}

/// Collects citations, each once.
class Basis {
 public:
  Basis(const Clause& clause, const Catalogue& catalogue, base::Date day)
      : clause_(clause), catalogue_(catalogue), day_(day) {}

  std::vector<const criteria::Citation*> take() {
    for (std::size_t i = 1; i < clause_.sources.size(); ++i) add(clause_.sources[i]);
    forEachLeaf(clause_, [&](const criteria::Criterion& leaf) {
      if (leaf.source) add(*leaf.source);
      if (criteria::isNumeric(leaf.comparison.op)) addFigures(leaf.comparison.right);
    });
    for (const Benefit& benefit : clause_.benefits) {
      if (benefit.amount.value) addFigures(*benefit.amount.value);
    }
    for (const Caveat& caveat : clause_.caveats) {
      if (caveat.source) add(*caveat.source);
    }
    return std::move(basis_);
  }

 private:
  static bool isSame(const criteria::Citation& one, const criteria::Citation& other) {
    return one.document == other.document && one.item == other.item && one.cell == other.cell &&
           one.clause == other.clause;
  }

  void add(const criteria::Citation& citation) {
    if (isSame(citation, clause_.sources.front())) return;
    for (const criteria::Citation* known : basis_) {
      if (isSame(citation, *known)) return;
    }
    const Document* document = catalogue_.registry().findDocument(citation.document);
    if (document != nullptr && document->covers(day_)) basis_.push_back(&citation);
  }

  void addFigures(const criteria::Term& term) {
    term.forEachParameter([&](criteria::ParameterIndex index) {
      const auto* period = catalogue_.parameters()[index].at(day_);
      if (period != nullptr) add(period->source);
    });
  }

  const Clause& clause_;
  const Catalogue& catalogue_;
  const base::Date day_;
  std::vector<const criteria::Citation*> basis_;
};

}  // namespace

std::vector<ParameterUse> useOfParameters(const Catalogue& catalogue) {
  std::vector<ParameterUse> use(catalogue.parameters().all().size());
  for (const Clause* clause : catalogue.clauses()) {
    forEachLeaf(*clause, [&](const criteria::Criterion& leaf) {
      if (!criteria::isNumeric(leaf.comparison.op)) return;
      leaf.comparison.right.forEachParameter(
          [&](criteria::ParameterIndex index) { note(use[index].criteria, *clause); });
    });
    for (const Benefit& benefit : clause->benefits) {
      if (!benefit.amount.value) continue;
      benefit.amount.value->forEachParameter(
          [&](criteria::ParameterIndex index) { note(use[index].amounts, *clause); });
    }
    forEachText(*clause, [&](const std::string& text) {
      forEachPlaceholder(text, [&](std::string_view name) {
        const auto index = catalogue.parameters().find(name);
        if (index) note(use[*index].texts, *clause);
      });
    });
  }
  return use;
}

std::vector<const criteria::Citation*> basisOf(const Clause& clause, const Catalogue& catalogue,
                                               base::Date day) {
  return Basis(clause, catalogue, day).take();
}

}  // namespace policycalc::catalogue
