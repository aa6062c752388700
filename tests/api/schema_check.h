#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/json/value.h"

namespace policycalc::api::test {

/// Where an answer is not what the OpenAPI document says of it, each as `pointer: what`. It knows
/// the words that the document uses for answers: $ref, type, enum, properties, required,
/// additionalProperties, items, anyOf and allOf.
class SchemaCheck {
 public:
  explicit SchemaCheck(const json::Value& document) : document_(document) {}

  /// By the schema with that name. A member that no schema names is a fault, too.
  std::vector<std::string> faults(std::string_view schema, const json::Value& answer);
  /// By the answer of `GET path`, which may leave members without a word.
  std::vector<std::string> faultsOfGet(std::string_view path, const json::Value& answer);

 private:
  const json::Value& resolved(const json::Value& schema) const;
  void check(const json::Value& schema, const json::Value& value, const std::string& pointer);
  void checkType(const json::Value& type, const json::Value& value, const std::string& pointer);
  void checkMembers(const json::Value& schema, const json::Value& value,
                    const std::string& pointer);
  void checkAnyOf(const json::Value& schemas, const json::Value& value, const std::string& pointer);
  void report(const std::string& pointer, const std::string& what);

  const json::Value& document_;
  bool all_named_ = true;
  std::vector<std::string> faults_;
};

}  // namespace policycalc::api::test
