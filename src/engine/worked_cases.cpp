#include "policycalc/engine/worked_cases.h"

#include <algorithm>
#include <set>

#include "policycalc/base/text.h"
#include "policycalc/engine/match.h"
#include "policycalc/json/reader.h"

#include "engine/case_profile.h"

namespace policycalc::engine {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{4} * 1024 * 1024;

std::string listOf(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  return "[" + base::join(names, ", ") + "]";
}

/// Compares the expectations of a case for one measure with the engine's outcome.
class Expectation {
 public:
  Expectation(const Edition& edition, const Match& match, const Outcome& outcome,
              json::Decoder& object)
      : edition_(edition),
        catalogue_(edition.catalogue()),
        match_(match),
        outcome_(outcome),
        object_(object) {}

  void check() {
    if (object_.value().find("amounts") != nullptr) checkAmounts();
    checkNames("missing", missing());
    checkNames("unmet", unmet());
    checkNames("units", units());
    if (object_.value().find("one_condition_away") != nullptr &&
        object_.boolean("one_condition_away") != outcome_.one_condition_away) {
      object_.reportAt("one_condition_away", "case_failed", "the engine says the opposite");
    }
  }

 private:
  void checkAmounts() {
    const json::Decoder amounts = object_.object("amounts");
    for (const json::Member& member : amounts.value().members) {
      const auto& benefits = outcome_.measure().benefits;
      const auto benefit = std::find_if(benefits.begin(), benefits.end(),
                                        [&](const auto& b) { return b.id == member.key; });
      if (benefit == benefits.end()) {
        amounts.reportAt(member.key, "unknown_benefit", "the measure has no such benefit");
        continue;
      }
      const auto& value =
          outcome_.amounts[static_cast<std::size_t>(benefit - benefits.begin())].value;
      const std::string got = value ? value->toString() : "null";
      const auto wanted = base::Decimal::parse(member.value.text);
      const bool same = member.value.isNull()
                            ? !value.has_value()
                            : value && wanted.ok() && value->compare(*wanted) == 0;
      if (!same) amounts.reportAt(member.key, "case_failed", "the engine computes " + got);
    }
  }

  void checkNames(std::string_view key, const std::vector<std::string>& got) {
    if (object_.value().find(key) == nullptr) return;
    std::vector<std::string> wanted = object_.strings(key);
    if (listOf(wanted) != listOf(got)) {
      object_.reportAt(key, "case_failed", "the engine gives " + listOf(got));
    }
  }

  std::vector<std::string> missing() const {
    std::vector<std::string> ids;
    for (const facts::FactIndex fact : outcome_.missing) {
      ids.push_back(catalogue_.vocabulary().fact(fact).id);
    }
    return ids;
  }

  std::vector<std::string> unmet() const {
    std::set<std::string> ids;
    for (const Unmet& leaf : outcome_.unmet) {
      ids.insert(catalogue_.vocabulary().fact(leaf.leaf->comparison.fact).id);
    }
    return {ids.begin(), ids.end()};
  }

  std::vector<std::string> units() const {
    std::vector<std::string> ids;
    for (const auto* unit : namedUnits(*outcome_.entry, edition_, match_.knowledge)) {
      ids.push_back(catalogue_.registry().units()[unit->unit].id);
    }
    if (match_.county != nullptr) ids.push_back(match_.county->id);
    return ids;
  }

  const Edition& edition_;
  const catalogue::Catalogue& catalogue_;
  const Match& match_;
  const Outcome& outcome_;
  json::Decoder& object_;
};

class WorkedCaseRunner {
 public:
  explicit WorkedCaseRunner(const std::shared_ptr<const catalogue::Catalogue>& catalogue)
      : catalogue_(catalogue) {}

  WorkedCaseReport run(const catalogue::PolicyFiles& files) {
    for (const catalogue::Clause* measure : catalogue_->measures()) report_.coverage[measure->id];
    for (const auto& [path, text] : files) runFile(path, text);
    for (const catalogue::Clause* measure : catalogue_->measures()) checkCoverage(*measure);
    base::sortIssues(report_.issues);
    return std::move(report_);
  }

 private:
  void runFile(const std::string& path, const std::string& text) {
    json::ReadLimits limits;
    limits.max_bytes = kMaxFileBytes;
    const auto document = json::read(text, path, limits);
    if (!document.ok()) {
      report_.issues.insert(report_.issues.end(), document.error().begin(), document.error().end());
      return;
    }
    const json::IssueSink sink{path, report_.issues};
    json::Decoder root(*document, "", sink);
    root.integer("item");
    const json::Decoder base = root.object("base");
    for (json::Decoder& object : root.objects("cases")) runCase(object, base.value());
    root.refuseUnknownKeys();
  }

