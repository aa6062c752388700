#pragma once

#include <string>
#include <utility>

#include "policycalc/http/message.h"

namespace policycalc::desk {

inline constexpr const char* kWorkbook =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file for the browser to save under `name`.
inline http::Response attachment(std::string body, const char* type, const char* name) {
  http::Response response = http::Response::json(std::move(body));
  response.headers.insert_or_assign("Content-Type", type);
  response.headers.insert_or_assign("Content-Disposition",
                                    std::string("attachment; filename=\"") + name + "\"");
  return response;
}

}  // namespace policycalc::desk
