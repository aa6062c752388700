#include "desk/person_field.h"

#include "policycalc/base/text.h"

namespace policycalc::desk {

std::int64_t idOrNull(web::BodyFields& fields, std::string_view key) {
  const json::Value* value = fields.required(key);
  if (value == nullptr || value->isNull()) return 0;
  const auto id = web::wholeNumber(*value);
  if (!value->isNumber()) {
    fields.report(key, *value, "wrong_type", "an id or null is expected");
  } else if (!id || *id < 1) {
    fields.report(key, *value, "wrong_value", base::quoted(value->text) + " is not an id");
  } else {
    return *id;
  }
  return 0;
}

std::optional<std::int64_t> optionalIdOrNull(web::BodyFields& fields, const json::Value& root,
                                             std::string_view key) {
  if (root.find(key) == nullptr) return std::nullopt;
  return idOrNull(fields, key);
}

}  // namespace policycalc::desk