  void runCase(json::Decoder& object, const json::Value& base) {
    object.string("name");
    const auto day = object.date("as_of");
    const json::Value profile_json = caseProfile(base, object.object("profile").value());
    const auto profile =
        facts::readProfile(profile_json, catalogue_->vocabulary(), object.pointer() + "/profile");
    json::Decoder expect = object.object("expect");
    for (const char* key : {"totals", "warnings"}) object.member(key);
    object.refuseUnknownKeys();
    if (!profile.ok()) {
      for (base::Issue issue : profile.error()) {
        issue.file = std::string(object.sink().file);
        report_.issues.push_back(std::move(issue));
      }
    }
    if (!profile.ok() || !day) return;
    const Edition& edition = editionOf(*day);
    const Match answer = match(edition, *profile);
    for (const json::Member& member : expect.value().members) {
      checkMeasure(expect, member, answer, edition);
    }
    if (object.value().find("totals") != nullptr) checkTotals(object, answer.totals);
    if (object.value().find("warnings") != nullptr) checkWarnings(object, answer.knowledge);
  }

  static void checkTotals(json::Decoder& object, const Totals& totals) {
    json::Decoder wanted = object.object("totals");
    const auto check = [&](const char* key, const base::Decimal& got) {
      if (wanted.member(key) == nullptr || wanted.decimal(key).compare(got) == 0) return;
      wanted.reportAt(key, "case_failed", "the engine sums up " + got.toString());
    };
    check("certain", totals.certain);
    check("conditional", totals.conditional);
    check("uncounted", base::Decimal(totals.uncounted, 0));
    wanted.refuseUnknownKeys();
  }

  /// The case must name all warnings.
  static void checkWarnings(json::Decoder& object, const facts::Knowledge& knowledge) {
    std::set<std::string> codes;
    for (const facts::Warning& warning : knowledge.warnings) codes.insert(warning.code);
    const std::vector<std::string> got(codes.begin(), codes.end());
    if (listOf(object.strings("warnings")) != listOf(got)) {
      object.reportAt("warnings", "case_failed", "the engine warns of " + listOf(got));
    }
  }

  const Edition& editionOf(base::Date day) {
    std::unique_ptr<Edition>& edition = editions_[Edition::indexOf(*catalogue_, day)];
    if (!edition) edition = std::make_unique<Edition>(catalogue_, day);
    return *edition;
  }

  void checkMeasure(json::Decoder& expect, const json::Member& member, const Match& answer,
                    const Edition& edition) {
    const auto outcome = std::find_if(
        answer.outcomes.begin(), answer.outcomes.end(),
        [&](const Outcome& candidate) { return candidate.measure().id == member.key; });
    if (outcome == answer.outcomes.end()) {
      expect.reportAt(member.key, "unknown_measure",
                      base::quoted(member.key) + " is not a measure");
      return;
    }
    ++report_.expectations;
    std::string wanted = member.value.text;
    if (member.value.isObject()) {
      json::Decoder object = expect.object(member.key);
      wanted = object.string("verdict");
      for (const char* key : {"amounts", "missing", "unmet", "units", "one_condition_away"}) {
        object.member(key);
      }
      object.refuseUnknownKeys();
      Expectation(edition, answer, *outcome, object).check();
    }
    const auto verdict = parseVerdict(wanted);
    if (!verdict) {
      expect.reportAt(member.key, "wrong_value", base::quoted(wanted) + " is not a verdict");
    } else if (*verdict != outcome->verdict) {
      expect.reportAt(member.key, "case_failed",
                      "the engine says " + base::quoted(toString(outcome->verdict)) + ", not " +
                          base::quoted(wanted));
    } else {
      cover(report_.coverage[member.key], *verdict,
            answer.knowledge.registration == facts::Registration::kDeregistered);
    }
  }

  static void cover(WorkedCaseCoverage& coverage, Verdict verdict, bool deregistered) {
    if (verdict == Verdict::kEligible || verdict == Verdict::kConditional) {
      ++coverage.yes;
    } else if (verdict == Verdict::kUndetermined) {
      ++coverage.open;
    } else {
      ++coverage.no;
      if (verdict != Verdict::kNotInForce && !deregistered) ++coverage.refused;
    }
  }

  void checkCoverage(const catalogue::Clause& measure) {
    const WorkedCaseCoverage& coverage = report_.coverage[measure.id];
    std::vector<std::string> lacks;
    if (coverage.yes == 0) lacks.emplace_back("a yes");
    if (hasConditions(measure)) {
      if (coverage.refused == 0) lacks.emplace_back("a no by its conditions");
      if (coverage.open == 0) lacks.emplace_back("an open case");
    } else if (coverage.no == 0) {
      lacks.emplace_back("a no (the day before it begins, or a deregistered company)");
    }
    if (lacks.empty()) return;
    report_.issues.push_back({base::Severity::kError, "missing_case", measure.file, measure.pointer,
                              measure.position.line, measure.position.column,
                              base::quoted(measure.id) + " lacks " + base::join(lacks, ", ")});
  }

  const std::shared_ptr<const catalogue::Catalogue>& catalogue_;
  std::map<std::size_t, std::unique_ptr<Edition>> editions_;
  WorkedCaseReport report_;
};

}  // namespace

bool hasConditions(const catalogue::Clause& measure) {
  return measure.scope == catalogue::Scope::kRegistered || measure.applies_when ||
         measure.requires_;
}

WorkedCaseReport runWorkedCases(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                                const catalogue::PolicyFiles& case_files) {
  return WorkedCaseRunner(catalogue).run(case_files);
}

}  // namespace policycalc::engine
