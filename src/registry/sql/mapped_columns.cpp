#include "registry/sql/mapped_columns.h"

#include <algorithm>
#include <map>
#include <optional>

#include "policycalc/base/ascii.h"
#include "policycalc/base/text.h"

#include "registry/sql/cell_answers.h"
#include "registry/sql/cell_texts.h"
#include "registry/sql/fact_columns.h"

namespace policycalc::registry::sql {
namespace {

using facts::FactType;

constexpr std::size_t kMostOptions = 60;    // bits of a list, beside two for what is not an option
constexpr std::size_t kMostNameBytes = 63;  // of PostgreSQL

Expression cast(const Expression& value, std::string_view type) {
  return {"CAST(" + value.text + " AS " + std::string(type) + ")"};
}

/// The columns of the registry that the rules read, each once.
std::vector<std::string> columnsOf(const Mapping& mapping) {
  std::vector<std::string> columns;
  for (const Rule& rule : mapping.rules()) {
    if (std::find(columns.begin(), columns.end(), rule.column) == columns.end()) {
      columns.push_back(rule.column);
    }
  }
  return columns;
}

/// The name of a column as the database compares it.
std::string comparedName(Dialect dialect, const std::string& name) {
  return dialect == Dialect::kPostgresql ? name.substr(0, kMostNameBytes) : base::toLower(name);
}

class MappedWriter {
 public:
  MappedWriter(Dialect dialect, const engine::Edition& edition, const Mapping& mapping)
      : dialect_(dialect),
        edition_(edition),
        vocabulary_(edition.catalogue().vocabulary()),
        mapping_(mapping) {
    out_.columns = columnsOf(mapping);
  }

  MappedColumns write(const std::string& key, const std::set<facts::FactIndex>& read) {
    for (std::size_t i = 0; i < out_.columns.size(); ++i) addText(i);
    addKeyFault(key);
    const std::vector<Rule>& rules = mapping_.rules();
    for (std::size_t i = 0; i < rules.size(); ++i) addRule(rules[i], std::to_string(i + 1));
    for (const auto& [fact, given] : mapping_.constants()) {
      values_[fact] = literal(given, vocabulary_.fact(fact));
    }
    Stage given{"given", {}};
    for (const facts::FactIndex index : read) {
      const facts::Fact& fact = vocabulary_.fact(index);
      const auto value = values_.find(index);
      given.columns.push_back({"given_" + fact.id,
                               cast(value == values_.end() ? Expression{"NULL"} : value->second,
                                    traitsOf(dialect_).type(fact.type)),
                               {}});
    }
    for (const StageColumn& fault : faults_) given.columns.push_back(fault);
    out_.stages = steps_.take();
    out_.stages.push_back(std::move(given));
    out_.stages.push_back(
        {"faults", {{std::string(kRefused), cast(first_.end(), "TEXT"), "the first fault"}}});
    return std::move(out_);
  }

 private:
  static std::string textName(std::size_t column) { return "text_" + std::to_string(column + 1); }
  static std::string plainName(std::size_t column) { return "plain_" + std::to_string(column + 1); }

  void addText(std::size_t index) {
    const std::string cell = "cell_" + std::to_string(index + 1);
    const Expression own = {column(kSourceTable).text + "." + column(out_.columns[index]).text};
    out_.source.push_back({cell, cast(own, "TEXT"), {}});
    const Expression text_of =
        steps_.add(0, textName(index), trimmed(orElse(column(cell), text(""))));
    steps_.add(1, plainName(index), narrowed(dialect_, text_of));
  }

  void addFault(const std::string& column_name, const std::string& pointer, const Expression& code,
                const Expression& cell) {
    const std::string name = "fault_" + std::to_string(faults_.size() + 1);
    faults_.push_back({name, code, column_name});
    first_.when(isKnown(column(name)), joinedTexts({text(pointer + ": "), column(name)}));
    out_.refusals.push_back({"SELECT " + column(kKey).text + ", " + text(column_name).text +
                             " AS " + column("column").text + ", " + column(name).text + " AS " +
                             column("code").text + ", " + cell.text + " AS " +
                             column("value").text + "\nFROM " + column("faults").text + " WHERE " +
                             isKnown(column(name)).text + "\n"});
  }

  void addKeyFault(const std::string& key) {
    const Expression id = cast(column(kKey), "TEXT");
    const Expression too_long =
        binary(lengthOf(id), ">", number(std::int64_t{facts::kMaxTextCharacters}));
    addFault(key, base::childPointer("", key), Case().when(too_long, text("too_long")).end(), id);
  }

