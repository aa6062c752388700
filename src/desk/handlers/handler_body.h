#pragma once

#include <cstdint>
#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/store/duty_handlers.h"
#include "policycalc/store/handlers.h"

namespace policycalc::desk {

/// The next entry, and who was named when the page was loaded (0: none).
struct HandlerBody {
  store::HandlerAssignment next;
  std::int64_t before = 0;
};

/// The body of `PUT handlers`. Reports all issues together, each with its pointer: those of
/// BodyFields, and `wrong_value` for an unknown measure, a unit that is not responsible for it, an
/// unknown county and a wrong id.
base::Result<HandlerBody, base::Issues> readHandlerBody(std::string_view body,
                                                        const catalogue::Catalogue& catalogue);

/// The next duty handler of a unit, and who was one when the page was loaded (0: none).
struct DutyBody {
  store::DutyHandler next;
  std::int64_t before = 0;
};

/// The body of `PUT duty-handlers`, in the same way.
base::Result<DutyBody, base::Issues> readDutyBody(std::string_view body,
                                                  const catalogue::Catalogue& catalogue);

}  // namespace policycalc::desk
