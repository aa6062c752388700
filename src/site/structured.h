#pragma once

#include <string>
#include <string_view>

#include "policycalc/engine/edition.h"

#include "site/page.h"

namespace policycalc::site {

// What search engines read, as schema.org says it. Addresses are left out if the service does not
// know its own.

std::string measureAsJson(const catalogue::Clause& measure, const engine::Edition& edition,
                          const Services& services);
std::string unitAsJson(const catalogue::Unit& unit, const catalogue::Contact* contact,
                       const Services& services);
std::string itemAsJson(const catalogue::Item& item, const catalogue::Catalogue& catalogue,
                       const Services& services);
std::string noticeAsJson(const catalogue::Document& notice, const Services& services);
/// A page that lists others.
std::string listAsJson(const std::string& name, std::string_view path, const Services& services);

}  // namespace policycalc::site
