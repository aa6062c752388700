#include "api/feedback/feedback_endpoints.h"

#include <utility>

#include "policycalc/api/feedback.h"
#include "policycalc/json/writer.h"
#include "policycalc/vault/access_code.h"
#include "policycalc/web/refusals.h"
#include "policycalc/web/times.h"

#include "api/feedback/feedback_request.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;

/// The endpoints, as plain functions of a request. Safe from any thread.
class FeedbackEndpoints {
 public:
  explicit FeedbackEndpoints(const Services& services)
      : services_(services),
        letters_(kFeedbackOfClient, kFeedbackOfAll, services_.now, services_.share) {}

  Response add(const Request& request) {
    // Taken before the body is read, which may have to search for a catalogue.
    if (const auto wait = letters_.take(request.client)) return web::tooMany(request, *wait);
    const auto read = readFeedbackRequest(
        request.body, [&](std::string_view hash) { return services_.catalogues.find(hash); });
    if (!read.ok()) {
      letters_.giveBack(request.client);
      return web::invalid(request, read.error());
    }
    const vault::AccessCode code = vault::AccessCode::random();
    store::FeedbackEntry entry;
    entry.query_lookup = vault::lookupId(code, vault::Purpose::kFeedback);
    entry.kind = read->kind;
    entry.measure = read->measure;
    entry.catalogue = read->catalogue;
    entry.received_at = services_.now();
    entry.state = kFeedbackStates.front();
    entry.changed_at = entry.received_at;
    keepFeedback(services_.store.feedback(), entry, read->text, *services_.service_key.keys());
    return Response::json(receipt(entry, code.text()), 201);
  }

  Response state(const Request& request) {
    return services_.code_door.enter(
        request, [&](const vault::AccessCode& code) -> std::optional<Response> {
          const auto state =
              services_.store.feedback().stateOf(vault::lookupId(code, vault::Purpose::kFeedback));
          if (!state) return std::nullopt;
          json::Writer writer;
          writer.beginObject().key("state").string(*state).endObject();
          return Response::json(writer.take());
        });
  }

 private:
  static std::string receipt(const store::FeedbackEntry& entry, const std::string& code) {
    json::Writer writer;
    writer.beginObject();
    writer.key("reference").string(entry.reference);
    writer.key("query_code").string(code);
    writer.key("state").string(entry.state);
    writer.key("received_at").string(web::utcText(entry.received_at));
    writer.endObject();
    return writer.take();
  }

  const Services& services_;
  web::Throttle letters_;
};

}  // namespace

void addFeedbackRoutes(web::Routes& routes, const Services& services) {
  const auto endpoints = std::make_shared<FeedbackEndpoints>(services);
  const auto call = [endpoints](Response (FeedbackEndpoints::*member)(const Request&)) {
    return [endpoints, member](const Request& request) { return ((*endpoints).*member)(request); };
  };
  routes.add({.method = "POST",
              .path = "/api/v1/feedback",
              .id = "send_feedback",
              .tag = "feedback",
              .summary = "Report an error, object, or suggest something",
              .description =
                  "Message and contact are encrypted before they are stored, and never logged. The "
                  "query code appears in this answer only.",
              .body = "FeedbackRequest",
              .answers = {{201, "Received.", "FeedbackReceipt"}},
              .refusals = {web::refused::kTooMany}},
             call(&FeedbackEndpoints::add));
  routes.add({.method = "GET",
              .path = "/api/v1/feedback/state",
              .id = "feedback_state",
              .tag = "feedback",
              .summary = "Ask how far a report is",
              .description = "The query code is sent as `Authorization: Bearer <code>`.",
              .answers = {{200, "Its state, and nothing else.", "FeedbackStateAnswer"}},
              .access = web::Access::kCode},
             call(&FeedbackEndpoints::state));
}

}  // namespace policycalc::api
