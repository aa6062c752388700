#pragma once

#include <string>
#include <string_view>

namespace policycalc::http::files {

/// `bytes` in gzip format; level 1 (fast) to 9 (small).
std::string gzip(std::string_view bytes, int level);

/// Whether an Accept-Encoding value accepts gzip: by name or `*`, and not with q=0.
bool acceptsGzip(std::string_view accept_encoding);

}  // namespace policycalc::http::files
