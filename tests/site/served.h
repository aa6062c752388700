#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "policycalc/http/router.h"
#include "policycalc/site/site.h"
#include "policycalc/web/catalogues.h"

namespace policycalc::site::test {

/// The served pages with the real policies on 2026-11-25, asked without a socket.
class Served {
 public:
  explicit Served(std::string public_url = "https://policy.test");
  Served(std::string public_url, std::shared_ptr<const catalogue::Catalogue> catalogue);

  /// `target` is a path, with a query whose values are taken as they are.
  http::Response get(std::string_view target, http::Headers headers = {}) const;
  std::string body(std::string_view target) const { return *get(target).body; }
  const catalogue::Catalogue& catalogue() const { return *catalogues_.current(); }
  const Services& services() const { return services_; }

 private:
  web::Catalogues catalogues_;
  Services services_;
  http::Router router_;
};

http::Request requestFor(std::string_view target, http::Headers headers = {});

bool holds(std::string_view text, std::string_view part);
/// How often `part` occurs in `text`.
std::size_t countIn(std::string_view text, std::string_view part);

}  // namespace policycalc::site::test
