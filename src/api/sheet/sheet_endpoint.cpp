#include "api/sheet/sheet_endpoint.h"

#include <utility>

#include "policycalc/http/decorators.h"
#include "policycalc/http/problem.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "api/sheet/sheet_contents.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;

constexpr const char* kPdf = "application/pdf";

/// As long as people wait for a file; the page gives up later.
constexpr std::chrono::seconds kWait{10};

Response noChineseFont(const Request& request) {
  const std::string zh = "服务器没有中文字体，不能生成 PDF；请直接打印网页。";
  const std::string en =
      "The service has no Chinese font, so it makes no PDF; print the page instead.";
  http::Problem problem = http::problemOf(http::Failure::kUnavailable, zh + en, "no_chinese_font");
  problem.issues = {{.code = problem.code, .message = en, .message_zh = zh}};
  return http::failureResponse(http::Failure::kUnavailable, request, problem);
}

/// The name as RFC 8187 writes it, and one for clients that know only ASCII.
std::string fileNamed(const std::string& name, base::Date as_of) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto is_plain = [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.';
  };
  std::string written;
  for (const char c : name + "-" + as_of.toString() + ".pdf") {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(byte)) {
      written += c;
    } else {
      written += '%';
      written += kDigits[byte >> 4U];
      written += kDigits[byte & 0xFU];
    }
  }
  return "attachment; filename=\"policycalc-" + as_of.toString() + ".pdf\"; filename*=UTF-8''" +
         written;
}

class SheetEndpoint {
 public:
  SheetEndpoint(const Services& services, std::shared_ptr<const paper::Press> press)
      : services_(services), press_(std::move(press)) {}

  Response operator()(const Request& request) const {
    const auto read = readSheetRequest(
        request.body, [&](std::string_view hash) { return services_.catalogues.find(hash); });
    if (!read.ok()) return web::invalid(request, read.error());
    if (!press_->hasChinese()) return noChineseFont(request);
    const base::Date as_of = read->match.as_of ? *read->match.as_of : services_.today();
    const auto rendering = services_.catalogues.renderingFor(read->match.catalogue, as_of);
    const engine::Edition& edition = rendering->edition();
    const engine::Match match = engine::match(edition, read->match.profile);
    const paper::Sheet sheet = sheetContents(*read, as_of, match, edition, services_.public_url);
    Response response;
    response.headers.emplace("Content-Type", kPdf);
    response.headers.emplace("Content-Disposition", fileNamed(sheet.head.title, as_of));
    response.body = std::make_shared<const std::string>(press_->print(sheet));
    return response;
  }

 private:
  const Services& services_;
  std::shared_ptr<const paper::Press> press_;
};

}  // namespace

void addSheetRoute(web::Routes& routes, const Services& services,
                   const std::shared_ptr<const paper::Press>& press,
                   const std::shared_ptr<http::Gate>& gate) {
  // One sheet is set at a time. The others wait before the gate of all: inside it they would take
  // the places of requests that only match.
  const auto line = std::make_shared<http::Gate>(1, kWait);
  http::Endpoint endpoint =
      http::withGate(http::withGate(SheetEndpoint(services, press), gate), line);
  routes.addAsIs(
      {.method = "POST",
       .path = "/api/v1/sheet",
       .id = "sheet",
       .tag = "match",
       .summary = "Print the answer for one profile as PDF",
       .description =
           "The sheet that a company takes along (一次性告知单), on A4: the window to go to, what "
           "to do with its worth, next step, unit and documents, what else applies, what is open. "
           "Nothing of the request is stored or logged. The order of the measures is the "
           "caller's, or that of a match answer. 503 with the issue `no_chinese_font`: the "
           "service has no font with Chinese.",
       .body = "SheetRequest",
       .max_body = web::kProfileBody,
       .answers = {{200, "The sheet.", "SheetFile", kPdf, {"Content-Disposition"}}},
       .cost = 25,
       .scope = "match"},
      http::requireJson(web::withoutQuery(std::move(endpoint))));
}

}  // namespace policycalc::api
