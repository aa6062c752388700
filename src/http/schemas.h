#pragma once

#include <span>
#include <string_view>

namespace policycalc::http {

/// The files of this module that are compiled in: `problems/codes.json`.
std::span<const std::string_view> schemaFiles();

/// Unused: this module has no API document.
std::string_view documentFrame();

}  // namespace policycalc::http
