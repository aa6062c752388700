#include "policycalc/registry/cells.h"

#include <algorithm>
#include <array>
#include <utility>

#include "policycalc/base/ascii.h"
#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"
#include "policycalc/json/value.h"
#include "policycalc/registry/bytes.h"

namespace policycalc::registry {
namespace {

using facts::FactType;
using facts::Given;

/// A column with more different values, such as a name, is not worth remembering.
constexpr std::size_t kMostKnown = 4096;
constexpr std::size_t kLongestKnown = 200;  // bytes

json::Value valueOf(json::Value::Type type, std::string text) {
  json::Value value;
  value.type = type;
  value.text = std::move(text);
  return value;
}

/// The cell without blanks around it, in the characters that it has.
std::string_view withoutBlanks(std::string_view cell) {
  std::size_t begin = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < cell.size();) {
    const base::CodePoint next = base::firstCodePoint(cell.substr(at));
    const std::size_t bytes = std::max<std::size_t>(next.bytes, 1);
    const bool blank = next.bytes > 0 && (base::isSpace(next.point) || next.point == U'\t' ||
                                          next.point == U'\r' || next.point == U'\n');
    if (!blank) end = at + bytes;
    at += bytes;
    if (end == 0) begin = at;
  }
  return end == 0 ? std::string_view() : cell.substr(begin, end - begin);
}

/// `1,234.5` without its commas, if each of them has three digits on its right; else `text`.
std::string withoutCommas(const std::string& text) {
  if (text.find(',') == std::string::npos) return text;
  const std::string_view whole = std::string_view(text).substr(0, text.find('.'));
  constexpr std::size_t kGroup = 4;  // three digits and a comma
  const std::size_t first = whole.find(',');
  for (std::size_t i = first; i < whole.size(); ++i) {
    const bool comma = (i - first) % kGroup == 0;
    if (comma ? whole[i] != ',' : !base::isDigit(whole[i])) return text;
  }
  if ((whole.size() - first) % kGroup != 0 || first == 0 || first > 3) return text;
  std::string plain = text;
  std::erase(plain, ',');
  return plain;
}

void append(std::string& text, char32_t point) {
  text += static_cast<char>(point);
}

}  // namespace

std::string plainText(std::string_view cell) {
  const std::string_view inner = withoutBlanks(cell);
  std::string plain;
  for (std::size_t at = 0; at < inner.size();) {
    const base::CodePoint next = base::firstCodePoint(inner.substr(at));
    const std::size_t bytes = std::max<std::size_t>(next.bytes, 1);
    const char32_t narrow = next.bytes == 0 ? 0x80 : base::narrow(next.point);
    if (narrow < 0x80) {
      append(plain, narrow);
    } else {
      plain += inner.substr(at, bytes);
    }
    at += bytes;
  }
  return plain;
}

CellReader::CellReader(const Mapping& mapping, const facts::Vocabulary& vocabulary, base::Date day)
    : mapping_(mapping), vocabulary_(vocabulary), day_(day), known_(mapping.rules().size()) {}

Given CellReader::read(std::size_t index, std::string_view cell, base::Issues& issues) {
  const Rule& rule = mapping_.rules()[index];
  const FactType type = vocabulary_.fact(rule.fact).type;
  const bool remembers = !facts::isNumeric(type) && type != FactType::kText;
  Known& known = known_[index];
  if (remembers) {
    const auto found = known.find(cell);
    if (found != known.end()) return found->second;
  }
  base::Issues faults;
  Given given = understand(rule, cell, faults);
  if (!faults.empty()) {
    if (!rule.otherwise_unknown) {
      issues.addUpTo(base::kMostIssues, faults);
      return {};
    }
    given = {};
  }
  if (remembers && known.size() < kMostKnown && cell.size() <= kLongestKnown) {
    known.emplace(cell, given);
  }
  return given;
}

Given CellReader::understand(const Rule& rule, std::string_view cell, base::Issues& issues) const {
  const std::string plain = plainText(cell);
  const auto value = rule.values.find(plain);
  if (value != rule.values.end()) return value->second;
  for (const auto& [beginning, given] : rule.beginnings) {
    if (plain.starts_with(beginning)) return given;
  }
  if (plain.empty()) return {};
  if (rule.days) {
    const auto day = readDay(plain);
    if (day) return *day < day_ ? rule.days->before : rule.days->from;
    issues.push_back(issueOf("wrong_date", base::quoted(plain) + " is not a day",
                             base::quoted(plain) + " 不是日期"));
    issues.back().pointer = rule.pointer;
    return {};
  }
  return typed(rule, cell, plain, issues);
}

