#include "catalogue/checks.h"

#include <set>

#include "policycalc/base/text.h"

#include "catalogue/leaves.h"

namespace policycalc::catalogue {
namespace {

/// Checks the measures one by one and records the parameters that they use.
class Checker {
 public:
  Checker(const Catalogue& catalogue, base::Issues& issues)
      : catalogue_(catalogue), issues_(issues) {}

  void run() {
    for (const base::Issue& issue : issues_) faulty_files_.insert(issue.file);
    for (const Clause* clause : catalogue_.clauses()) {
      if (faulty_files_.count(clause->file) == 0) checkClause(*clause);
    }
    for (const ProfileWarning& warning : catalogue_.texts().warnings()) checkWarning(warning);
    for (const criteria::Parameter& parameter : catalogue_.parameters().all()) {
      checkParameter(parameter);
    }
  }

 private:
  void report(std::string file, std::string pointer, json::Position position, std::string code,
              std::string message) {
    issues_.push_back({base::Severity::kError, std::move(code), std::move(file), std::move(pointer),
                       position.line, position.column, std::move(message)});
  }

  void reportClause(const Clause& clause, std::string code, std::string message) {
    report(clause.file, clause.pointer, clause.position, std::move(code), std::move(message));
  }

  void checkClause(const Clause& clause) {
    for (const std::string* text :
         {&clause.title, &clause.summary, &clause.summary_en, &clause.next_step,
          &clause.next_step_en, &clause.replaced_text, &clause.why_internal}) {
      checkText(clause, *text);
    }
    for (const Caveat& caveat : clause.caveats) {
      checkText(clause, caveat.text);
      checkText(clause, caveat.text_en);
    }
    for (const Judgement& judgement : clause.judged) checkText(clause, judgement.text);
    for (const std::vector<std::string>* related :
         {&clause.excludes, &clause.leads_to, &clause.instead_of}) {
      for (const std::string& id : *related) {
        if (faulty_files_.empty() && catalogue_.find(id) == nullptr) {
          reportClause(clause, "unknown_measure", base::quoted(id) + " is not a measure");
        }
      }
    }
    for (const std::string& id : clause.replaced_by) {
      const bool is_known =
          catalogue_.find(id) != nullptr || catalogue_.registry().findDocument(id) != nullptr;
      if (faulty_files_.empty() && !is_known) {
        reportClause(clause, "unknown_successor",
                     base::quoted(id) + " is neither a clause nor a document");
      }
    }
    for (const Benefit& benefit : clause.benefits) {
      checkText(clause, benefit.label);
      checkText(clause, benefit.label_en);
      if (benefit.amount.value) useTerm(clause, *benefit.amount.value);
    }
    forEachLeaf(clause, [&](const auto& leaf) { checkLeaf(clause, leaf); });
  }

  void checkWarning(const ProfileWarning& warning) {
    for (const std::string* text : {&warning.text, &warning.text_en}) {
      forEachPlaceholder(*text, [&](std::string_view name) {
        const auto parameter = catalogue_.parameters().find(name);
        if (parameter) {
          used_.insert(*parameter);
        } else {
          report("answer.json", warning.when.pointer, warning.when.position, "unknown_parameter",
                 base::quoted(name) + " in a text is not a parameter");
        }
      });
    }
    forEachLeaf(warning.when, [&](const criteria::Criterion& leaf) {
      leaf.comparison.right.forEachParameter(
          [&](criteria::ParameterIndex index) { used_.insert(index); });
    });
  }

  void checkText(const Clause& clause, const std::string& text) {
    forEachPlaceholder(text, [&](std::string_view name) {
      const auto parameter = catalogue_.parameters().find(name);
      if (parameter) {
        used_.insert(*parameter);
      } else {
        reportClause(clause, "unknown_parameter",
                     base::quoted(name) + " in a text is not a parameter");
      }
    });
  }

  void useTerm(const Clause& clause, const criteria::Term& term) {
    term.forEachParameter([&](criteria::ParameterIndex index) {
      used_.insert(index);
      const criteria::Parameter& parameter = catalogue_.parameters()[index];
      const bool begins = parameter.at(clause.valid.from) != nullptr;
      const bool ends = clause.valid.to ? parameter.at(*clause.valid.to) != nullptr
                                        : !parameter.periods.back().to.has_value();
      if (!begins || !ends) {
        reportClause(clause, "parameter_not_in_force",
                     base::quoted(parameter.id) + " has no value for the whole validity");
      }
    });
  }

  void checkLeaf(const Clause& clause, const criteria::Criterion& leaf) {
    checkText(clause, leaf.text);
    if (leaf.source && catalogue_.registry().findDocument(leaf.source->document) == nullptr) {
      report(clause.file, leaf.pointer, leaf.position, "unknown_document",
             base::quoted(leaf.source->document) + " is not a document");
    }
    if (criteria::isNumeric(leaf.comparison.op)) {
      useTerm(clause, leaf.comparison.right);
      return;
    }
    const facts::Fact& fact = catalogue_.vocabulary().fact(leaf.comparison.fact);
    const bool accepts_all = leaf.comparison.op == criteria::Operator::kIn &&
                             leaf.comparison.options == fact.allOptions();
    if (accepts_all) {
      report(clause.file, leaf.pointer, leaf.position, "always_true",
             "every option of " + base::quoted(fact.id) + " is accepted");
    }
  }

  void checkParameter(const criteria::Parameter& parameter) {
    const auto index = catalogue_.parameters().find(parameter.id);
    if (faulty_files_.empty() && index && used_.count(*index) == 0) {
      report("parameters.json", parameter.pointer, parameter.position, "unused_parameter",
             base::quoted(parameter.id) + " is used by no measure");
    }
    for (const criteria::Parameter::Period& period : parameter.periods) {
      if (catalogue_.registry().findDocument(period.source.document) == nullptr) {
        report("parameters.json", period.pointer + "/source", parameter.position,
               "unknown_document", base::quoted(period.source.document) + " is not a document");
      }
    }
  }

  const Catalogue& catalogue_;
  base::Issues& issues_;
  std::set<criteria::ParameterIndex> used_;
  /// Files with earlier faults: not all that they define or use is known.
  std::set<std::string> faulty_files_;
};

}  // namespace

void checkCatalogue(const Catalogue& catalogue, base::Issues& issues) {
  Checker(catalogue, issues).run();
}

}  // namespace policycalc::catalogue
