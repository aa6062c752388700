#include "api/matters/matter_endpoints.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "policycalc/http/failure.h"
#include "policycalc/vault/access_code.h"
#include "policycalc/vault/token.h"
#include "policycalc/web/query_code.h"
#include "policycalc/web/refusals.h"

#include "api/matters/matter_request.h"
#include "api/matters/matter_status.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;
using Rating = store::AskedMatters::Rating;

constexpr std::size_t kReferenceSymbols = 8;
constexpr std::string_view kNothing =
    "没有对应的办件：办件编号或查询码有误，或者授权已经结束。请核对受理单，或问窗口。"
    "Nothing is there: the reference or the query code is wrong, or the authorisation is over. "
    "Compare the receipt, or ask the window.";

Response conflict(const Request& request, const char* detail) {
  return http::failureResponse(http::Failure::kConflict, request, detail);
}

/// The endpoints, as plain functions of a request. Safe from any thread.
class MatterEndpoints {
 public:
  explicit MatterEndpoints(const Services& services) : services_(services) {}

  Response status(const Request& request) {
    const auto key = readMatterKey(request.body);
    if (!key.ok()) return web::invalid(request, key.error());
    return services_.code_door.guard(
        request,
        [&]() -> std::optional<Response> {
          const auto found = find(*key);
          if (!found) return std::nullopt;
          return Response::json(
              writeMatterStatus(found->matter, *services_.catalogues.current(), services_.today()));
        },
        kNothing);
  }

  Response rate(const Request& request) {
    const auto read = readRating(request.body);
    if (!read.ok()) return web::invalid(request, read.error());
    return services_.code_door.guard(
        request,
        [&]() -> std::optional<Response> {
          const auto found = find(read->matter);
          if (!found) return std::nullopt;
          const std::string words = read->words.empty()
                                        ? std::string()
                                        : vault::seal(read->words, found->key, web::kRatingWords);
          return rated(request, services_.store.askedMatters().rate(found->matter.id, read->score,
                                                                    words, services_.now()));
        },
        kNothing);
  }

 private:
  struct Found {
    store::AskedMatter matter;
    vault::Key key;  ///< the applicant's
  };

  /// An unknown reference is not answered faster than a wrong code.
  std::optional<Found> find(const MatterKey& key) const {
    const auto reference = readReference(key.reference);
    const auto code = web::readQueryCode(key.code);
    auto matter = services_.store.askedMatters().find(reference.value_or(""), services_.now());
    const auto opened =
        matter ? services_.service_key.unwrap(matter->key_by_service, web::kApplicantKey)
               : std::nullopt;
    const vault::Key applicant_key = opened.value_or(vault::Key::random());
    const std::string hash = web::queryCodeHash(code.value_or(""), applicant_key);
    if (!matter || !opened || !code || !vault::sameSecret(hash, matter->query_hash)) {
      return std::nullopt;
    }
    return Found{*std::move(matter), applicant_key};
  }

  static std::optional<std::string> readReference(std::string_view text) {
    auto symbols = vault::readSymbols(text, kReferenceSymbols);
    if (!symbols || symbols->size() != kReferenceSymbols) return std::nullopt;
    return symbols;
  }

  static std::optional<Response> rated(const Request& request, Rating rating) {
    switch (rating) {
      case Rating::kDone:
        return Response::json(R"({"rated":true})", 201);
      case Rating::kOpen:
        return conflict(request,
                        "还没有办结，办结后再评价。The matter is not closed yet. Rate it then.");
      case Rating::kRated:
        return conflict(request, "已经评价过了。The matter was rated already.");
      case Rating::kNone:
        break;
    }
    return std::nullopt;
  }

  const Services& services_;
};

}  // namespace

void addMatterRoutes(web::Routes& routes, const Services& services) {
  const auto endpoints = std::make_shared<MatterEndpoints>(services);
  const web::Refusal nothing = web::refused::kNotFound.with(
      "The reference or the query code is wrong, or the authorisation is over: always the same "
      "answer.");
  const web::Refusal too_many =
      web::refused::kTooMany.with("Too many wrong codes from this client.");
  routes.add(
      {.method = "POST",
       .path = "/api/v1/matters/status",
       .id = "matter_status",
       .tag = "matters",
       .summary = "Ask how far one's matter is",
       .description = "For a company that has a matter at a service hall: with the reference "
                      "and the query code of its receipt.",
       .body = "MatterKey",
       .answers = {{200, "Its state, what comes next and whom to ask.", "MatterStatus"}},
       .refusals = {nothing, too_many}},
      [endpoints](const Request& request) { return endpoints->status(request); });
  routes.add(
      {.method = "POST",
       .path = "/api/v1/matters/rating",
       .id = "rate_matter",
       .tag = "matters",
       .summary = "Rate how one's matter was handled",
       .description = "Once, after the matter is closed. The words are encrypted before they "
                      "are stored, and never logged.",
       .body = "MatterRatingRequest",
       .answers = {{201, "Kept.", "MatterRated"}},
       .refusals = {nothing,
                    web::refused::kConflict.with(
                        "The matter is not closed yet, or it was rated already."),
                    too_many}},
      [endpoints](const Request& request) { return endpoints->rate(request); });
}

}  // namespace policycalc::api
