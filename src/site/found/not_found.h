#pragma once

#include <string_view>

#include "policycalc/http/message.h"
#include "policycalc/site/site.h"

namespace policycalc::site {

/// What an address should have named.
enum class Sought { kPage, kMeasure, kUnit, kItem };

/// A page that says that there is no such thing, and leads on. `id` is what the address names; for
/// a measure it may still tell the item.
http::Response notFoundPage(Sought sought, std::string_view id, const Services& services);

/// Whether the client asks for a page, as a browser does.
bool wantsPage(const http::Request& request);

}  // namespace policycalc::site
