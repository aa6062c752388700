#include "http/files/media_type.h"

#include <algorithm>
#include <array>
#include <utility>

namespace policycalc::http::files {

namespace {

constexpr std::array kTypes = {
    std::pair<std::string_view, MediaType>{".html", {"text/html; charset=utf-8", true}},
    std::pair<std::string_view, MediaType>{".css", {"text/css; charset=utf-8", true}},
    std::pair<std::string_view, MediaType>{".js", {"text/javascript; charset=utf-8", true}},
    std::pair<std::string_view, MediaType>{".mjs", {"text/javascript; charset=utf-8", true}},
    std::pair<std::string_view, MediaType>{".json", {"application/json", true}},
    std::pair<std::string_view, MediaType>{".svg", {"image/svg+xml", true}},
    std::pair<std::string_view, MediaType>{".png", {"image/png", false}},
    std::pair<std::string_view, MediaType>{".ico", {"image/x-icon", false}},
    std::pair<std::string_view, MediaType>{".webmanifest", {"application/manifest+json", true}},
    std::pair<std::string_view, MediaType>{".py", {"text/x-python; charset=utf-8", true}},
    // Not `text/typescript`: `.ts` belongs to video in most registries, and people look at the
    // types.
    std::pair<std::string_view, MediaType>{".ts", {"text/plain; charset=utf-8", true}},
    std::pair<std::string_view, MediaType>{".txt", {"text/plain; charset=utf-8", true}},
    std::pair<std::string_view, MediaType>{".woff2", {"font/woff2", false}},
};

}  // namespace

const MediaType* mediaTypeOf(std::string_view extension) {
  const auto found = std::find_if(kTypes.begin(), kTypes.end(),
                                  [&](const auto& entry) { return entry.first == extension; });
  return found == kTypes.end() ? nullptr : &found->second;
}

}  // namespace policycalc::http::files
