#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/http/router.h"

#include "api/code_door.h"

namespace policycalc::api {

/// How often one client, and all together, may save.
inline constexpr Rate kSavesOfClient{30, std::chrono::seconds(20)};
inline constexpr Rate kSavesOfAll{1'000, std::chrono::milliseconds(200)};

/// `/api/v1/profiles/…`: what owners save, view, change and delete with their code.
void addProfileRoutes(http::Router& router, const Services& services,
                      const std::shared_ptr<CodeDoor>& door);

}  // namespace policycalc::api
