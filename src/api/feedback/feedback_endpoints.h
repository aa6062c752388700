#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/http/router.h"

#include "api/code_door.h"

namespace policycalc::api {

/// How often one client, and all together, may write to us. A line of people at the hall's public
/// computer is one client.
inline constexpr Rate kFeedbackOfClient{20, std::chrono::seconds(30)};
inline constexpr Rate kFeedbackOfAll{500, std::chrono::seconds(1)};

/// `POST /api/v1/feedback`, and `GET /api/v1/feedback/state` for whoever holds the query code.
void addFeedbackRoutes(http::Router& router, const Services& services,
                       const std::shared_ptr<CodeDoor>& door);

}  // namespace policycalc::api
