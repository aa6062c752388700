#include "app/bench/ways.h"

#include <cstdio>
#include <fcntl.h>
#include <stdexcept>
#include <unistd.h>
#include <utility>

#include "policycalc/engine/columns.h"
#include "policycalc/engine/explained_row.h"
#include "policycalc/http/problem.h"
#include "policycalc/web/match/match_answer.h"
#include "policycalc/web/match/match_request.h"

#include "app/bench/plain_walk.h"

namespace policycalc::app {
namespace {

/// As many as make a full block of columns.
constexpr std::size_t kFirms = engine::kBlockRows;
/// As bench_rules does, so that both tell the same.
constexpr int kRowPasses = 8;

/// An unnamed file that holds a text; it also takes answers that are thrown away.
class Text {
 public:
  explicit Text(const std::string& text) : file_(std::tmpfile()) {
    if (file_ == nullptr || std::fwrite(text.data(), 1, text.size(), file_) != text.size() ||
        std::fflush(file_) != 0) {
      throw std::runtime_error("a temporary file cannot be written");
    }
  }
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;
  ~Text() {
    if (file_ != nullptr) std::fclose(file_);
  }

  std::unique_ptr<registry::Source> fromTheBegin() const {
    const int file = ::fileno(file_);
    ::lseek(file, 0, SEEK_SET);
    return std::make_unique<registry::FileSource>(file);
  }

 private:
  std::FILE* file_;
};

registry::BatchSetup setupFor(const engine::Edition& edition) {
  registry::BatchSetup setup{.edition = edition, .day = edition.day()};
  setup.only[static_cast<std::size_t>(engine::Verdict::kEligible)] = true;
  setup.only[static_cast<std::size_t>(engine::Verdict::kConditional)] = true;
  setup.write_issue = http::issueJson;
  return setup;
}

}  // namespace

struct Ways::State {
  State(const std::shared_ptr<const catalogue::Catalogue>& its_catalogue, base::Date day)
      : catalogue(its_catalogue),
        rendering(engine::Edition(catalogue, day)),
        firms(makeFirms(catalogue->vocabulary(), kFirms)),
        row(edition().compiled()),
        explained(edition()),
        block(edition().compiled()),
        matcher(edition().compiled()),
        lines(firms.lines),
        csv(firms.csv),
        null(::open("/dev/null", O_WRONLY | O_CLOEXEC)) {
    for (const facts::Profile& profile : firms.profiles) block.add(profile);
    for (const std::string& body : firms.bodies) {
      requests.push_back(R"({"as_of":")" + day.toString() + R"(","profile":)" + body + "}");
    }
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { ::close(null); }

  const engine::Edition& edition() const { return rendering.edition(); }

  void batch(registry::MadeReader made, bool as_columns) const {
    registry::BatchSetup setup = setupFor(edition());
    const std::unique_ptr<registry::RecordReader> reader = std::move(made).value();
    setup.columns = reader->columns();
    const auto mapping =
        registry::Mapping::ofFacts(setup.columns, setup.key, catalogue->vocabulary());
    if (as_columns) setup.mapping = &mapping;
    registry::Sink sink(null);
    const registry::Summary done = runBatch(*reader, setup, sink, {});
    if (done.lines != kFirms || done.refused != 0) {
      throw std::runtime_error("the made companies were not read");
    }
  }

  void answer(const std::string& body) {
    const auto request =
        web::readMatchRequest(body, [this](std::string_view) { return catalogue; });
    if (!request.ok()) throw std::runtime_error(base::formatIssue(request.error().front()));
    const engine::MatcherPool::Lease lent(rendering.matchers());
    const engine::Match& match = lent->take(request->profile, request->chosen);
    written += web::writeMatchAnswer(*request, *request->as_of, match, rendering).size();
  }

  std::shared_ptr<const catalogue::Catalogue> catalogue;
  web::Rendering rendering;
  MadeFirms firms;
  std::vector<std::string> requests;
  engine::Row row;
  engine::ExplainedRow explained;
  engine::ColumnBlock block;
  engine::ColumnMatcher matcher;
  Text lines;
  Text csv;
  int null;
  std::size_t written = 0;  ///< so that no work can be left out
};

Ways::Ways(const std::shared_ptr<const catalogue::Catalogue>& catalogue, base::Date day)
    : state_(std::make_unique<State>(catalogue, day)) {}

Ways::~Ways() = default;

std::size_t Ways::firms() const {
  return kFirms;
}

std::vector<Way> Ways::all() {
  State& is = *state_;
  std::size_t asked = 0;
  for (const std::string& request : is.requests) asked += request.size();
  const auto each = [&is](auto work) {
    return [&is, work] {
      for (const facts::Profile& profile : is.firms.profiles) work(is, profile);
    };
  };
  return {
      {"walk", "plain walk over the trees", each([](State& to, const facts::Profile& profile) {
         to.written += walkedVerdicts(to.edition(), profile).size();
       })},
      {"row", "row: verdicts",
       each([](State& to, const facts::Profile& profile) { to.row.take(profile); }), 0, kRowPasses},
      {"explained", "row: explained",
       each([](State& to, const facts::Profile& profile) { to.explained.take(profile); })},
      {"columns", "columns: verdicts", [&is] { is.matcher.take(is.block); }},
      {"ndjson", "batch: lines of JSON",
       [&is] { is.batch(registry::readLines(is.lines.fromTheBegin()), false); },
       is.firms.lines.size()},
      {"csv", "batch: CSV with a mapping",
       [&is] { is.batch(registry::readCsv(is.csv.fromTheBegin()), true); }, is.firms.csv.size()},
      {"answer", "answers as the service gives them",
       [&is] {
         for (const std::string& body : is.requests) is.answer(body);
       },
       asked}};
}

bool Ways::agree() {
  State& is = *state_;
  is.matcher.take(is.block);
  std::vector<engine::Verdict> found(is.edition().entries().size());
  for (std::size_t i = 0; i < kFirms; ++i) {
    const facts::Profile& profile = is.firms.profiles[i];
    const std::vector<engine::Verdict> walked = walkedVerdicts(is.edition(), profile);
    is.row.take(profile);
    is.row.writeVerdicts(found);
    if (found != walked) return false;
    is.matcher.writeVerdicts(i, found);
    if (found != walked) return false;
    is.explained.take(profile);
    for (std::size_t at = 0; at < walked.size(); ++at) {
      if (is.explained.outcomes()[at].verdict != walked[at]) return false;
    }
  }
  return true;
}

}  // namespace policycalc::app
