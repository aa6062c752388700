#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::json {

/// Where a value begins in the text it was read from; both from 1, column in bytes.
struct Position {
  int line = 0;
  int column = 0;
};

struct Member;

/// One value of a parsed document. Numbers keep the text they were written with, so that no
/// digit is lost on the way to an exact type; every value knows its place in the text.
class Value {
 public:
  enum class Type : std::uint8_t { kNull, kBoolean, kNumber, kString, kArray, kObject };

  Type type = Type::kNull;
  bool boolean = false;
  std::string text;             ///< kString: its content; kNumber: its digits as written
  std::vector<Value> elements;  ///< kArray
  std::vector<Member> members;  ///< kObject, in the order of the text, keys unique
  Position position;

  bool isNull() const { return type == Type::kNull; }
  bool isBoolean() const { return type == Type::kBoolean; }
  bool isNumber() const { return type == Type::kNumber; }
  bool isString() const { return type == Type::kString; }
  bool isArray() const { return type == Type::kArray; }
  bool isObject() const { return type == Type::kObject; }

  /// The member's value, or null if this is not an object or lacks the key.
  const Value* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Value value;
  Position position;  ///< of the key
};

/// For people: "null", "boolean", "number", "string", "array", "object".
std::string_view typeName(Value::Type type);

}  // namespace policycalc::json
