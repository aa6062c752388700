#include "engine/random_rules.h"

#include <string>
#include <vector>

#include "policycalc/base/text.h"

#include "catalogue/small_policies.h"
#include "engine/edited_policies.h"

namespace policycalc::test {
namespace {

/// A fact as far as rules need it.
struct AnyFact {
  std::string id;
  std::string type;
  std::vector<std::string> options;
};

std::string quoted(const std::string& text) {
  return "\"" + text + "\"";
}

/// The facts of smallVocabulary() that criteria can test.
std::vector<AnyFact> smallFacts() {
  return {{"entity_type", "choice", {"company", "association"}},
          {"ownership", "choice", {"private", "state"}},
          {"district", "choice", {"here", "outside"}},
          {"registration_status", "choice", {"active", "deregistered", "revoked"}},
          {"size_industry", "choice", {"industry", "other"}},
          {"enterprise_size", "choice", {"micro", "small", "medium", "large"}},
          {"employees", "integer", {}},
          {"annual_revenue", "money", {}},
          {"loan_need", "boolean", {}},
          {"awards", "choices", {"gold", "silver", "bronze"}},
          {"budget", "money", {}},
          {"ratio", "percent", {}},
          {"other_ratio", "percent", {}}};
}

AnyFact anyFact(Random& random, const std::string& id) {
  constexpr const char* kTypes[] = {"choice", "choices", "boolean", "integer", "money", "percent"};
  constexpr std::uint64_t kCounts[] = {2, 3, 5, 8, 17, 33, 63, 64};
  AnyFact fact{id, kTypes[below(random, std::size(kTypes))], {}};
  if (fact.type != "choice" && fact.type != "choices") return fact;
  const std::uint64_t count = kCounts[below(random, std::size(kCounts))];
  for (std::uint64_t i = 0; i < count; ++i) fact.options.push_back("o" + std::to_string(i));
  return fact;
}

std::string jsonOf(const AnyFact& fact) {
  std::vector<std::string> options;
  for (const std::string& code : fact.options) {
    options.push_back(R"({ "code": )" + quoted(code) + R"(, "label": "甲", "label_en": "A" })");
  }
  const std::string unit = fact.type == "integer"   ? quoted("人")
                           : fact.type == "money"   ? quoted("CNY")
                           : fact.type == "percent" ? quoted("%")
                                                    : "null";
  return R"({ "id": )" + quoted(fact.id) + R"(, "type": )" + quoted(fact.type) +
         R"(, "label": "甲", "label_en": "A", "topic": "all", "unit": )" + unit +
         R"(, "options": [)" + base::join(options, ", ") +
         R"(], "derived_from": [], "help": null, "why": null })";
}

/// Random criteria over some facts.
class AnyCriteria {
 public:
  AnyCriteria(std::vector<AnyFact> facts, Random& random)
      : facts_(std::move(facts)), random_(random) {}

  std::string tree(int depth) {
    const std::uint64_t roll = depth == 0 ? 0 : below(random_, 7);
    if (roll < 3) return leaf();
    if (roll == 3) return R"({ "not": )" + tree(depth - 1) + " }";
    std::vector<std::string> children;
    const std::uint64_t count = 1 + below(random_, 4);
    for (std::uint64_t i = 0; i < count; ++i) children.push_back(tree(depth - 1));
    return (roll < 6 ? R"({ "all": [)" : R"({ "any": [)") + base::join(children, ", ") + "] }";
  }

 private:
  std::string leaf() {
    const AnyFact& fact = facts_[below(random_, facts_.size())];
    const std::string start = R"({ "fact": )" + quoted(fact.id) + ", ";
    if (fact.type == "boolean") {
      return start + R"("is": )" + (below(random_, 2) == 0 ? "true }" : "false }");
    }
    if (fact.type == "choice") {
      return start +
             (below(random_, 2) == 0 ? R"("is": )" + oneOf(fact) : R"("in": )" + someOf(fact)) +
             " }";
    }
    if (fact.type == "choices") {
      const std::uint64_t roll = below(random_, 3);
      return start +
             (roll == 0   ? R"("has": )" + oneOf(fact)
              : roll == 1 ? R"("has_any": )" + someOf(fact)
                          : R"("has_all": )" + someOf(fact)) +
             " }";
    }
    constexpr const char* kOrders[] = {"at_least", "more_than", "at_most", "less_than"};
    return start + quoted(kOrders[below(random_, 4)]) + ": " + term(fact.type, 2) + " }";
  }

