#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "policycalc/http/message.h"

#include "desk/desk_failures.h"

namespace policycalc::desk {

/// What an endpoint adds to the row of a failure.
struct RefusalParts {
  std::string_view value = {};  ///< for `{}` in the texts
  std::string more = {};        ///< further members of the problem, already rendered
};

/// A problem with one issue, as the row of `name` says.
http::Response refusal(const http::Request& request, DeskFailure name, RefusalParts parts = {});

/// kBusy: too many passwords are being checked already.
http::Response allPlacesTaken(const http::Request& request);

/// kWait with a Retry-After of `wait`.
http::Response waitFor(const http::Request& request, std::chrono::seconds wait);

}  // namespace policycalc::desk
