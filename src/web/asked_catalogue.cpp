#include "policycalc/web/asked_catalogue.h"

#include <string>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/http/failure.h"
#include "policycalc/http/problem.h"
#include "policycalc/web/refusals.h"

namespace policycalc::web {
namespace {

constexpr std::string_view kName = "catalogue";
// The most that RFC 9111 has a use for: a year.
constexpr std::string_view kForEver = "public, max-age=31536000, immutable";

base::Issues issueOf(IssueCode code, std::string_view pointer, std::string message) {
  base::Issues issues;
  issues.push_back({base::Severity::kError,
                    std::string(code.text()),
                    {},
                    std::string(pointer),
                    0,
                    0,
                    std::move(message)});
  return issues;
}

}  // namespace

http::Response noSuchCatalogue(const http::Request& request, const Catalogues& catalogues,
                               std::string_view hash, std::string_view pointer) {
  if (!catalogues.isGone(hash)) {
    return invalid(request,
                   issueOf("unknown_catalogue", pointer,
                           base::quoted(hash) + " is not a catalogue that the service keeps"));
  }
  http::Problem problem = http::problemOf(
      http::Failure::kGone,
      "这个版本的保存期已过，不再保留；现有版本见 /api/v1/catalogues。"
      "The service kept this catalogue for its time, which is over; see /api/v1/catalogues.",
      "catalogue_gone");
  problem.issues =
      issueOf("catalogue_gone", pointer, base::quoted(hash) + " is a catalogue whose time is over");
  return http::failureResponse(http::Failure::kGone, request, problem);
}

http::Response answeredBy(
    const http::Request& request, Query& query, Catalogues& catalogues, bool for_good,
    const std::function<http::Response(const std::shared_ptr<const catalogue::Catalogue>&)>&
        write) {
  const std::string hash = query.text(kName);
  base::Issues issues = query.issues();
  if (!issues.empty()) return invalid(request, std::move(issues));
  const auto catalogue = catalogues.find(hash);
  if (!catalogue) {
    return noSuchCatalogue(request, catalogues, hash, "?" + std::string(kName));
  }
  issues = query.issuesIn(*catalogue);
  if (!issues.empty()) return invalid(request, std::move(issues));
  http::Response response = write(catalogue);
  if (for_good && !hash.empty() && response.status == 200) {
    response.headers.insert_or_assign("Cache-Control", std::string(kForEver));
  }
  return response;
}

}  // namespace policycalc::web