  std::string oneOf(const AnyFact& fact) {
    return quoted(fact.options[below(random_, fact.options.size())]);
  }

  std::string someOf(const AnyFact& fact) {
    std::vector<std::string> codes;
    const std::uint64_t chance = 1 + below(random_, 4);
    for (const std::string& code : fact.options) {
      if (below(random_, chance) == 0) codes.push_back(quoted(code));
    }
    if (codes.empty()) codes.push_back(oneOf(fact));
    // A choice of all options is no condition, and loading refuses it.
    if (codes.size() == fact.options.size() && fact.type == "choice") codes.pop_back();
    return "[" + base::join(codes, ", ") + "]";
  }

  std::string term(const std::string& type, int depth) {
    switch (depth == 0 ? below(random_, 3) : below(random_, 9)) {
      case 0:
      case 3:
      case 4:
        return figure(type);
      case 1:
        return R"({ "parameter": )" + quoted(parameterOf(type)) + " }";
      case 2:
        return factOf(type);
      case 5:
      case 6:
        return R"({ "sum": [)" + term(type, depth - 1) + ", " + parameterTerm(type) + "] }";
      case 7:
        return R"({ "difference": [)" + term(type, depth - 1) + ", " + parameterTerm(type) + "] }";
      default:
        return R"({ "least": [)" + term(type, depth - 1) + ", " + parameterTerm(type) + "] }";
    }
  }

  std::string factOf(const std::string& type) {
    std::vector<std::string> ids;
    for (const AnyFact& fact : facts_) {
      if (fact.type == type) ids.push_back(fact.id);
    }
    return R"({ "fact": )" + quoted(ids[below(random_, ids.size())]) + " }";
  }

  /// Figures that are whole units, and figures between two.
  std::string figure(const std::string& type) {
    constexpr const char* kFigures[] = {"0",  "1",       "9.5",     "10",
                                        "20", "300.001", "2000000", "3.00005"};
    constexpr const char* kVast = "92233720368547758.07";  // the most fen that 64 bits hold
    if (type == "money" && below(random_, 20) == 0) return kVast;
    return kFigures[below(random_, std::size(kFigures))];
  }

  std::string parameterTerm(const std::string& type) {
    return R"({ "parameter": )" + quoted(parameterOf(type)) + " }";
  }

  std::string parameterOf(const std::string& type) {
    if (type == "integer") return "staff";
    if (type == "percent") return below(random_, 2) == 0 ? "tolerance" : "share";
    return below(random_, 2) == 0 ? "ceiling" : "prize";
  }

  std::vector<AnyFact> facts_;
  Random& random_;
};

}  // namespace

std::shared_ptr<const catalogue::Catalogue> anyRules(Random& random, int measures) {
  std::vector<AnyFact> facts = smallFacts();
  std::vector<std::string> added;
  const std::uint64_t count = 3 + below(random, 10);
  for (std::uint64_t i = 0; i < count; ++i) {
    facts.push_back(anyFact(random, "any" + std::to_string(i)));
    added.push_back(jsonOf(facts.back()));
  }
  AnyCriteria criteria(facts, random);
  std::vector<MeasureText> texts;
  for (int i = 0; i < measures; ++i) {
    MeasureText measure{"m" + std::to_string(i)};
    if (below(random, 4) != 0) measure.applies_when = criteria.tree(2);
    if (below(random, 4) != 0) measure.requires_ = criteria.tree(4);
    if (below(random, 3) == 0) measure.judged = kJudged;
    if (below(random, 3) == 0) measure.scope = "anyone";
    if (below(random, 6) == 0) measure.valid = R"({ "from": "2024-01-01", "to": "2024-12-31" })";
    texts.push_back(measure);
  }
  catalogue::PolicyFiles files = smallPolicies(texts);
  const std::string first = R"({ "id": "credit_code")";
  edit(files, "facts.json", first, base::join(added, ",\n") + ",\n" + first);
  addStates(files);
  return loaded(files);
}

}  // namespace policycalc::test
