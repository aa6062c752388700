#include "policycalc/registry/check.h"

#include <algorithm>
#include <utility>

#include "policycalc/base/decimal.h"
#include "policycalc/base/text.h"
#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

namespace policycalc::registry {
namespace {

constexpr std::size_t kMostKept = 1000;     // different values a column, in memory
constexpr std::size_t kMostTold = 20;       // of them, the most frequent ones
constexpr std::size_t kMostColumns = 1000;  // names of members in lines of JSON

base::Decimal shareOf(std::uint64_t part, std::uint64_t whole) {
  constexpr std::uint64_t kHundredths = 10'000;
  const std::uint64_t share = whole == 0 ? 0 : part * kHundredths / whole;
  return {static_cast<base::Int128>(share), 2};
}

void writeCount(json::Writer& writer, std::string_view key, std::uint64_t count) {
  writer.key(key).integer(static_cast<std::int64_t>(count));
}

void writeNames(json::Writer& writer, std::string_view key, const std::vector<std::string>& names) {
  writer.key(key).beginArray();
  for (const std::string& name : names) writer.string(name);
  writer.endArray();
}

}  // namespace

MappingCheck::MappingCheck(const Mapping& mapping, const facts::Vocabulary& vocabulary,
                           base::Date day, std::vector<std::string> columns)
    : mapping_(mapping),
      vocabulary_(vocabulary),
      cells_(mapping, vocabulary, day),
      columns_(std::move(columns)),
      seen_(mapping.rules().size()),
      filled_(vocabulary.facts().size()) {
  for (const auto& [fact, given] : mapping.constants()) filled_[fact] = given.known;
}

void MappingCheck::add(const Block& block) {
  for (const Block::Record& record : block.records()) {
    ++rows_;
    const base::Issue* fault = block.faultOf(record);
    if (fault != nullptr) {
      Seen& seen = refused_[fault->code];
      if (seen.count++ == 0) seen.first_line = record.line;
    } else if (columns_.empty()) {
      addLine(block.cell(record, 0), record.line);
    } else {
      addRow(block, record);
    }
  }
}

void MappingCheck::addRow(const Block& block, const Block::Record& record) {
  const std::vector<Rule>& rules = mapping_.rules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto column = std::find(columns_.begin(), columns_.end(), rules[i].column);
    if (column == columns_.end()) continue;
    addCell(i, block.cell(record, static_cast<std::size_t>(column - columns_.begin())),
            record.line);
  }
}

void MappingCheck::addLine(std::string_view text, std::uint64_t line) {
  json::ReadLimits limits;
  limits.max_bytes = text.size();
  const auto document = json::read(text, {}, limits);
  if (!document.ok() || !document->isObject()) {
    Seen& seen = refused_[document.ok() ? "wrong_type" : document.error().front().code];
    if (seen.count++ == 0) seen.first_line = line;
    return;
  }
  for (const json::Member& member : document->members) noteColumn(member.key);
  const std::vector<Rule>& rules = mapping_.rules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const json::Value* value = document->find(rules[i].column);
    if (value == nullptr || value->isNull()) {
      addCell(i, "", line);
    } else if (value->isBoolean()) {
      addCell(i, value->boolean ? "true" : "false", line);
    } else {
      addCell(i, value->text, line);
    }
  }
}

void MappingCheck::noteColumn(const std::string& column) {
  const auto at = std::lower_bound(found_.begin(), found_.end(), column);
  const bool known = at != found_.end() && *at == column;
  if (!known && found_.size() < kMostColumns) found_.insert(at, column);
}

void MappingCheck::addCell(std::size_t rule, std::string_view cell, std::uint64_t line) {
  Column& column = seen_[rule];
  base::Issues issues;
  const facts::Given given = cells_.read(rule, cell, issues);
  if (issues.empty()) {
    ++(given.known ? column.filled : column.empty);
    if (given.known) filled_[mapping_.rules()[rule].fact] = true;
    return;
  }
  ++column.refused;
  Seen& fault = column.faults[issues.front().code];
  if (fault.count++ == 0) fault.first_line = line;
  // The texts of a register name companies and are not repeated.
  if (vocabulary_.fact(mapping_.rules()[rule].fact).type == facts::FactType::kText) return;
  const std::string value = base::quoted(plainText(cell));
  const auto found = column.values.find(value);
  if (found != column.values.end()) {
    ++found->second.count;
  } else if (column.values.size() < kMostKept) {
    column.values.emplace(value, Seen{1, line});
  } else {
    ++column.other_values;
  }
}

bool MappingCheck::isClean() const {
  const std::vector<std::string>& columns = columns_.empty() ? found_ : columns_;
  return refused_.empty() && mapping_.check(columns, mapping_.key()).empty() &&
         std::all_of(seen_.begin(), seen_.end(),
                     [](const Column& column) { return column.refused == 0; });
}

std::string MappingCheck::report() const {
  const std::vector<std::string>& columns = columns_.empty() ? found_ : columns_;
  std::vector<std::string> never;
  for (std::size_t i = 0; i < filled_.size(); ++i) {
    if (!filled_[i]) never.push_back(vocabulary_.facts()[i].id);
  }
  json::Writer writer(json::Writer::Layout::kIndented);
  writer.beginObject();
  writeCount(writer, "rows", rows_);
  writeSeen(writer, "refused", "code", {refused_.begin(), refused_.end()});
  writeNames(writer, "unknown_columns", mapping_.unmapped(columns));
  writeNames(writer, "missing_columns", mapping_.missing(columns));
  writeNames(writer, "facts_never_filled", never);
  writer.key("columns").beginArray();
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    const Rule& rule = mapping_.rules()[i];
    writer.beginObject().key("column").string(rule.column);
    writer.key("fact").string(vocabulary_.fact(rule.fact).id);
    writeColumn(writer, seen_[i]);
    writer.endObject();
  }
  writer.endArray().endObject();
  return writer.take() + '\n';
}

void MappingCheck::writeColumn(json::Writer& writer, const Column& column) const {
  writeCount(writer, "filled", column.filled);
  writeCount(writer, "empty", column.empty);
  writeCount(writer, "refused", column.refused);
  writer.key("refused_share").decimal(shareOf(column.refused, rows_));
  writeSeen(writer, "faults", "code", {column.faults.begin(), column.faults.end()});
  std::vector<Named> values(column.values.begin(), column.values.end());
  std::stable_sort(values.begin(), values.end(),
                   [](const Named& a, const Named& b) { return a.second.count > b.second.count; });
  std::uint64_t others = column.other_values;
  for (std::size_t i = kMostTold; i < values.size(); ++i) others += values[i].second.count;
  values.resize(std::min(values.size(), kMostTold));
  writeSeen(writer, "values", "value", values);
  writeCount(writer, "other_values", others);
}

void MappingCheck::writeSeen(json::Writer& writer, std::string_view key, std::string_view name,
                             const std::vector<Named>& all) const {
  writer.key(key).beginArray();
  for (const auto& [what, seen] : all) {
    writer.beginObject().key(name).string(what);
    writeCount(writer, "count", seen.count);
    writer.key("share").decimal(shareOf(seen.count, rows_));
    writeCount(writer, "first_line", seen.first_line);
    writer.endObject();
  }
  writer.endArray();
}

}  // namespace policycalc::registry
