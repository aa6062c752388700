#include <utility>

#include "policycalc/desk/desk.h"

#include "desk/desk_refusals.h"
#include "desk/door/host_names.h"

namespace policycalc::desk {

http::Endpoint withDeskPage(http::Endpoint pages, const DeskOptions& options) {
  return [pages = std::move(pages),
          hosts = HostNames(options.allowed_hosts)](const http::Request& request) {
    constexpr std::string_view kPage = "/hall.html";
    if (request.path != "/hall" && request.path != kPage) return pages(request);
    if (!hosts.allows(request.header("Host"))) return refusal(request, DeskFailure::kUnknownHost);
    http::Request page = request;
    page.path = kPage;
    return pages(page);
  };
}

}  // namespace policycalc::desk
