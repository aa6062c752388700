#include "policycalc/http/message.h"

#include <algorithm>

#include "policycalc/base/ascii.h"

namespace policycalc::http {

bool CaseInsensitiveLess::operator()(std::string_view a, std::string_view b) const {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return base::toLower(x) < base::toLower(y);
  });
}

std::string_view Request::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

Response Response::json(std::string body, int status) {
  Response response;
  response.status = status;
  response.headers.emplace("Content-Type", "application/json");
  response.body = std::make_shared<const std::string>(std::move(body));
  return response;
}

const std::shared_ptr<const std::string>& Response::emptyBody() {
  static const auto empty = std::make_shared<const std::string>();
  return empty;
}

}  // namespace policycalc::http
