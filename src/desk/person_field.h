#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "policycalc/web/body_fields.h"

namespace policycalc::desk {

/// The required member `key` of a body: the id of an account, or null, which is 0. Reports
/// `missing_field`, `wrong_type` or `wrong_value` and returns 0 for anything else.
std::int64_t idOrNull(web::BodyFields& fields, std::string_view key);

/// The same, or nothing if `root`, which `fields` reads, has no such member.
std::optional<std::int64_t> optionalIdOrNull(web::BodyFields& fields, const json::Value& root,
                                             std::string_view key);

}  // namespace policycalc::desk
