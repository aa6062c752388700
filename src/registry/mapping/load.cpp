#include <algorithm>
#include <set>
#include <utility>

#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"
#include "policycalc/json/decoder.h"
#include "policycalc/json/reader.h"
#include "policycalc/registry/mapping.h"

namespace policycalc::registry {
namespace {

/// A mapping may list every value of a register.
constexpr std::size_t kMostMappingBytes = std::size_t{4} * 1024 * 1024;

std::vector<std::string> idsOf(const facts::Vocabulary& vocabulary) {
  std::vector<std::string> ids;
  for (const facts::Fact& fact : vocabulary.facts()) ids.push_back(fact.id);
  return ids;
}

bool isOfOptions(const facts::Fact& fact) {
  return fact.type == facts::FactType::kBoolean || fact.type == facts::FactType::kChoice ||
         fact.type == facts::FactType::kChoices;
}

}  // namespace

/// Reads one mapping file.
class MappingLoader {
 public:
  MappingLoader(const facts::Vocabulary& vocabulary, std::string_view file)
      : vocabulary_(vocabulary), sink_{file, issues_} {}

  base::Result<Mapping, base::Issues> load(const json::Value& document) {
    json::Decoder root(document, "", sink_);
    root.optionalString("description");
    mapping_.key_ = root.optionalString("key");
    const json::Value* others = root.optional("other_columns");
    if (others != nullptr) {
      mapping_.others_unused_ = others->isString() && others->text == "unused";
      if (!mapping_.others_unused_) {
        root.report("other_columns", *others, "wrong_value", "only `unused` is possible");
      }
    }
    json::Decoder columns = root.object("columns");
    if (columns.value().isObject()) loadColumns(columns);
    if (root.optional("constants") != nullptr) loadConstants(root.object("constants"));
    root.refuseUnknownKeys();
    for (base::Issue& issue : issues_) issue.file = sink_.file;
    if (!issues_.empty()) {
      base::sortIssues(issues_);
      return issues_;
    }
    return std::move(mapping_);
  }

 private:
  void loadColumns(const json::Decoder& columns) {
    for (const json::Member& member : columns.value().members) {
      const std::string pointer = base::childPointer(columns.pointer(), member.key);
      if (member.value.isArray()) {
        for (std::size_t i = 0; i < member.value.elements.size(); ++i) {
          loadColumn(member.key, member.value.elements[i], base::childPointer(pointer, i));
        }
      } else {
        loadColumn(member.key, member.value, pointer);
      }
    }
  }

  void loadColumn(const std::string& column, const json::Value& value, const std::string& pointer) {
    json::Decoder object(value, pointer, sink_);
    if (!value.isObject()) return;
    if (const json::Value* unused = object.optionalText("unused")) {
      mapping_.unused_.push_back(column);
      if (value.members.size() > 1) {
        object.report("unused", *unused, "contradiction",
                      "the column is called unused, and more is said about it");
      }
      return;
    }
    const json::Value* id = object.text("fact");
    if (id == nullptr) return;
    const auto fact = factOf(*id, base::childPointer(pointer, "fact"), object);
    if (!fact) return;
    Rule rule;
    rule.column = column;
    rule.pointer = base::childPointer("", column);
    rule.fact = *fact;
    loadValues(object, rule);
    loadForm(object, rule);
    loadDays(object, rule);
    object.refuseUnknownKeys();
    mapping_.rules_.push_back(std::move(rule));
  }

  /// The fact, which no column or constant has told yet.
  std::optional<facts::FactIndex> factOf(const json::Value& id, const std::string& pointer,
                                         const json::Decoder& object) {
    const auto fact = vocabulary_.find(id.text);
    if (!fact) {
      object.reportAt(pointer, id, "unknown_fact",
                      base::quoted(id.text) + " is not a fact" +
                          base::didYouMean(base::nearestNames(id.text, idsOf(vocabulary_))));
    } else if (!told_.insert(*fact).second) {
      object.reportAt(pointer, id, "contradiction", base::quoted(id.text) + " is told twice");
    }
    return fact;
  }

  /// An answer as a profile has it; for a list also its only option.
  facts::Given givenOf(const json::Value& value, const facts::Fact& fact,
                       const std::string& pointer) {
    if (fact.type != facts::FactType::kChoices || !value.isString()) {
      return facts::readGiven(value, fact, vocabulary_, pointer, issues_);
    }
    json::Value list;
    list.type = json::Value::Type::kArray;
    list.position = value.position;
    list.elements.push_back(value);
    return facts::readGiven(list, fact, vocabulary_, pointer, issues_);
  }

