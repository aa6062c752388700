#include <algorithm>
#include <string>
#include <vector>

#include "policycalc/base/text.h"

#include "catalogue/leaves.h"
#include "catalogue/lint/families.h"

namespace policycalc::catalogue {
namespace {

using facts::Fact;
using facts::FactIndex;

// People answer about ten questions before they want to see a result.
constexpr std::size_t kMostCore = 6;
constexpr std::size_t kMostForNeed = 4;

/// The facts that affect some measures: a flag for each fact of the vocabulary.
class Bearing {
 public:
  explicit Bearing(const facts::Vocabulary& vocabulary)
      : vocabulary_(vocabulary), bears_(vocabulary.facts().size()) {}

  void addCriteriaOf(const Clause& measure) {
    const auto visit = [this](FactIndex fact) { add(fact); };
    forEachLeaf(measure, [&](const criteria::Criterion& leaf) {
      add(leaf.comparison.fact);
      leaf.comparison.right.forEachFact(visit);
    });
  }

  /// A measure for registered companies asks for the district.
  void addScopeOf(const Clause& measure) {
    if (measure.scope == Scope::kRegistered) add(vocabulary_.known().district);
  }

  bool operator[](std::size_t fact) const { return bears_[fact]; }

 private:
  /// Adds the fact and all facts from which it can be derived.
  void add(FactIndex fact) {
    if (bears_[fact]) return;
    bears_[fact] = true;
    for (const FactIndex source : vocabulary_.fact(fact).derived_from) add(source);
  }

  const facts::Vocabulary& vocabulary_;
  std::vector<bool> bears_;
};

/// Checks the first questions of the vocabulary.
class FirstQuestions {
 public:
  FirstQuestions(const Catalogue& catalogue, Report& report)
      : vocabulary_(catalogue.vocabulary()), report_(report), of_any_(vocabulary_) {
    for (std::size_t need = 0; need < vocabulary_.needs().size(); ++need) {
      const Bearing none(vocabulary_);
      needs_.push_back({none, none, 0, false});
    }
    for (const Clause* measure : catalogue.measures()) {
      Need& need = needs_[measure->topic];
      need.has_measures = true;
      need.by_criteria.addCriteriaOf(*measure);
      for (Bearing* bearing : {&need.all, &of_any_}) {
        bearing->addCriteriaOf(*measure);
        bearing->addScopeOf(*measure);
      }
    }
  }

  void check() {
    for (std::size_t i = 0; i < vocabulary_.facts().size(); ++i) checkFact(i);
    for (std::size_t i = 0; i < needs_.size(); ++i) checkNeed(i);
  }

 private:
  struct Need {
    Bearing all;          ///< facts that affect a measure of this need
    Bearing by_criteria;  ///< without the scope: a district says nothing about a need
    std::size_t questions;
    bool has_measures;
  };

  void add(std::size_t fact, std::string_view key, std::string code, const std::string& message) {
    report_.add("facts.json", base::childPointer(base::childPointer("/facts", fact), key),
                std::move(code), base::quoted(vocabulary_.facts()[fact].id) + " " + message);
  }

  void checkFact(std::size_t index) {
    const Fact& fact = vocabulary_.facts()[index];
    if (!fact.core && fact.core_for.empty()) return;
    const std::string_view key = fact.core ? "core" : "core_for";
    if (fact.core && !fact.core_for.empty()) {
      add(index, "core_for", "double_first_question",
          "is asked of everyone first, so it needs no need of its own");
    }
    if (!fact.asked) {
      add(index, key, "unasked_first_question",
          "is worked out from other facts; name those that it is derived from");
    }
    if (fact.core) checkCore(index);
    for (const std::size_t need : fact.core_for) checkFor(index, need);
  }

  void checkCore(std::size_t index) {
    if (++core_ > kMostCore) {
      add(index, "core", "many_first_questions",
          "is one more than the " + std::to_string(kMostCore) + " that everyone is asked first");
    }
    if (!of_any_[index]) add(index, "core", "idle_first_question", "bears on no measure");
  }

  void checkFor(std::size_t index, std::size_t at) {
    const std::string id = base::quoted(vocabulary_.needs()[at].id);
    Need& need = needs_[at];
    if (++need.questions > kMostForNeed) {
      add(index, "core_for", "many_first_questions",
          "is one more than the " + std::to_string(kMostForNeed) + " asked first for " + id);
    }
    if (!need.all[index]) {
      add(index, "core_for", "idle_first_question", "bears on no measure of " + id);
    }
  }

  void checkNeed(std::size_t at) {
    const auto& facts = vocabulary_.facts();
    const Need& need = needs_[at];
    if (!need.has_measures) return;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const auto& needs = facts[i].core_for;
      const bool first = facts[i].core || std::find(needs.begin(), needs.end(), at) != needs.end();
      if (first && need.by_criteria[i]) return;
    }
    report_.add("facts.json", base::childPointer("/needs", at), "need_without_question",
                "no first question bears on a condition of a measure of " +
                    base::quoted(vocabulary_.needs()[at].id) +
                    ": people who choose it are asked nothing about it");
  }

  const facts::Vocabulary& vocabulary_;
  Report& report_;
  Bearing of_any_;
  std::vector<Need> needs_;
  std::size_t core_ = 0;
};

}  // namespace

void checkFirstQuestions(const Catalogue& catalogue, Report& report) {
  FirstQuestions(catalogue, report).check();
}

}  // namespace policycalc::catalogue
