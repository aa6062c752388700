// Versions of the catalogue: which are kept, how each is read, and what differs between two.
#include <algorithm>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;
using std::chrono::sys_seconds;

constexpr const char* kTitle = "小额政府采购项目只让中小企业竞争";
constexpr const char* kOldTitle = "小额采购只让中小企业竞争";

/// The real catalogue with the first `from` in its content replaced.
std::shared_ptr<const catalogue::Catalogue> earlier(
    std::initializer_list<std::pair<std::string, std::string>> edits) {
  std::string content = live::realCatalogue()->content();
  for (const auto& [from, to] : edits) {
    const auto place = content.find(from);
    BOOST_TEST_REQUIRE(place != std::string::npos, from);
    content.replace(place, from.size(), to);
  }
  const auto restored = catalogue::Catalogue::restore(content);
  BOOST_TEST_REQUIRE(restored.ok());
  return *restored;
}

std::shared_ptr<const catalogue::Catalogue> oldest() {
  static const auto catalogue = earlier({{kTitle, kOldTitle}, {":4000000}", ":3000000}"}});
  return catalogue;
}

std::shared_ptr<const catalogue::Catalogue> middle() {
  static const auto catalogue = earlier({{kTitle, kOldTitle}});
  return catalogue;
}

sys_seconds time(std::string_view day, int hour = 0) {
  return sys_seconds(base::Date::parse(day)->days()) + std::chrono::hours(hour);
}

/// A service that had two versions before the current one, which came on 25 November at 08:00 UTC.
struct Service : live::LiveService {
  Service() {
    store::CatalogueVersions& versions = store().catalogueVersions();
    versions.publish({oldest()->hash(), time("2026-10-01"), oldest()->content()});
    versions.publish({middle()->hash(), time("2026-11-02"), middle()->content()});
    const auto real = live::realCatalogue();
    versions.publish({real->hash(), now(), real->content()});
  }
  json::Value read(const std::string& target) const {
    const auto reply = get(target);
    BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
    return parse(reply.body);
  }
  /// Ends the time of the two versions before.
  void outlive() const {
    store().catalogueVersions().removeOver(now() + std::chrono::days(1000), std::chrono::days(744));
  }
};

const json::Value* changeOf(const json::Value& list, std::string_view id, std::string_view field) {
  for (const json::Value& change : at(list, "/changes").elements) {
    if (textAt(change, "/id") == id && at(change, "/field").text == field) return &change;
  }
  return nullptr;
}

struct Read {
  const char* path;
  bool of_day;  ///< depends on the day
};

std::ostream& operator<<(std::ostream& out, const Read& read) {
  return out << read.path;
}

const std::vector<Read> kReads = {
    {"facts", false},     {"screens", false},         {"measures", true},
    {"clauses", true},    {"measures/8.1.a", true},   {"units", false},
    {"documents", false}, {"units/gz-finance", true}, {"contacts", true},
    {"catalogue", false}, {"profile-schema", false}};

constexpr const char* kForEver = "public, max-age=31536000, immutable";

}  // namespace

BOOST_AUTO_TEST_SUITE(CatalogueVersions)

BOOST_AUTO_TEST_CASE(versions_are_listed_newest_first_with_their_end) {
  const Service service;
  const json::Value list = service.read("/api/v1/catalogues");
  BOOST_TEST_REQUIRE(at(list, "/catalogues").elements.size() == 3U);
  BOOST_TEST(textAt(list, "/catalogues/0/hash") == live::realCatalogue()->hash());
  BOOST_TEST(textAt(list, "/catalogues/0/published") == "2026-11-25T08:00:00Z");
  BOOST_TEST(at(list, "/catalogues/0/current").boolean);
  BOOST_TEST(at(list, "/catalogues/0/kept_until").isNull());
  BOOST_TEST(textAt(list, "/catalogues/0/changes") == "1");
  BOOST_TEST(textAt(list, "/catalogues/1/hash") == middle()->hash());
  BOOST_TEST(!at(list, "/catalogues/1/current").boolean);
  // 24 months of 31 days after the next one came.
  BOOST_TEST(textAt(list, "/catalogues/1/kept_until") == "2028-12-08T08:00:00Z");
  BOOST_TEST(at(list, "/catalogues/2/changes").isNull());
}

