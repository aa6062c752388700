#include "policycalc/registry/mapping.h"

#include <algorithm>

#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"
#include "policycalc/registry/bytes.h"

namespace policycalc::registry {
namespace {

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Mapping Mapping::ofFacts(const std::vector<std::string>& columns, const std::string& key,
                         const facts::Vocabulary& vocabulary) {
  Mapping mapping;
  for (const std::string& column : columns) {
    if (column == key) mapping.unused_.push_back(column);
    const auto fact = vocabulary.find(column);
    if (!fact) continue;
    Rule& rule = mapping.rules_.emplace_back();
    rule.column = column;
    rule.pointer = base::childPointer("", column);
    rule.fact = *fact;
    if (vocabulary.fact(*fact).type == facts::FactType::kChoices) rule.separator = ";";
  }
  return mapping;
}

bool Mapping::mentions(std::string_view column) const {
  return others_unused_ || column == key_ || holds(unused_, column) ||
         std::any_of(rules_.begin(), rules_.end(),
                     [column](const Rule& rule) { return rule.column == column; });
}

std::vector<std::string> Mapping::unmapped(const std::vector<std::string>& columns) const {
  std::vector<std::string> found;
  for (const std::string& column : columns) {
    if (!mentions(column)) found.push_back(column);
  }
  return found;
}

std::vector<std::string> Mapping::missing(const std::vector<std::string>& columns) const {
  std::vector<std::string> found;
  for (const Rule& rule : rules_) {
    if (!holds(columns, rule.column) && !holds(found, rule.column)) found.push_back(rule.column);
  }
  return found;
}

base::Issues Mapping::check(const std::vector<std::string>& columns, const std::string& key) const {
  base::Issues issues;
  for (const std::string& column : unmapped(columns)) {
    if (column == key) continue;
    issues.push_back(issueOf(
        "unknown_column", base::quoted(column) + " is a column that the mapping does not mention",
        "映射文件没有提到列 " + base::quoted(column)));
  }
  std::vector<std::string> lacking = missing(columns);
  if (key == key_ && !key.empty() && !holds(columns, key) && !holds(lacking, key)) {
    lacking.push_back(key);
  }
  for (const std::string& column : lacking) {
    issues.push_back(issueOf("missing_column",
                             base::quoted(column) + " is not a column of the input" +
                                 base::didYouMean(base::nearestNames(column, columns)),
                             "输入没有列 " + base::quoted(column)));
  }
  return issues;
}

}  // namespace policycalc::registry
