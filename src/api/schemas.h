#pragma once

#include <span>
#include <string_view>

namespace policycalc::api {

/// The module's `*.schema.json` files, compiled in.
std::span<const std::string_view> schemaFiles();

/// What its API document says of itself; `{}` for a module without one.
std::string_view documentFrame();

}  // namespace policycalc::api
