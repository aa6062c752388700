#include <set>
#include <tuple>

#include "policycalc/base/text.h"

#include "catalogue/leaves.h"
#include "catalogue/lint/families.h"

namespace policycalc::catalogue {
namespace {

using Place = std::tuple<int, int, std::string>;

Place placeOf(const criteria::Citation& citation) {
  return {citation.item, citation.cell, citation.clause};
}

std::string worded(const criteria::Citation& citation) {
  return "item " + std::to_string(citation.item) + ", cell " + std::to_string(citation.cell) +
         (citation.clause.empty() ? "" : ", clause " + base::quoted(citation.clause));
}

/// Cell `8.1` and clause `a` give the id `8.1.a` or `8.1a`; a cell with one clause gives `7.1`.
bool fits(const std::string& id, const criteria::Citation& own) {
  const std::string cell = std::to_string(own.item) + "." + std::to_string(own.cell);
  if (own.clause.empty()) return id == cell;
  return id == cell + "." + own.clause || id == cell + own.clause;
}

class SourceCheck {
 public:
  SourceCheck(const Catalogue& catalogue, const Document& notice, Report& report)
      : catalogue_(catalogue), notice_(notice), report_(report) {}

  void run() {
    for (const Item& item : catalogue_.items()) {
      for (const Clause& clause : item.clauses) checkOwn(item, clause);
    }
    for (const Clause* clause : catalogue_.clauses()) {
      for (std::size_t i = 1; i < clause->sources.size(); ++i) {
        checkOther(clause->file, base::childPointer(clause->pointer + "/sources", i),
                   clause->sources[i]);
      }
      forEachLeaf(*clause, [&](const criteria::Criterion& leaf) {
        if (leaf.source) checkOther(clause->file, leaf.pointer + "/source", *leaf.source);
      });
    }
    for (const criteria::Parameter& parameter : catalogue_.parameters().all()) {
      for (const criteria::Parameter::Period& period : parameter.periods) {
        checkOther("parameters.json", period.pointer + "/source", period.source);
      }
    }
  }

 private:
  void checkOwn(const Item& item, const Clause& clause) {
    const criteria::Citation& own = clause.sources.front();
    const std::string pointer = clause.pointer + "/sources/0";
    if (own.document != notice_.id) {
      report_.add(clause.file, pointer + "/document", "wrong_source",
                  "the first source is the clause's own place in " + base::quoted(notice_.id));
      return;
    }
    if (own.cell < 1 || own.cell > item.cells) {
      report_.add(clause.file, pointer + "/cell", "cell_beyond_item",
                  "item " + std::to_string(item.number) + " has the cells 1 to " +
                      std::to_string(item.cells));
    } else if (!fits(clause.id, own)) {
      report_.add(clause.file, clause.pointer + "/id", "wrong_source",
                  base::quoted(clause.id) + " is not made of its source, " + worded(own));
    } else if (!places_.insert(placeOf(own)).second) {
      report_.add(clause.file, pointer, "duplicate_source",
                  "another clause has the same source, " + worded(own));
    }
  }

  /// Only the notice is recorded clause by clause; laws are cited by article.
  void checkOther(const std::string& file, const std::string& pointer,
                  const criteria::Citation& citation) {
    if (citation.document != notice_.id || places_.count(placeOf(citation)) != 0) return;
    report_.add(file, pointer, "unknown_clause",
                worded(citation) + " is not a clause of the notice");
  }

  const Catalogue& catalogue_;
  const Document& notice_;
  Report& report_;
  std::set<Place> places_;
};

}  // namespace

void checkSources(const Catalogue& catalogue, Report& report) {
  if (const Document* notice = catalogue.notice()) SourceCheck(catalogue, *notice, report).run();
}

}  // namespace policycalc::catalogue
