#pragma once

#include <string_view>

namespace policycalc::http::files {

struct MediaType {
  std::string_view name;
  bool is_text = false;  ///< worth compressing
};

/// By lower-case extension with its dot (`.html`); null for a type that is not served.
const MediaType* mediaTypeOf(std::string_view extension);

}  // namespace policycalc::http::files
