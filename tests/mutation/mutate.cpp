#include "mutation/mutate.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

#include "policycalc/base/date.h"
#include "policycalc/base/decimal.h"

namespace policycalc::mutation {
namespace {

using json::Value;

Value& at(Value& object, std::string_view key) {
  for (json::Member& member : object.members) {
    if (member.key == key) return member.value;
  }
  throw std::out_of_range("there is no key " + std::string(key));
}

Value nothing() {
  return {};
}

Value emptyList() {
  Value value;
  value.type = Value::Type::kArray;
  return value;
}

Value textOf(std::string text) {
  Value value;
  value.type = Value::Type::kString;
  value.text = std::move(text);
  return value;
}

Value numberOf(const base::Decimal& number) {
  Value value;
  value.type = Value::Type::kNumber;
  value.text = number.toString();
  return value;
}

/// Replaces `value` by `replacement` during the visit.
void change(Value& value, Value replacement, const std::string& what, const Visit& visit) {
  std::swap(value, replacement);
  visit(what);
  std::swap(value, replacement);
}

void rename(json::Member& member, std::string key, const std::string& what, const Visit& visit) {
  std::swap(member.key, key);
  visit(what + " " + key + " turned to " + member.key);
  std::swap(member.key, key);
}

void eachLeftOut(Value& list, const std::string& what, const Visit& visit) {
  for (std::size_t i = 0; i < list.elements.size(); ++i) {
    Value shorter = list;
    shorter.elements.erase(shorter.elements.begin() + static_cast<std::ptrdiff_t>(i));
    const Value& gone = list.elements[i];
    change(list, std::move(shorter),
           what + " without " + (gone.isString() ? gone.text : std::to_string(i)), visit);
  }
}

constexpr std::array<std::pair<const char*, const char*>, 8> kNeighbours{{
    {"at_least", "more_than"},
    {"more_than", "at_least"},
    {"at_most", "less_than"},
    {"less_than", "at_most"},
    {"all", "any"},
    {"any", "all"},
    {"has_any", "has_all"},
    {"has_all", "has_any"},
}};

std::optional<std::string> neighbourOf(std::string_view op) {
  for (const auto& [from, to] : kNeighbours) {
    if (op == from) return to;
  }
  return {};
}

/// Changes inside one criteria tree.
class CriterionMutator {
 public:
  CriterionMutator(const facts::Vocabulary& vocabulary, const Visit& visit)
      : vocabulary_(vocabulary), visit_(visit) {}

  void mutate(Value& node, const std::string& where) {
    if (node.find("fact") != nullptr) {
      mutateLeaf(node, where);
      return;
    }
    json::Member& group = node.members.front();
    const std::string inside = where + "/" + group.key;
    if (group.key == "not") {
      change(node, group.value, inside + " dropped", visit_);
      mutate(group.value, inside);
      return;
    }
    if (group.value.elements.size() > 1) {
      rename(group, *neighbourOf(group.key), where, visit_);
      eachLeftOut(group.value, inside, visit_);
    }
    for (std::size_t i = 0; i < group.value.elements.size(); ++i) {
      mutate(group.value.elements[i], inside + "/" + std::to_string(i));
    }
  }

 private:
  void mutateLeaf(Value& leaf, const std::string& where) {
    const facts::Fact& fact = vocabulary_.fact(*vocabulary_.find(at(leaf, "fact").text));
    for (json::Member& member : leaf.members) {
      if (member.key == "fact" || member.key == "text" || member.key == "source") continue;
      const std::string what = where + " " + fact.id + " " + member.key;
      const auto neighbour = neighbourOf(member.key);
      const bool one_option = member.value.isArray() && member.value.elements.size() == 1;
      // Any of one and all of one are the same.
      if (neighbour && !one_option) rename(member, *neighbour, where + " " + fact.id, visit_);
      mutateRight(member.value, fact, what);
      return;
    }
  }

  void mutateRight(Value& right, const facts::Fact& fact, const std::string& what) {
    if (right.isBoolean()) {
      Value other = right;
      other.boolean = !other.boolean;
      change(right, std::move(other), what + " the opposite", visit_);
    } else if (right.isString()) {
      exchange(right, {right.text}, fact, what);
    } else if (right.isNumber()) {
      const base::Decimal number = base::Decimal::parse(right.text).value();
      const base::Decimal one(1, 0);
      change(right, numberOf(number.plus(one).value()), what + " one more", visit_);
      change(right, numberOf(number.minus(one).value()), what + " one less", visit_);
    } else if (right.isArray()) {
      if (right.elements.size() > 1) eachLeftOut(right, what, visit_);
      std::vector<std::string> listed;
      for (const Value& element : right.elements) listed.push_back(element.text);
      for (Value& element : right.elements) exchange(element, listed, fact, what);
    }
  }

  /// Replaces the option by the next one that is not listed, cyclically.
  void exchange(Value& option, const std::vector<std::string>& listed, const facts::Fact& fact,
                const std::string& what) {
    const std::size_t own = *fact.findOption(option.text);
    for (std::size_t step = 1; step < fact.options.size(); ++step) {
      const std::string& code = fact.options[(own + step) % fact.options.size()].code;
      if (std::find(listed.begin(), listed.end(), code) != listed.end()) continue;
      std::string name = what;
      name.append(" ").append(option.text).append(" exchanged for ").append(code);
      change(option, textOf(code), name, visit_);
      return;
    }
  }

  const facts::Vocabulary& vocabulary_;
  const Visit& visit_;
};

void mutateDate(Value& date, const std::string& what, const Visit& visit) {
  if (date.isNull()) return;
  const std::chrono::sys_days days = base::Date::parse(date.text).value().days();
  for (const int shift : {-1, 1}) {
    const base::Date other(days + std::chrono::days(shift));
    change(date, textOf(other.toString()), what + (shift < 0 ? " a day earlier" : " a day later"),
           visit);
  }
}

}  // namespace

void mutateClause(json::Value& clause, const facts::Vocabulary& vocabulary, const Visit& visit) {
  const std::string id = at(clause, "id").text;
  Value& scope = at(clause, "scope");
  change(scope, textOf(scope.text == "anyone" ? "registered" : "anyone"), id + " scope flipped",
         visit);
  CriterionMutator mutator(vocabulary, visit);
  for (const char* key : {"applies_when", "requires"}) {
    Value& criterion = at(clause, key);
    if (criterion.isNull()) continue;
    const std::string where = id + " " + key;
    change(criterion, nothing(), where + " emptied", visit);
    mutator.mutate(criterion, where);
  }
  Value& judged = at(clause, "judged");
  if (!judged.elements.empty()) change(judged, emptyList(), id + " judged emptied", visit);
  eachLeftOut(at(clause, "units"), id + " units", visit);
  mutateDate(at(at(clause, "valid"), "from"), id + " valid.from", visit);
  mutateDate(at(at(clause, "valid"), "to"), id + " valid.to", visit);
}

void mutateParameter(json::Value& parameter, const Visit& visit) {
  const std::string& unit = at(parameter, "unit").text;
  const int scale = unit == "CNY" ? 2 : unit.rfind("percent", 0) == 0 ? 4 : 0;
  const base::Decimal step(1, scale);
  for (Value& period : at(parameter, "values").elements) {
    const std::string what = at(parameter, "id").text + " from " + at(period, "from").text;
    Value& value = at(period, "value");
    const base::Decimal figure = base::Decimal::parse(value.text).value();
    change(value, numberOf(figure.plus(step).value()), what + " a step more", visit);
    change(value, numberOf(figure.minus(step).value()), what + " a step less", visit);
  }
}

}  // namespace policycalc::mutation
