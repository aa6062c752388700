#pragma once

#include <optional>
#include <string_view>

#include "site/page.h"

namespace policycalc::site {

/// The codes of refusals and issues, for those who write programs on the API.
Page problemsPage(const Services& services);

/// One code: what it means, where it comes from and what to do. Nothing for an unknown code.
std::optional<Page> problemPage(std::string_view code);

}  // namespace policycalc::site