BOOST_DATA_TEST_CASE(an_earlier_version_is_read_by_its_hash, kReads, read) {
  const Service service;
  const std::string target = std::string("/api/v1/") + read.path;
  const std::string by_hash = target + "?catalogue=" + middle()->hash();
  const auto now = service.get(target);
  BOOST_TEST(now.status == 200);
  BOOST_TEST(now.header("Cache-Control") == "no-cache");
  const auto then = service.get(by_hash);
  BOOST_TEST_REQUIRE(then.status == 200, then.text);
  // What depends on the day may be kept only if the day is named.
  BOOST_TEST(then.header("Cache-Control") == (read.of_day ? "no-cache" : kForEver));
  BOOST_TEST(!then.header("ETag").empty());
  if (!read.of_day) return;
  const auto on_day = service.get(by_hash + "&as_of=2026-11-25");
  BOOST_TEST_REQUIRE(on_day.status == 200, on_day.text);
  BOOST_TEST(on_day.header("Cache-Control") == kForEver);
  BOOST_TEST(on_day.body == then.body);
  BOOST_TEST(service.get(target + "?as_of=2026-11-25").header("Cache-Control") == "no-cache");
  BOOST_TEST(service.get(target + "?as_of=2026-11-31").status == 400);
}

BOOST_DATA_TEST_CASE(an_unknown_hash_and_one_whose_time_is_over_are_refused, kReads, read) {
  const Service service;
  service.outlive();
  const std::string target = std::string("/api/v1/") + read.path + "?catalogue=";
  for (const char* hash : {"sha256:00", "sha256%3A", "%E5%A4%A7", "latest"}) {
    const auto unknown = service.get(target + hash);
    BOOST_TEST(unknown.status == 400);
    BOOST_TEST(textAt(parse(unknown.body), "/issues/0/code") == "unknown_catalogue");
    BOOST_TEST(textAt(parse(unknown.body), "/issues/0/pointer") == "?catalogue");
    BOOST_TEST(unknown.header("Cache-Control") != kForEver);
  }
  const auto gone = service.get(target + oldest()->hash());
  BOOST_TEST(gone.status == 410);
  BOOST_TEST(textAt(parse(gone.body), "/issues/0/code") == "catalogue_gone");
  const auto twice = service.get(target + middle()->hash() + "&catalogue=" + middle()->hash());
  BOOST_TEST(textAt(parse(twice.body), "/issues/0/code") == "duplicate_parameter");
}

BOOST_AUTO_TEST_CASE(an_earlier_version_shows_its_own_texts) {
  const Service service;
  const auto title = [&](const std::string& query) {
    return textAt(service.read("/api/v1/measures/8.1.a" + query), "/title");
  };
  BOOST_TEST(title("") == kTitle);
  BOOST_TEST(title("?catalogue=" + middle()->hash()) == kOldTitle);
  BOOST_TEST(title("?catalogue=" + live::realCatalogue()->hash()) == kTitle);
}

BOOST_AUTO_TEST_CASE(a_match_refuses_a_version_whose_time_is_over_as_reads_do) {
  const Service service;
  const std::string body = R"({"profile":{},"catalogue":")" + oldest()->hash() + R"("})";
  BOOST_TEST(service.post("/api/v1/match", body).status == 200);
  const Service later;
  later.outlive();
  const auto gone = later.post("/api/v1/match", body);
  BOOST_TEST(gone.status == 410);
  BOOST_TEST(textAt(parse(gone.body), "/issues/0/code") == "catalogue_gone");
  BOOST_TEST(textAt(parse(gone.body), "/issues/0/pointer") == "/catalogue");
}

