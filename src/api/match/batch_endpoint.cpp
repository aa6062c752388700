#include "api/match/batch_endpoint.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/api/largest_body.h"
#include "policycalc/base/ascii.h"
#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"
#include "policycalc/http/decorators.h"
#include "policycalc/http/problem.h"
#include "policycalc/json/reader.h"
#include "policycalc/registry/batch.h"
#include "policycalc/web/asked_catalogue.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t kMostLines = 1000;
/// Verdicts of a profile of 1 KiB cost about a tenth of an explained match, which is 5 points.
constexpr std::size_t kBytesAPoint = std::size_t{2} * 1024;
/// In an array of kMostLines: 200 values each, several times what a profile has. A value takes
/// about a hundred bytes of memory.
constexpr std::size_t kMostValues = 200 * kMostLines;

/// The texts between the commas of a query parameter; none for an empty one.
std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    names.emplace_back(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return names;
}

base::Issues tooManyLines() {
  base::Issues issues;
  issues.push_back({.code = "too_many_lines",
                    .message = "a batch has at most " + std::to_string(kMostLines) + " companies"});
  return issues;
}

/// The companies of a body, or why it cannot be read as a whole.
class Body {
 public:
  using Entries = base::Result<std::vector<registry::Entry>, base::Issues>;

  explicit Body(const registry::BatchSetup& setup) : reader_(setup) {}

  Entries read(const Request& request) {
    const std::string_view type = request.header("Content-Type");
    const bool has_lines = base::toLower(type).find(http::kJsonLines) != std::string::npos;
    return has_lines ? readLines(request.body) : readArray(request.body);
  }

 private:
  Entries readLines(std::string_view body) {
    std::vector<registry::Entry> entries;
    for (std::uint64_t number = 1; !body.empty(); ++number) {
      const std::size_t end = std::min(body.find('\n'), body.size());
      const std::string_view line = body.substr(0, end);
      body.remove_prefix(std::min(end + 1, body.size()));
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      if (entries.size() == kMostLines) return tooManyLines();
      reader_.read(line, number, web::kProfileBody, entries.emplace_back());
    }
    return entries;
  }

  Entries readArray(std::string_view body) {
    json::ReadLimits limits;
    limits.max_bytes = kLargestBody;
    limits.max_values = kMostValues;
    auto document = json::read(body, {}, limits);
    if (!document.ok()) return document.takeError();
    if (!document->isArray()) {
      base::Issues issues;
      issues.push_back({.code = "wrong_type",
                        .message = "a batch is a list of companies, not " +
                                   std::string(json::typeName(document->type))});
      return issues;
    }
    if (document->elements.size() > kMostLines) return tooManyLines();
    std::vector<registry::Entry> entries;
    for (json::Value& element : document->elements) {
      const std::uint64_t number = entries.size() + 1;
      entries.push_back(reader_.read(std::move(element), number));
    }
    return entries;
  }

  registry::EntryReader reader_;
};

/// Reads the verdicts that `?only=` names; eligible and conditional without it.
std::array<bool, engine::kVerdicts> readOnly(web::Query& query) {
  std::array<bool, engine::kVerdicts> only{};
  std::vector<std::string> names = listed(query.text("only"));
  if (names.empty()) names = {"eligible", "conditional"};
  for (const std::string& name : names) {
    const auto verdict = engine::parseVerdict(name);
    if (verdict) {
      only.at(static_cast<std::size_t>(*verdict)) = true;
    } else {
      query.report("only", "unknown_verdict", base::quoted(name) + " is not a verdict");
    }
  }
  return only;
}

