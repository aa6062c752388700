#include "site/served.h"

#include <algorithm>
#include <utility>

#include "live/live_service.h"

namespace policycalc::site::test {

Served::Served(std::string public_url) : Served(std::move(public_url), live::realCatalogue()) {}

Served::Served(std::string public_url, std::shared_ptr<const catalogue::Catalogue> catalogue)
    : catalogues_(std::move(catalogue), nullptr),
      services_{catalogues_,
                [] { return *base::Date::parse("2026-11-25"); },
                std::move(public_url),
                [](const std::string& path) { return path; },
                {.anonymous_points = 6'000,
                 .key_points = 0,
                 .catalogue_months = 24,
                 .request_seconds = 15}} {
  addRoutes(router_, services_);
}

http::Request requestFor(std::string_view target, http::Headers headers) {
  http::Request request;
  request.method = "GET";
  request.headers = std::move(headers);
  const auto mark = std::min(target.find('?'), target.size());
  request.path = target.substr(0, mark);
  std::string_view rest = target.substr(std::min(mark + 1, target.size()));
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    const auto equals = std::min(one.find('='), one.size());
    request.query.emplace_back(one.substr(0, equals), one.substr(std::min(equals + 1, one.size())));
  }
  return request;
}

http::Response Served::get(std::string_view target, http::Headers headers) const {
  return router_(requestFor(target, std::move(headers)));
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t countIn(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace policycalc::site::test