BOOST_AUTO_TEST_CASE(changes_since_a_version_name_field_old_new_and_date) {
  const Service service;
  const json::Value list = service.read("/api/v1/changes?since=" + oldest()->hash());
  BOOST_TEST(textAt(list, "/from/hash") == oldest()->hash());
  BOOST_TEST(textAt(list, "/to/hash") == live::realCatalogue()->hash());
  const json::Value* title = changeOf(list, "8.1.a", "title");
  BOOST_TEST_REQUIRE((title != nullptr));
  BOOST_TEST(textAt(*title, "/kind") == "measure");
  BOOST_TEST(textAt(*title, "/change") == "changed");
  BOOST_TEST(textAt(*title, "/old") == kOldTitle);
  BOOST_TEST(textAt(*title, "/new") == kTitle);
  BOOST_TEST(textAt(*title, "/affects") == "text");
  BOOST_TEST(textAt(*title, "/measures/0") == "8.1.a");
  BOOST_TEST(textAt(*title, "/since") == "2026-11-25T08:00:00Z");
  // Only the version in the middle raised the figure.
  const auto& all = at(list, "/changes").elements;
  const auto figure = std::find_if(all.begin(), all.end(), [](const json::Value& change) {
    return textAt(change, "/kind") == "parameter";
  });
  BOOST_TEST_REQUIRE((figure != all.end()));
  BOOST_TEST(textAt(*figure, "/since") == "2026-11-02T00:00:00Z");
  BOOST_TEST(textAt(*figure, "/old").find("300万元") != std::string::npos);
  BOOST_TEST(textAt(*figure, "/new").find("400万元") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(changes_end_at_the_version_that_is_asked_for) {
  const Service service;
  const json::Value list =
      service.read("/api/v1/changes?since=" + oldest()->hash() + "&to=" + middle()->hash());
  BOOST_TEST((changeOf(list, "8.1.a", "title") == nullptr));
  BOOST_TEST(!at(list, "/changes").elements.empty());
  const json::Value none = service.read("/api/v1/changes?since=" + live::realCatalogue()->hash());
  BOOST_TEST(at(none, "/changes").elements.empty());
}

struct Day {
  const char* day;
  std::string from;
};

std::ostream& operator<<(std::ostream& out, const Day& day) {
  return out << day.day;
}

// The versions came on 1 October, 2 November and 25 November, at 08:00, 08:00 and 16:00 at UTC+8.
const std::vector<Day> kDays = {{"1990-01-01", oldest()->hash()},
                                {"2026-10-01", oldest()->hash()},
                                {"2026-10-02", oldest()->hash()},
                                {"2026-11-02", oldest()->hash()},
                                {"2026-11-03", middle()->hash()},
                                {"2026-11-25", middle()->hash()},
                                {"2026-11-26", live::realCatalogue()->hash()}};

BOOST_DATA_TEST_CASE(a_day_stands_for_the_version_with_which_it_began, kDays, row) {
  const Service service;
  const json::Value list = service.read(std::string("/api/v1/changes?since=") + row.day);
  BOOST_TEST(textAt(list, "/from/hash") == row.from);
  BOOST_TEST(textAt(list, "/known_since") == "2026-10-01T00:00:00Z");
}

BOOST_AUTO_TEST_CASE(a_version_that_came_back_is_current_since_then) {
  const Service service;
  store::CatalogueVersions& versions = service.store().catalogueVersions();
  // The middle one is published again for a week, then the real one.
  versions.publish({middle()->hash(), time("2026-12-01"), middle()->content()});
  const auto real = live::realCatalogue();
  versions.publish({real->hash(), time("2026-12-08"), real->content()});
  const auto from = [&](const char* day) {
    return textAt(service.read(std::string("/api/v1/changes?since=") + day), "/from/hash");
  };
  BOOST_TEST(from("2026-11-20") == middle()->hash());
  BOOST_TEST(from("2026-12-10") == real->hash());
}

BOOST_AUTO_TEST_CASE(faults_of_a_query_for_changes_are_named) {
  const Service service;
  struct Bad {
    const char* query;
    const char* pointer;
    const char* code;
  };
  for (const Bad& bad : {Bad{"", "?since", "missing_field"},
                         {"?since=", "?since", "missing_field"},
                         {"?since=yesterday", "?since", "wrong_value"},
                         {"?since=2026-02-30", "?since", "wrong_value"},
                         {"?since=sha256:00", "?since", "unknown_catalogue"},
                         {"?since=2026-11-03&to=sha256:00", "?to", "unknown_catalogue"},
                         {"?since=2026-11-03&to=2026-11-04", "?to", "unknown_catalogue"},
                         {"?since=2026-11-03&until=x", "?until", "unknown_parameter"},
                         {"?since=2026-11-03&since=x", "?since", "duplicate_parameter"}}) {
    const auto reply = service.get(std::string("/api/v1/changes") + bad.query);
    BOOST_TEST(reply.status == 400, bad.query);
    BOOST_TEST(textAt(parse(reply.body), "/issues/0/pointer") == bad.pointer, bad.query);
    BOOST_TEST(textAt(parse(reply.body), "/issues/0/code") == bad.code, bad.query);
  }
  service.outlive();
  BOOST_TEST(service.get("/api/v1/changes?since=" + oldest()->hash()).status == 410);
}

BOOST_AUTO_TEST_CASE(lists_of_versions_and_changes_answer_304) {
  const Service service;
  for (const std::string target : {"/api/v1/catalogues", "/api/v1/changes?since=2026-11-03"}) {
    const std::string etag = service.get(target).header("ETag");
    BOOST_TEST(service.get(target, "If-None-Match: " + etag + "\r\n").status == 304, target);
  }
}

BOOST_AUTO_TEST_CASE(a_version_that_cannot_be_read_is_listed_without_a_count) {
  const Service service;
  const std::string broken = "sha256:" + std::string(64, 'b');
  service.store().catalogueVersions().publish({broken, time("2026-12-01"), "{"});
  const json::Value list = service.read("/api/v1/catalogues");
  BOOST_TEST(textAt(list, "/catalogues/0/hash") == broken);
  BOOST_TEST(at(list, "/catalogues/0/changes").isNull());
  BOOST_TEST(at(list, "/catalogues/1/current").boolean);
  BOOST_TEST(service.get("/api/v1/facts?catalogue=" + broken).status == 400);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
