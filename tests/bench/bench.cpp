// Prints how much the program does in a second: the explained match with and without the written
// answer, answer sizes, and POST /api/v1/match compared with GET /health/live.
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "policycalc/web/match/match_answer.h"
#include "policycalc/web/match/match_request.h"

#include "bench/http_load.h"
#include "live/live_service.h"

namespace policycalc::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// A manufacturer with a dozen answers, as the form sends it.
constexpr std::string_view kProfile =
    R"({"company_name":"赣州某某新材料有限公司","entity_type":"company","ownership":"private",)"
    R"("district":"360702","registration_status":"active","industry_code":"C3985","employees":120,)"
    R"("annual_revenue":"56000000.00","total_assets":"43000000.00","large_controlled":false,)"
    R"("quality_awards":["ganzhou_mayor_quality_award"],"loan_need":true,"exporter":true,)"
    R"("situations":[]})";

std::string requestFor(std::string_view include, std::string_view detail = "full") {
  std::string body = R"({"profile":)";
  body.append(kProfile).append(R"(,"as_of":"2026-11-25","include":)").append(include);
  body.append(R"(,"detail":")").append(detail).append("\"}");
  return body;
}

/// Runs `work` for about `seconds`; prints and returns its rate in a second.
double measure(const char* name, double seconds, const std::function<void()>& work) {
  work();
  const Clock::time_point begin = Clock::now();
  std::uint64_t rounds = 0;
  std::chrono::duration<double> took{0};
  do {
    for (int i = 0; i < 10; ++i) work();
    rounds += 10;
    took = Clock::now() - begin;
  } while (took.count() < seconds);
  const double per_second = static_cast<double>(rounds) / took.count();
  std::printf("%-46s %10.0f /s  %8.1f us\n", name, per_second, 1e6 / per_second);
  return per_second;
}

std::string post(const std::string& body) {
  std::string request =
      "POST /api/v1/match HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n"
      "Content-Length: ";
  request.append(std::to_string(body.size())).append("\r\n\r\n").append(body);
  return request;
}

void benchInProcess(double seconds) {
  const auto catalogue = live::realCatalogue();
  const web::CatalogueLookup lookup = [&](std::string_view) { return catalogue; };
  constexpr std::string_view kAll =
      R"(["eligible","conditional","undetermined","not_eligible","not_applicable","not_in_force"])";
  constexpr std::string_view kFirstFour =
      R"(["eligible","conditional","undetermined","not_eligible"])";
  const std::string body = requestFor(kFirstFour);
  const auto first_four = web::readMatchRequest(body, lookup);
  const auto all = web::readMatchRequest(requestFor(kAll), lookup);
  const base::Date day = *first_four->as_of;
  const web::Rendering rendering(engine::Edition(catalogue, day));
  std::size_t size_all = 0;
  std::size_t size_four = 0;

  std::printf("%zu measures, one core\n", catalogue->measures().size());
  measure("read the request", seconds, [&] { (void)web::readMatchRequest(body, lookup); });
  measure("match, verdicts only", seconds,
          [&] { (void)engine::verdicts(rendering.edition(), first_four->profile); });
  const double explained = measure("match, explained", seconds, [&] {
    (void)engine::match(rendering.edition(), first_four->profile);
  });
  const double written = measure("match, explained, first four verdicts written", seconds, [&] {
    const engine::Match match = engine::match(rendering.edition(), first_four->profile);
    size_four = web::writeMatchAnswer(*first_four, day, match, rendering).size();
  });
  const auto wholeAnswer = [&](web::Detail detail, std::size_t& size) {
    web::MatchRequest request = *all;
    request.detail = detail;
    const std::string name = "match, all verdicts written, detail " + std::string(toString(detail));
    return measure(name.c_str(), seconds, [&] {
      const engine::Match match = engine::match(rendering.edition(), request.profile);
      size = web::writeMatchAnswer(request, day, match, rendering).size();
    });
  };
  std::size_t size_core = 0;
  std::size_t size_verdicts = 0;
  const double full = wholeAnswer(web::Detail::kFull, size_all);
  const double core = wholeAnswer(web::Detail::kCore, size_core);
  wholeAnswer(web::Detail::kVerdicts, size_verdicts);
  measure("load and validate the policies", seconds,
          [&] { (void)catalogue::Catalogue::restore(catalogue->content()); });
  std::printf("ratio written/explained %.2f; answer %zu bytes with four verdicts, %zu with all\n",
              written / explained, size_four, size_all);
  std::printf("ratio core/full %.2f; answer %zu bytes in core, %zu of verdicts\n", core / full,
              size_core, size_verdicts);
}

void benchHttp(std::chrono::milliseconds duration) {
  const live::LiveService service;
  const std::string match =
      post(requestFor(R"(["eligible","conditional","undetermined","not_eligible"])"));
  const std::string core = post(requestFor("null", "core"));
  const std::string counts = post(requestFor("[]"));
  const std::string live = "GET /health/live HTTP/1.1\r\nHost: bench\r\n\r\n";
  for (const int connections : {1, 16, 64}) {
    const LoadResult health = load(service.port(), live, connections, duration);
    const LoadResult small = load(service.port(), counts, connections, duration);
    const LoadResult full = load(service.port(), match, connections, duration);
    const LoadResult brief = load(service.port(), core, connections, duration);
    std::printf(
        "%3d connections: /health/live %7.0f/s, match counts only %6.0f/s (ratio %.2f), "
        "match in full %6.0f/s (ratio %.2f), core of all verdicts %6.0f/s (core/full %.2f), "
        "failed %ju\n",
        connections, health.requests_per_second, small.requests_per_second,
        small.requests_per_second / health.requests_per_second, full.requests_per_second,
        full.requests_per_second / health.requests_per_second, brief.requests_per_second,
        brief.requests_per_second / full.requests_per_second,
        std::uintmax_t{health.failed + small.failed + full.failed + brief.failed});
  }
}

}  // namespace
}  // namespace policycalc::bench

int main(int argc, char** argv) {
  const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
  policycalc::bench::benchInProcess(quick ? 0.02 : 1.0);
  policycalc::bench::benchHttp(std::chrono::milliseconds(quick ? 30 : 2000));
  return 0;
}