  void addRule(const Rule& rule, const std::string& number) {
    const auto at = static_cast<std::size_t>(
        std::find(out_.columns.begin(), out_.columns.end(), rule.column) - out_.columns.begin());
    const Cell cell{dialect_, vocabulary_, rule, column(textName(at)), column(plainName(at)),
                    number};
    const Expression is_empty = binary(cell.plain, "=", text(""));
    Case value;
    addListed(cell, value);
    std::vector<Expression> settled = settledBy(cell);
    settled.push_back(is_empty);
    const Expression is_settled = steps_.add(2, cell.name("settled"), any(settled));
    const CellAnswer answer = answerOf(cell);
    values_[rule.fact] = value.when(is_empty, {"NULL"}).otherwise(answer.value);
    if (rule.otherwise_unknown) return;
    addFault(rule.column, rule.pointer, Case().when(is_settled, {"NULL"}).otherwise(answer.fault),
             column("cell_" + std::to_string(at + 1)));
  }

  /// By `values`, those of the same meaning together, then by `beginnings`.
  void addListed(const Cell& cell, Case& value) const {
    std::map<std::string, std::vector<std::string>> cells_of;
    for (const auto& [written, given] : cell.rule.values) {
      cells_of[literal(given, cell.fact()).text].push_back(written);
    }
    for (const auto& [meaning, cells] : cells_of) value.when(oneOf(cell.plain, cells), {meaning});
    for (const auto& [beginning, given] : cell.rule.beginnings) {
      value.when(beginsWith(cell, beginning), literal(given, cell.fact()));
    }
  }

  static Expression beginsWith(const Cell& cell, const std::string& beginning) {
    const auto characters = static_cast<std::int64_t>(base::countCodePoints(beginning));
    return binary(part(cell.plain, 1, characters), "=", text(beginning));
  }

  static std::vector<Expression> settledBy(const Cell& cell) {
    std::vector<Expression> ways;
    std::vector<std::string> cells;
    for (const auto& [written, given] : cell.rule.values) cells.push_back(written);
    if (!cells.empty()) ways.push_back(oneOf(cell.plain, cells));
    std::map<std::int64_t, std::vector<std::string>> by_length;
    for (const auto& [beginning, given] : cell.rule.beginnings) {
      by_length[static_cast<std::int64_t>(base::countCodePoints(beginning))].push_back(beginning);
    }
    for (const auto& [characters, beginnings] : by_length) {
      ways.push_back(oneOf(part(cell.plain, 1, characters), beginnings));
    }
    return ways;
  }

  CellAnswer answerOf(const Cell& cell) {
    if (cell.rule.days) return dayAnswer(cell, edition_.day(), steps_);
    switch (cell.fact().type) {
      case FactType::kText:
        return textAnswer(cell, steps_);
      case FactType::kInteger:
      case FactType::kMoney:
      case FactType::kPercent:
        return numberAnswer(cell, steps_);
      case FactType::kChoices:
        return listAnswer(cell, steps_);
      case FactType::kBoolean:
      case FactType::kChoice:
        break;
    }
    return choiceAnswer(cell, steps_);
  }

  Dialect dialect_;
  const engine::Edition& edition_;
  const facts::Vocabulary& vocabulary_;
  const Mapping& mapping_;
  MappedColumns out_;
  Steps steps_;
  std::map<facts::FactIndex, Expression> values_;
  std::vector<StageColumn> faults_;
  Case first_;
};

base::Issue issueAt(std::string pointer, std::string message) {
  return {.code = "not_exact", .pointer = std::move(pointer), .message = std::move(message)};
}

}  // namespace

MappedColumns mappedColumns(Dialect dialect, const engine::Edition& edition, const Mapping& mapping,
                            const std::string& key, const std::set<facts::FactIndex>& read) {
  return MappedWriter(dialect, edition, mapping).write(key, read);
}

base::Issues mappingFaults(Dialect dialect, const facts::Vocabulary& vocabulary,
                           const Mapping& mapping, const std::string& key) {
  base::Issues issues;
  const std::string by = " by " + std::string(toString(dialect));
  for (const Rule& rule : mapping.rules()) {
    const facts::Fact& fact = vocabulary.fact(rule.fact);
    if (rule.factor && !powerOfTen(*rule.factor)) {
      issues.push_back(issueAt(rule.pointer, "the factor " + rule.factor->toString() + " of " +
                                                 base::quoted(rule.column) +
                                                 " cannot be computed exactly" + by +
                                                 ": only powers of ten can"));
    }
    if (fact.type == FactType::kChoices && fact.options.size() > kMostOptions) {
      issues.push_back(issueAt(rule.pointer, "the list " + base::quoted(fact.id) +
                                                 " has too many options to be read" + by));
    }
  }
  std::vector<std::string> names = columnsOf(mapping);
  if (std::find(names.begin(), names.end(), key) == names.end()) names.push_back(key);
  std::map<std::string, std::string> seen;
  for (const std::string& name : names) {
    const std::string pointer = base::childPointer("", name);
    if (name.empty())
      issues.push_back(issueAt(pointer, "a column without a name cannot be read" + by));
    const auto [at, is_new] = seen.emplace(comparedName(dialect, name), name);
    if (is_new) continue;
    issues.push_back(issueAt(pointer, "the columns " + base::quoted(at->second) + " and " +
                                          base::quoted(name) + " are not told apart" + by));
  }
  return issues;
}

}  // namespace policycalc::registry::sql
