#pragma once

#include <optional>
#include <string>

#include "policycalc/base/date.h"
#include "policycalc/http/message.h"

namespace policycalc::site {

/// The version and the day of which a browser wants to see all pages.
struct AskedPreview {
  std::string catalogue;  ///< its hash
  base::Date day;

  bool operator==(const AskedPreview&) const = default;
};

/// What the request's cookie asks for; nothing without one, or if it is not one of ours.
std::optional<AskedPreview> askedPreview(const http::Request& request);

/// Values of `Set-Cookie`. The cookie holds no secret and ends with the browser's session.
std::string previewCookie(const AskedPreview& asked);
std::string endOfPreview();

}  // namespace policycalc::site
