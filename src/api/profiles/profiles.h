#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/web/contract/routes.h"

namespace policycalc::api {

/// How often one client, and all together, may save.
inline constexpr web::Rate kSavesOfClient{30, std::chrono::seconds(20)};
inline constexpr web::Rate kSavesOfAll{1'000, std::chrono::milliseconds(200)};

/// `/api/v1/profiles/…`: what owners save, view, change and delete with their code.
void addProfileRoutes(web::Routes& routes, const Services& services);

}  // namespace policycalc::api
