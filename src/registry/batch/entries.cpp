#include <algorithm>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/json/reader.h"
#include "policycalc/registry/batch.h"

#include "registry/batch/json_text.h"

namespace policycalc::registry {
namespace {

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
/// As for the body of a request: many times what any profile has.
constexpr std::size_t kMostValues = 10'000;
constexpr std::size_t kMostLineBytes = std::size_t{1024} * 1024;

base::Issue issueAt(std::string pointer, std::string code, std::string message) {
  return {.code = std::move(code), .pointer = std::move(pointer), .message = std::move(message)};
}

/// The cell that a member of a line is; nothing for a list or an object.
std::optional<std::string_view> cellOf(const json::Value& value) {
  switch (value.type) {
    case json::Value::Type::kNull:
      return std::string_view();
    case json::Value::Type::kBoolean:
      return value.boolean ? "true" : "false";
    case json::Value::Type::kNumber:
    case json::Value::Type::kString:
      return value.text;
    case json::Value::Type::kArray:
    case json::Value::Type::kObject:
      break;
  }
  return {};
}

}  // namespace

EntryReader::EntryReader(const BatchSetup& setup)
    : setup_(setup),
      vocabulary_(setup.edition.catalogue().vocabulary()),
      names_(vocabulary_),
      scanner_(vocabulary_, &names_),
      key_fact_(vocabulary_.find(setup.key)) {
  if (setup.mapping == nullptr) return;
  cells_.emplace(*setup.mapping, vocabulary_, setup.day);
  const auto column_of = [&](const std::string& name) {
    const auto found = std::find(setup.columns.begin(), setup.columns.end(), name);
    return found == setup.columns.end() ? kNoColumn
                                        : static_cast<std::size_t>(found - setup.columns.begin());
  };
  for (const Rule& rule : setup.mapping->rules()) column_of_.push_back(column_of(rule.column));
  const std::size_t key = column_of(setup.key);
  if (key != kNoColumn) key_column_ = key;
}

void EntryReader::read(const Block& block, const Block::Record& record, Entry& entry) {
  const base::Issue* fault = block.faultOf(record);
  if (fault == nullptr && setup_.columns.empty()) {
    return read(block.cell(record, 0), record.line, kMostLineBytes, entry);
  }
  entry = {.line = record.line};
  if (fault != nullptr) {
    entry.faults.push_back(*fault);
  } else {
    readColumns(block, record, entry);
  }
}

std::span<const Entry> EntryReader::readAll(const Block& block, std::vector<Entry>& entries) {
  const std::size_t count = block.records().size();
  if (entries.size() < count) entries.resize(count);
  for (std::size_t i = 0; i < count; ++i) read(block, block.records()[i], entries[i]);
  return std::span(entries).first(count);
}

void EntryReader::read(std::string_view text, std::uint64_t number, std::size_t most_bytes,
                       Entry& entry) {
  json::ReadLimits limits;
  limits.max_bytes = most_bytes;
  limits.max_values = kMostValues;
  entry.line = number;
  entry.id.clear();
  entry.faults.clear();
  if (scan(text, limits, entry)) return;
  auto line = json::read(text, {}, limits);
  if (line.ok()) {
    entry = read(std::move(line).value(), number);
    return;
  }
  entry = {.line = number, .faults = line.takeError()};
  for (base::Issue& issue : entry.faults) {
    if (issue.column > 0) issue.message += " (column " + std::to_string(issue.column) + ")";
  }
}

Entry EntryReader::read(json::Value line, std::uint64_t number) {
  Entry entry;
  entry.line = number;
  if (!line.isObject()) {
    entry.faults.push_back(issueAt(
        "", "wrong_type", "a line is an object, not " + std::string(json::typeName(line.type))));
    return entry;
  }
  readKey(line, entry);
  if (setup_.mapping != nullptr) {
    readMapped(line, entry);
  } else {
    readProfile(std::move(line), entry);
  }
  return entry;
}

void EntryReader::readKey(const json::Value& line, Entry& entry) const {
  const json::Value* key = line.find(setup_.key);
  if (key == nullptr || key->isNull()) return;
  const std::string pointer = base::childPointer("", setup_.key);
  if (key->isNumber()) {
    entry.id = key->text;
  } else if (!key->isString()) {
    entry.faults.push_back(issueAt(pointer, "wrong_type",
                                   base::quoted(setup_.key) + " takes a text or a number, not " +
                                       std::string(json::typeName(key->type))));
  } else if (base::countCodePoints(key->text) > facts::kMaxTextCharacters) {
    entry.faults.push_back(issueAt(pointer, "too_long",
                                   base::quoted(setup_.key) + " has more than " +
                                       std::to_string(facts::kMaxTextCharacters) + " characters"));
  } else {
    entry.id = jsonText(key->text);
  }
}

void EntryReader::readProfile(json::Value line, Entry& entry) {
  const json::Value* inner = line.find("profile");
  const bool wrapped = inner != nullptr || setup_.wrapped;
  if (wrapped && inner == nullptr) {
    entry.faults.push_back(issueAt("/profile", "missing_field", "`profile` is missing"));
    return;
  }
  if (wrapped) {
    for (const json::Member& member : line.members) {
      if (member.key == "profile" || member.key == setup_.key) continue;
      entry.faults.addUpTo(base::kMostIssues,
                           issueAt(base::childPointer("", member.key), "unknown_field",
                                   base::quoted(member.key) + " is not known beside `profile`"));
    }
  } else if (!vocabulary_.find(setup_.key)) {
    std::erase_if(line.members,
                  [this](const json::Member& member) { return member.key == setup_.key; });
  }
  auto profile =
      facts::readProfile(wrapped ? *inner : line, vocabulary_, wrapped ? "/profile" : "");
  if (profile.ok()) {
    entry.profile = std::move(profile).value();
  } else {
    entry.faults.addUpTo(base::kMostIssues, profile.error());
  }
}

void EntryReader::setConstants(Entry& entry) const {
  entry.profile = facts::Profile(vocabulary_.facts().size());
  for (const auto& [fact, given] : setup_.mapping->constants()) entry.profile[fact] = given;
}

void EntryReader::readMapped(const json::Value& line, Entry& entry) {
  for (const json::Member& member : line.members) {
    if (setup_.mapping->mentions(member.key) || member.key == setup_.key) continue;
    entry.faults.addUpTo(
        base::kMostIssues,
        issueAt(base::childPointer("", member.key), "unknown_column",
                base::quoted(member.key) + " is a column that the mapping does not mention"));
  }
  setConstants(entry);
  const std::vector<Rule>& rules = setup_.mapping->rules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const json::Value* value = line.find(rules[i].column);
    if (value == nullptr) continue;
    const auto cell = cellOf(*value);
    if (cell) {
      entry.profile[rules[i].fact] = cells_->read(i, *cell, entry.faults);
    } else {
      entry.faults.addUpTo(base::kMostIssues,
                           issueAt(rules[i].pointer, "wrong_type",
                                   "a text or a number is expected, not " +
                                       std::string(json::typeName(value->type))));
    }
  }
}

void EntryReader::readColumns(const Block& block, const Block::Record& record, Entry& entry) {
  if (key_column_) {
    const std::string_view key = block.cell(record, *key_column_);
    if (base::countCodePoints(key) > facts::kMaxTextCharacters) {
      entry.faults.push_back(issueAt(base::childPointer("", setup_.key), "too_long",
                                     base::quoted(setup_.key) + " has more than " +
                                         std::to_string(facts::kMaxTextCharacters) +
                                         " characters"));
    } else if (!key.empty()) {
      entry.id = jsonText(key);
    }
  }
  setConstants(entry);
  const std::vector<Rule>& rules = setup_.mapping->rules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (column_of_[i] == kNoColumn) continue;
    entry.profile[rules[i].fact] = cells_->read(i, block.cell(record, column_of_[i]), entry.faults);
  }
}

}  // namespace policycalc::registry
