#include <utility>

#include "policycalc/api/hall.h"

#include "api/hall/host_names.h"
#include "api/hall/refusals.h"

namespace policycalc::api {

http::Endpoint withHallPage(http::Endpoint pages, const HallOptions& options) {
  return [pages = std::move(pages),
          hosts = HostNames(options.allowed_hosts)](const http::Request& request) {
    constexpr std::string_view kPage = "/hall.html";
    if (request.path != "/hall" && request.path != kPage) return pages(request);
    if (!hosts.allows(request.header("Host"))) return unknownHost(request);
    http::Request page = request;
    page.path = kPage;
    return pages(page);
  };
}

}  // namespace policycalc::api
