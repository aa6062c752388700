#include "properties/second_evaluator.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "policycalc/json/reader.h"

namespace policycalc::test::naive {
namespace {

enum Truth { kNo, kUnknown, kYes };

bool inForce(const json::Value& period, const std::string& day) {
  const json::Value& to = at(period, "to");
  return at(period, "from").text <= day && (to.isNull() || day <= to.text);
}

/// Evaluates the measures for one company on one day.
class Judge {
 public:
  Judge(const Documents& documents, const Company& company, const std::string& day)
      : documents_(documents), company_(company), day_(day) {}

  std::string verdictOf(const json::Value& measure) const {
    if (isClosed(measure)) return "not_applicable";
    if (!inForce(at(measure, "valid"), day_)) return "not_in_force";
    const Truth concerns = std::min(scopeOf(measure), truthOfOptional(at(measure, "applies_when")));
    const Truth meets = truthOfOptional(at(measure, "requires"));
    if (concerns == kNo) return "not_applicable";
    if (meets == kNo) return "not_eligible";
    if (concerns == kUnknown || meets == kUnknown) return "undetermined";
    return at(measure, "judged").elements.empty() ? "eligible" : "conditional";
  }

 private:
  bool hasStatus(const std::string& status) const {
    const Known& known = company_["registration_status"];
    return known.given && known.options.count(status) != 0;
  }

  /// Everything is closed to a deregistered company; benefits and services that are not made for it
  /// are closed to a revoked one.
  bool isClosed(const json::Value& measure) const {
    if (hasStatus("deregistered")) return true;
    if (!hasStatus("revoked") || at(measure, "kind").text == "right") return false;
    const json::Value* made_for = measure.find("for_status");
    return made_for == nullptr || codesIn(*made_for).count("revoked") == 0;
  }

  Truth scopeOf(const json::Value& measure) const {
    if (at(measure, "scope").text == "anyone") return kYes;
    if (hasStatus("not_yet_registered")) return kNo;
    const Known& district = company_["district"];
    if (!district.given) return kUnknown;
    return district.options.count("outside") != 0 ? kNo : kYes;
  }

  Truth truthOfOptional(const json::Value& criterion) const {
    return criterion.isNull() ? kYes : truthOf(criterion);
  }

  Truth truthOf(const json::Value& node) const {
    if (node.find("fact") != nullptr) return truthOfLeaf(node);
    const json::Member& only = node.members.front();
    if (only.key == "not") return static_cast<Truth>(kYes - truthOf(only.value));
    Truth truth = only.key == "all" ? kYes : kNo;
    for (const json::Value& child : only.value.elements) {
      truth = only.key == "all" ? std::min(truth, truthOf(child)) : std::max(truth, truthOf(child));
    }
    return truth;
  }

  Truth truthOfLeaf(const json::Value& leaf) const {
    const std::string& fact = at(leaf, "fact").text;
    const Known& known = company_[fact];
    const std::string& type = company_.typeOf(fact);
    for (const json::Member& member : leaf.members) {
      if (member.key == "fact" || member.key == "text" || member.key == "source") continue;
      if (type == "boolean" || type == "choice") return choiceTruth(known, member.value);
      if (type == "choices") return listTruth(known, member.key, member.value);
      return numberTruth(known, member.key, member.value);
    }
    throw std::invalid_argument("a leaf without operator");
  }

  static std::set<std::string> codesIn(const json::Value& right) {
    if (right.isBoolean()) return {right.boolean ? "true" : "false"};
    if (right.isString()) return {right.text};
    std::set<std::string> codes;
    for (const json::Value& element : right.elements) codes.insert(element.text);
    return codes;
  }

  static Truth choiceTruth(const Known& known, const json::Value& right) {
    const std::set<std::string> accepted = codesIn(right);
    std::size_t passing = 0;
    for (const std::string& option : known.options) passing += accepted.count(option);
    if (passing == 0) return kNo;
    return passing == known.options.size() && !known.none ? kYes : kUnknown;
  }

  static Truth listTruth(const Known& known, const std::string& op, const json::Value& right) {
    if (!known.given) return kUnknown;
    const std::set<std::string> asked = codesIn(right);
    std::size_t held = 0;
    for (const std::string& code : asked) held += known.options.count(code);
    return held > 0 && (op != "has_all" || held == asked.size()) ? kYes : kNo;
  }

  Truth numberTruth(const Known& known, const std::string& op, const json::Value& right) const {
    const std::optional<base::Decimal> bound = valueOf(right);
    if (!known.given || !bound) return kUnknown;
    const int order = known.number.compare(*bound);
    const bool holds = op == "at_least"    ? order >= 0
                       : op == "more_than" ? order > 0
                       : op == "at_most"   ? order <= 0
                                           : order < 0;
    return holds ? kYes : kNo;
  }

  /// A figure, a parameter, a fact, or a sum, difference or the least of them: all that criteria
  /// use.
  std::optional<base::Decimal> valueOf(const json::Value& term) const {
    if (term.isNumber()) return base::Decimal::parse(term.text).value();
    const json::Member& only = term.members.front();
    if (only.key == "parameter") return parameter(only.value.text);
    if (only.key == "fact") {
      const Known& known = company_[only.value.text];
      return known.given ? std::optional(known.number) : std::nullopt;
    }
    if (only.key != "sum" && only.key != "difference" && only.key != "least") {
      throw std::invalid_argument("the second evaluator does not know " + only.key);
    }
    std::optional<base::Decimal> total = valueOf(only.value.elements.front());
    for (std::size_t i = 1; i < only.value.elements.size(); ++i) {
      const auto next = valueOf(only.value.elements[i]);
      if (!total || !next) return {};
      if (only.key == "least") {
        if (next->compare(*total) < 0) total = next;
        continue;
      }
      total = only.key == "sum" ? total->plus(*next).value() : total->minus(*next).value();
    }
    return total;
  }

  std::optional<base::Decimal> parameter(const std::string& id) const {
    for (const json::Value& entry : at(documents_.at("parameters.json"), "parameters").elements) {
      if (at(entry, "id").text != id) continue;
      for (const json::Value& period : at(entry, "values").elements) {
        if (inForce(period, day_)) return base::Decimal::parse(at(period, "value").text).value();
      }
    }
    return {};
  }

  const Documents& documents_;
  const Company& company_;
  const std::string& day_;
};

}  // namespace

SecondEvaluator::SecondEvaluator(const std::map<std::string, std::string>& files) {
  for (const auto& [path, text] : files) {
    if (path.rfind(".json") == std::string::npos) continue;  // contacts
    auto document = json::read(text, path, {text.size(), 32});
    if (!document.ok()) throw std::invalid_argument(path + " is no JSON");
    documents_.emplace(path, std::move(document).value());
  }
}

std::map<std::string, std::string> SecondEvaluator::verdicts(const json::Value& profile,
                                                             const std::string& day) const {
  const Company company(documents_, profile);
  const Judge judge(documents_, company, day);
  std::map<std::string, std::string> verdicts;
  for (const auto& [path, document] : documents_) {
    if (path.rfind("measures/", 0) != 0) continue;
    for (const json::Value& clause : at(document, "clauses").elements) {
      if (at(clause, "kind").text == "internal") continue;
      verdicts.emplace(at(clause, "id").text, judge.verdictOf(clause));
    }
  }
  return verdicts;
}

}  // namespace policycalc::test::naive
