#pragma once

#include <set>
#include <string>
#include <string_view>

#include "policycalc/json/reader.h"
#include "policycalc/json/scanner.h"
#include "policycalc/json/writer.h"

namespace policycalc::json {

/// Builds a value from what the scanner reads; false if it gave up, or at a repeated key.
inline bool scanValue(Scanner& scanner, Value& value, int depth) {
  using Type = Value::Type;
  if (depth == 0) return false;
  if (scanner.null()) return true;
  if (scanner.isNext(Type::kBoolean)) {
    const auto read = scanner.boolean();
    value.type = Type::kBoolean;
    value.boolean = read.value_or(false);
  } else if (scanner.isNext(Type::kNumber)) {
    const auto read = scanner.number();
    value.type = Type::kNumber;
    if (read) value.text = read->text;
  } else if (scanner.isNext(Type::kArray)) {
    value.type = Type::kArray;
    if (!scanner.beginArray()) return false;
    while (scanner.element()) {
      if (!scanValue(scanner, value.elements.emplace_back(), depth - 1)) return false;
    }
  } else if (scanner.isNext(Type::kObject)) {
    value.type = Type::kObject;
    if (!scanner.beginObject()) return false;
    std::set<std::string, std::less<>> keys;
    while (const auto key = scanner.key()) {
      if (!keys.emplace(*key).second) return false;
      value.members.push_back({std::string(*key), {}, {}});
      if (!scanValue(scanner, value.members.back().value, depth - 1)) return false;
    }
  } else {
    const auto read = scanner.string();
    value.type = Type::kString;
    if (read) value.text = *read;
  }
  return scanner.ok();
}

/// The document as the scanner reads it, in canonical form; "" if it gave up.
inline std::string scanned(std::string_view text, const ReadLimits& limits = {}) {
  Scanner scanner(text, limits);
  Value value;
  if (!scanValue(scanner, value, limits.max_depth) || !scanner.isAtEnd()) return {};
  return canonical(value);
}

/// Checks what the scanner promises for any bytes: it gives up, or reads what read() reads. Returns
/// "" or what is wrong.
inline std::string scannerFault(std::string_view text, const ReadLimits& limits = {}) {
  const std::string by_scanner = scanned(text, limits);
  if (by_scanner.empty()) return {};
  const auto value = read(text, {}, limits);
  if (!value.ok()) return "the scanner took what is refused: " + formatIssue(value.error().front());
  if (canonical(*value) != by_scanner) return "the scanner read otherwise: " + by_scanner;
  return {};
}

}  // namespace policycalc::json