  void loadValues(json::Decoder& object, Rule& rule) {
    const facts::Fact& fact = vocabulary_.fact(rule.fact);
    for (const char* name : {"values", "beginnings"}) {
      if (object.optional(name) == nullptr) continue;
      const json::Decoder table = object.object(name);
      std::map<std::string, facts::Given, std::less<>> read;
      for (const json::Member& member : table.value().members) {
        const std::string pointer = base::childPointer(table.pointer(), member.key);
        const facts::Given given = givenOf(member.value, fact, pointer);
        const auto [at, is_new] = read.emplace(plainText(member.key), given);
        if (!is_new && at->second != given) {
          object.reportAt(pointer, member.value, "contradiction",
                          base::quoted(member.key) +
                              " is another spelling of a value that "
                              "means something else");
        }
      }
      if (std::string_view(name) == "values") {
        rule.values = std::move(read);
      } else {
        rule.beginnings.assign(read.begin(), read.end());
      }
    }
    std::stable_sort(rule.beginnings.begin(), rule.beginnings.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    if (const json::Value* otherwise = object.member("otherwise")) {
      rule.otherwise_unknown = otherwise->isNull();
      if (!rule.otherwise_unknown) {
        object.report("otherwise", *otherwise, "wrong_value",
                      "only null, for unknown, is possible");
      }
    }
  }

  void loadForm(json::Decoder& object, Rule& rule) {
    const facts::Fact& fact = vocabulary_.fact(rule.fact);
    if (const json::Value* factor = object.optional("factor")) {
      const auto decimal = base::Decimal::parse(factor->text);
      const bool positive = decimal.ok() && decimal->compare(base::Decimal()) > 0;
      if (!facts::isNumeric(fact.type)) {
        object.report("factor", *factor, "contradiction", "this fact is not a number");
      } else if (!(factor->isNumber() || factor->isString()) || !positive) {
        object.report("factor", *factor, "wrong_value", "a number above 0 is expected");
      } else {
        rule.factor = *decimal;
      }
    }
    if (const json::Value* separator = object.optionalText("separator")) {
      rule.separator = plainText(separator->text);
      if (fact.type != facts::FactType::kChoices) {
        object.report("separator", *separator, "contradiction", "this fact is not a list");
      } else if (rule.separator.empty()) {
        object.report("separator", *separator, "wrong_value", "a separator is not blank");
      }
    }
    if (const json::Value* form = object.optionalText("form")) {
      rule.is_district = form->text == "district";
      if (!rule.is_district) {
        object.report("form", *form, "wrong_value", "only `district` is possible");
      } else if (rule.fact != vocabulary_.known().district) {
        object.report("form", *form, "contradiction", "this fact is not the district");
      }
    }
  }

  void loadDays(json::Decoder& object, Rule& rule) {
    const json::Value* days = object.optional("days");
    if (days == nullptr) return;
    const facts::Fact& fact = vocabulary_.fact(rule.fact);
    if (!isOfOptions(fact)) {
      object.report("days", *days, "contradiction", "this fact does not depend on a day");
      return;
    }
    json::Decoder both = object.object("days");
    Rule::Days read;
    for (const auto& [name, given] :
         {std::pair{"before", &read.before}, std::pair{"from", &read.from}}) {
      const json::Value* value = both.member(name);
      if (value == nullptr) {
        both.reportMissing(name);
      } else {
        *given = givenOf(*value, fact, base::childPointer(both.pointer(), name));
      }
    }
    both.refuseUnknownKeys();
    rule.days = read;
  }

  void loadConstants(const json::Decoder& constants) {
    for (const json::Member& member : constants.value().members) {
      const std::string pointer = base::childPointer(constants.pointer(), member.key);
      json::Value id;
      id.text = member.key;
      id.position = member.position;
      const auto fact = factOf(id, pointer, constants);
      if (!fact) continue;
      mapping_.constants_.emplace_back(*fact,
                                       givenOf(member.value, vocabulary_.fact(*fact), pointer));
    }
  }

  const facts::Vocabulary& vocabulary_;
  base::Issues issues_;
  json::IssueSink sink_;
  std::set<facts::FactIndex> told_;
  Mapping mapping_;
};

base::Result<Mapping, base::Issues> Mapping::read(std::string_view text, std::string_view file,
                                                  const facts::Vocabulary& vocabulary) {
  json::ReadLimits limits;
  limits.max_bytes = kMostMappingBytes;
  const auto document = json::read(text, file, limits);
  if (!document.ok()) return document.error();
  return MappingLoader(vocabulary, file).load(*document);
}

}  // namespace policycalc::registry
