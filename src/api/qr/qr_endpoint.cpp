#include "api/qr/qr_endpoint.h"

#include "policycalc/json/writer.h"
#include "policycalc/web/body_fields.h"
#include "policycalc/web/refusals.h"

#include "api/qr/qr_code.h"

namespace policycalc::api {
namespace {

base::Result<QrCode, base::Issues> codeOf(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  web::BodyFields fields(*document);
  QrCode code;
  if (const json::Value* text = fields.text("text")) {
    auto made = makeQrCode(text->text);
    if (made.ok()) {
      code = std::move(made).value();
    } else {
      fields.report("text", *text, "wrong_value", made.error().message);
    }
  }
  base::Issues issues = fields.issues();
  if (!issues.empty()) return issues;
  return code;
}

http::Response answer(const http::Request& request) {
  const auto code = codeOf(request.body);
  if (!code.ok()) return web::invalid(request, code.error());
  json::Writer writer;
  writer.beginObject();
  writer.key("size").integer(code->size);
  writer.key("rows").beginArray();
  for (const std::string& row : code->rows) writer.string(row);
  writer.endArray().endObject();
  return http::Response::json(writer.take());
}

}  // namespace

void addQrRoute(web::Routes& routes) {
  routes.add({.method = "POST",
              .path = "/api/v1/qr",
              .id = "qr",
              .tag = "profiles",
              .summary = "Draw the QR code of a text",
              .description = "The text is neither stored nor logged.",
              .body = "QrRequest",
              .answers = {{200, "The squares of the code.", "QrCode"}}},
             answer);
}

}  // namespace policycalc::api
