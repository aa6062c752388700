#pragma once

#include <cstdint>
#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/store/handlers.h"

namespace policycalc::desk {

/// Who is to be named, and who was when the page was made; 0 for nobody.
struct HandlerBody {
  store::HandlerAssignment next;
  std::int64_t before = 0;
};

/// The body of `PUT handlers`. All issues together, each with its pointer: those of BodyFields, and
/// `wrong_value` for what is no measure, none of its responsible units, no county or no id.
base::Result<HandlerBody, base::Issues> readHandlerBody(std::string_view body,
                                                        const catalogue::Catalogue& catalogue);

}  // namespace policycalc::desk