Given CellReader::typed(const Rule& rule, std::string_view cell, const std::string& plain,
                        base::Issues& issues) const {
  switch (vocabulary_.fact(rule.fact).type) {
    case FactType::kText:
      return text(rule, cell, plain, issues);
    case FactType::kInteger:
    case FactType::kMoney:
    case FactType::kPercent:
      return number(rule, plain, issues);
    case FactType::kChoices:
      return list(rule, plain, issues);
    case FactType::kBoolean:
    case FactType::kChoice:
      break;
  }
  const auto found = option(rule, plain);
  return found ? *found : unknownValue(rule, plain, issues);
}

Given CellReader::text(const Rule& rule, std::string_view cell, const std::string& plain,
                       base::Issues& issues) const {
  const facts::KnownFacts& known = vocabulary_.known();
  const bool is_code = rule.fact == known.industry_code || rule.fact == known.credit_code;
  const std::string content = is_code ? plain : std::string(withoutBlanks(cell));
  return facts::readGiven(valueOf(json::Value::Type::kString, content), vocabulary_.fact(rule.fact),
                          vocabulary_, rule.pointer, issues);
}

Given CellReader::number(const Rule& rule, const std::string& plain, base::Issues& issues) const {
  std::string digits = withoutCommas(plain);
  const auto decimal = base::Decimal::parse(digits);
  if (!decimal.ok()) {
    const bool overflow = decimal.error().code == base::Error::Code::kOverflow;
    issues.push_back(
        {.code = overflow ? "out_of_range" : "malformed",
         .pointer = rule.pointer,
         .message = base::quoted(plain) + (overflow ? " is out of range" : " is not a number")});
    return {};
  }
  const auto scaled = rule.factor ? decimal->times(*rule.factor) : decimal;
  if (!scaled.ok()) {
    issues.push_back({.code = "out_of_range",
                      .pointer = rule.pointer,
                      .message = base::quoted(plain) + " is out of range"});
    return {};
  }
  return facts::readGiven(valueOf(json::Value::Type::kNumber, scaled->toString()),
                          vocabulary_.fact(rule.fact), vocabulary_, rule.pointer, issues);
}

Given CellReader::list(const Rule& rule, const std::string& plain, base::Issues& issues) const {
  Given all{true, {}, 0, {}};
  std::string_view rest = plain;
  while (true) {
    const std::size_t end =
        rule.separator.empty() ? std::string_view::npos : rest.find(rule.separator);
    const std::string part = plainText(rest.substr(0, end));
    const auto found = part.empty() ? std::optional(Given{true, {}, 0, {}}) : option(rule, part);
    if (!found) return unknownValue(rule, part, issues);
    all.known = all.known && found->known;
    all.options.add(found->options);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + rule.separator.size());
  }
  return all.known ? all : Given{};
}

std::optional<Given> CellReader::option(const Rule& rule, const std::string& plain) const {
  const auto value = rule.values.find(plain);
  if (value != rule.values.end()) return value->second;
  const facts::Fact& fact = vocabulary_.fact(rule.fact);
  if (fact.type == FactType::kBoolean) {
    constexpr std::array<std::pair<std::string_view, bool>, 6> kWords{
        {{"是", true}, {"否", false}, {"true", true}, {"false", false}, {"1", true}, {"0", false}}};
    for (const auto& [word, is] : kWords) {
      if (plain == word) return Given{true, facts::OptionSet::of(is ? 1 : 0), 0, {}};
    }
    return {};
  }
  auto found = rule.is_district ? readDistrict(plain, vocabulary_) : fact.findOption(plain);
  for (std::size_t i = 0; !found && i < fact.options.size(); ++i) {
    if (plainText(fact.options[i].label) == plain) found = i;
  }
  if (!found) return {};
  return Given{true, facts::OptionSet::of(*found), 0, {}};
}

Given CellReader::unknownValue(const Rule& rule, const std::string& plain,
                               base::Issues& issues) const {
  base::Issue issue =
      issueOf("unknown_value",
              base::quoted(plain) + " is not a value that the mapping knows for " +
                  base::quoted(vocabulary_.fact(rule.fact).id),
              "映射文件不认识 " + base::quoted(rule.column) + " 的值 " + base::quoted(plain));
  issue.pointer = rule.pointer;
  issues.push_back(std::move(issue));
  return {};
}

}  // namespace policycalc::registry
