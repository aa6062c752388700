#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/web/contract/routes.h"

namespace policycalc::api {

/// How often one client, and all together, may write to us. Everyone who uses the hall's public
/// computer counts as one client.
inline constexpr web::Rate kFeedbackOfClient{20, std::chrono::seconds(30)};
inline constexpr web::Rate kFeedbackOfAll{500, std::chrono::seconds(1)};

/// `POST /api/v1/feedback`, and `GET /api/v1/feedback/state` for the holder of the query code.
void addFeedbackRoutes(web::Routes& routes, const Services& services);

}  // namespace policycalc::api
