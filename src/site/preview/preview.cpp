#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/site/site.h"
#include "policycalc/web/asked_catalogue.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "site/preview/asked_preview.h"

namespace policycalc::site {
namespace {

using http::Request;
using http::Response;

/// Each has its own search index; catalogues and renderings are shared.
constexpr std::size_t kMostPreviews = 4;

bool startsWith(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

/// Whether a preview shows the address otherwise: all pages but the desk's and the operator's.
bool isPage(const Request& request) {
  if (request.method != "GET" && request.method != "HEAD") return false;
  const std::string& path = request.path;
  for (const char* other : {"/api/", "/health/", "/hall", "/operate", "/metrics", "/openapi"}) {
    if (startsWith(path, other)) return false;
  }
  const std::string last = path.substr(path.rfind('/') + 1);
  return last.find('.') == std::string::npos || last == "index.html" ||
         startsWith(path, "/measures/");
}

/// The line above every page. The pages' script reads version and day from it.
std::string banner(const AskedPreview& asked) {
  // What both hold was checked: a hash that a catalogue has, and a day.
  constexpr std::size_t kHead = 7;  // `sha256:`
  constexpr std::size_t kShown = 8;
  const std::string shown = asked.catalogue.substr(kHead, kShown);
  const std::string day = asked.day.toString();
  return "<aside class=\"preview\" id=\"preview\" aria-label=\"预览 Preview\" data-catalogue=\"" +
         asked.catalogue + "\" data-as-of=\"" + day + "\"><p><strong>预览</strong>：政策版本 " +
         shown + "，按 " + day + " 的政策，不是正式结果。<span lang=\"en\">Preview of version " +
         shown + " as of " + day +
         ", not official.</span> <a href=\"/preview/end\">结束预览 <span lang=\"en\">End</span></a>"
         "</p></aside>";
}

/// The response with the banner, which no cache keeps.
Response marked(Response response, const AskedPreview& asked) {
  response.headers.insert_or_assign("Cache-Control", "no-store");
  response.headers.insert_or_assign("X-Robots-Tag", "noindex");
  response.headers.erase("ETag");
  const auto type = response.headers.find("Content-Type");
  if (type == response.headers.end() || !startsWith(type->second, "text/html")) return response;
  std::string html = *response.body;
  const std::size_t body = html.find("<body");
  const std::size_t end = body == std::string::npos ? body : html.find('>', body);
  if (end == std::string::npos) return response;
  // The link that skips to the content stays the first of the page.
  const std::size_t header = html.find("<header", end);
  html.insert(header == std::string::npos ? end + 1 : header, banner(asked));
  response.body = std::make_shared<const std::string>(std::move(html));
  return response;
}

/// The pages by one version as of one day.
struct Shown {
  Shown(AskedPreview wanted, std::shared_ptr<const catalogue::Catalogue> catalogue,
        const Services& usual, const http::Endpoint& inner)
      : asked(std::move(wanted)),
        services{.catalogues = usual.catalogues,
                 .today = [day = asked.day] { return day; },
                 .public_url = {},
                 .asset = usual.asset,
                 .limits = usual.limits,
                 .shown = std::move(catalogue)} {
    addRoutes(router, services);
    router.fallback(inner);
  }
  Shown(const Shown&) = delete;
  Shown& operator=(const Shown&) = delete;

  const AskedPreview asked;
  const Services services;
  http::Router router;
};

/// Safe from any thread.
class Previews {
 public:
  Previews(http::Endpoint inner, const Services& services)
      : inner_(std::move(inner)), services_(services) {}

  Response answer(const Request& request) {
    if (request.refusal || request.path == kBegin || request.path == kEnd) return door(request);
    if (!isPage(request)) return inner_(request);
    const auto asked = askedPreview(request);
    const auto shown = asked ? shownFor(*asked) : nullptr;
    if (!shown) return inner_(request);
    Request plain = request;
    for (const char* name : {"Accept-Encoding", "If-None-Match", "If-Modified-Since", "Range"}) {
      plain.headers.erase(name);
    }
    return marked(shown->router(plain), *asked);
  }

 private:
  static constexpr std::string_view kBegin = "/preview";
  static constexpr std::string_view kEnd = "/preview/end";

  Response door(const Request& request) const {
    if (request.refusal || request.method != "GET") return inner_(request);
    return request.path == kBegin ? begin(request) : toStart(endOfPreview());
  }

  Response begin(const Request& request) const {
    web::Query query(request);
    const std::string hash = query.text("catalogue");
    const auto day = query.date("as_of");
    base::Issues issues = query.issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    const auto catalogue = services_.catalogues.find(hash);
    if (!catalogue) return web::noSuchCatalogue(request, services_.catalogues, hash, "?catalogue");
    return toStart(previewCookie({catalogue->hash(), day ? *day : services_.today()}));
  }

  static Response toStart(std::string cookie) {
    Response response;
    response.status = kSeeOther;
    response.route = kBegin;
    response.headers.emplace("Location", "/");
    response.headers.emplace("Set-Cookie", std::move(cookie));
    response.headers.emplace("Cache-Control", "no-store");
    return response;
  }

  std::shared_ptr<const Shown> shownFor(const AskedPreview& asked) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      const auto found = std::find_if(shown_.begin(), shown_.end(),
                                      [&](const auto& one) { return one->asked == asked; });
      if (found != shown_.end()) return *found;
    }
    const auto catalogue = services_.catalogues.find(asked.catalogue);
    if (!catalogue) return nullptr;
    auto made = std::make_shared<const Shown>(asked, catalogue, services_, inner_);
    const std::lock_guard<std::mutex> lock(mutex_);
    if (shown_.size() >= kMostPreviews) shown_.erase(shown_.begin());
    shown_.push_back(made);
    return made;
  }

  static constexpr int kSeeOther = 303;

  const http::Endpoint inner_;
  const Services& services_;
  std::mutex mutex_;  // guards the next one
  std::vector<std::shared_ptr<const Shown>> shown_;
};

}  // namespace

http::Endpoint withPreview(http::Endpoint inner, const Services& services) {
  const auto previews = std::make_shared<Previews>(std::move(inner), services);
  return [previews](const Request& request) { return previews->answer(request); };
}

}  // namespace policycalc::site