/// Reads the measures that `?measures=` names, by entry of the edition; none: all.
std::vector<bool> readMeasures(const std::vector<std::string>& names,
                               const engine::Edition& edition, base::Issues& issues) {
  std::vector<bool> chosen;
  if (names.empty()) return chosen;
  std::vector<std::string> ids;
  for (const auto& entry : edition.entries()) ids.push_back(entry.measure->id);
  chosen.assign(ids.size(), false);
  for (const std::string& name : names) {
    const auto found = std::find(ids.begin(), ids.end(), name);
    if (found != ids.end()) {
      chosen[static_cast<std::size_t>(found - ids.begin())] = true;
      continue;
    }
    base::Issue issue{.code = "unknown_measure",
                      .pointer = "?measures",
                      .message = base::quoted(name) + " is not a measure"};
    issue.instead = base::nearestNames(name, ids);
    issues.addUpTo(base::kMostIssues, std::move(issue));
  }
  return chosen;
}

Response answer(const Request& request, const Services& services, Metrics& metrics) {
  const auto begin = std::chrono::steady_clock::now();
  web::Query query(request);
  const auto only = readOnly(query);
  const std::vector<std::string> measures = listed(query.text("measures"));
  const base::Date day = query.date("as_of").value_or(services.today());
  return web::answeredBy(
      request, query, services.catalogues, false,
      [&](const std::shared_ptr<const catalogue::Catalogue>& catalogue) {
        const auto rendering = services.catalogues.renderingFor(catalogue, day);
        base::Issues issues;
        registry::BatchSetup setup{.edition = rendering->edition(), .day = day};
        setup.wrapped = true;
        setup.only = only;
        setup.chosen = readMeasures(measures, rendering->edition(), issues);
        setup.counts_verdicts = true;
        setup.write_issue = http::issueJson;
        if (!issues.empty()) return web::invalid(request, issues);
        const auto entries = Body(setup).read(request);
        if (!entries.ok()) return web::invalid(request, entries.error());
        registry::Answers answers = registry::Worker(setup).answer(*entries);
        metrics.countBatch({.answered = answers.lines - answers.refused,
                            .refused = answers.refused,
                            .verdicts = answers.verdicts,
                            .took = std::chrono::duration_cast<std::chrono::microseconds>(
                                std::chrono::steady_clock::now() - begin)});
        answers.text += doneLine(setup, {.lines = answers.lines, .refused = answers.refused});
        Response response;
        response.headers.emplace("Content-Type", http::kJsonLines);
        response.body = std::make_shared<const std::string>(std::move(answers.text));
        return response;
      });
}

}  // namespace

void addBatchRoute(web::Routes& routes, const Services& services,
                   const std::shared_ptr<http::Gate>& gate,
                   const std::shared_ptr<Metrics>& metrics) {
  http::Endpoint endpoint = http::withGate(
      [&services, metrics](const Request& request) { return answer(request, services, *metrics); },
      gate);
  routes.addAsIs(
      {.method = "POST",
       .path = "/api/v1/match/batch",
       .id = "match_batch",
       .tag = "match",
       .summary = "Match up to 1,000 profiles, for their verdicts",
       .description =
           "The body is a list of companies, or, as `application/x-ndjson`, a company on each "
           "line. The answer has a line for each, in the same order: its verdicts, or what is "
           "wrong with it. The last line says `done`; without it the answer is not complete. "
           "`line` is the place in the list from 1, or the line of the body. Besides its `x-cost` "
           "a request costs a point for every `x-bytes-a-point` bytes of its body. The profiles "
           "are neither stored nor logged. `policycalc batch` matches whole registries where they "
           "lie.",
       .parameters = {"Catalogue", "AsOf", "BatchOnly", "BatchMeasures"},
       .body = "BatchRequest",
       .body_line = "BatchCompany",
       .max_body = kLargestBody,
       .answers = {{200, "A line for each company, then the last line.", "BatchLine",
                    web::kJsonLines}},
       .refusals = {web::refused::kGone},
       .cost = 5,
       .bytes_a_point = kBytesAPoint,
       .scope = "match"},
      http::requireJsonOrLines(std::move(endpoint)));
}

}  // namespace policycalc::api
