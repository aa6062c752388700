// All pages by a version as of a day, each marked.
#include <string>

#include <boost/test/unit_test.hpp>

#include "site/preview/asked_preview.h"
#include "site/served.h"

namespace policycalc::site::test {
namespace {

constexpr const char* kStart =
    "<!doctype html><html><head></head><body class=\"a\"><p>start</p></body></html>";

std::string header(const http::Response& response, std::string_view name) {
  const auto found = response.headers.find(name);
  return found == response.headers.end() ? std::string() : found->second;
}

/// The served pages, with a start page and a script behind them.
class Previewing {
 public:
  Previewing()
      : all_(withPreview([this](const http::Request& r) { return inner(r); }, served_.services())) {
  }

  http::Response get(std::string_view target, const std::string& cookie = {}) const {
    http::Headers headers;
    if (!cookie.empty()) headers.emplace("Cookie", cookie);
    return all_(requestFor(target, std::move(headers)));
  }
  std::string hash() const { return served_.catalogue().hash(); }
  /// What `/preview` sets, without the attributes.
  std::string cookie(const std::string& day) const {
    const std::string set =
        header(get("/preview?catalogue=" + hash() + "&as_of=" + day), "Set-Cookie");
    return set.substr(0, set.find(';'));
  }

 private:
  http::Response inner(const http::Request& request) const {
    if (request.path != "/" && request.path != "/a.js" && request.path != "/hall") {
      std::string target = request.path;
      return served_.get(target);
    }
    http::Response response;
    response.headers.emplace("Content-Type", "text/html; charset=utf-8");
    response.headers.emplace("ETag", "\"1\"");
    response.body = std::make_shared<const std::string>(kStart);
    return response;
  }

  Served served_;
  http::Endpoint all_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Preview)

BOOST_AUTO_TEST_CASE(each_page_says_that_it_is_a_preview_and_no_cache_keeps_it) {
  const Previewing pages;
  const std::string cookie = pages.cookie("2030-01-01");
  BOOST_TEST(cookie == "policycalc-preview=" + pages.hash() + "~2030-01-01");
  for (const char* path : {"/", "/measures", "/measures/11.1.1a", "/units", "/items/8", "/notice",
                           "/documents", "/nowhere"}) {
    const auto shown = pages.get(path, "other=1; " + cookie);
    BOOST_TEST(
        countIn(*shown.body, "id=\"preview\"") == (path == std::string("/nowhere") ? 0U : 1U),
        path);
    BOOST_TEST(header(shown, "Cache-Control") == "no-store", path);
    BOOST_TEST(header(shown, "X-Robots-Tag") == "noindex", path);
    BOOST_TEST(header(shown, "ETag").empty(), path);
    BOOST_TEST(countIn(*pages.get(path).body, "id=\"preview\"") == 0U, path);
  }
  const std::string start = *pages.get("/", cookie).body;
  BOOST_TEST(holds(start, "data-catalogue=\"" + pages.hash() + "\" data-as-of=\"2030-01-01\""));
  BOOST_TEST(holds(start, "<body class=\"a\"><aside "));
  BOOST_TEST(countIn(*pages.get("/a.js", cookie).body, "preview") == 0U);
  BOOST_TEST(countIn(*pages.get("/hall", cookie).body, "preview") == 0U);
}

BOOST_AUTO_TEST_CASE(pages_follow_the_day) {
  const Previewing pages;
  const std::string before = *pages.get("/measures/11.1.1a", pages.cookie("2024-01-01")).body;
  const std::string after = *pages.get("/measures/11.1.1a", pages.cookie("2026-12-01")).body;
  BOOST_TEST(holds(before, "2024-03-13"));
  BOOST_TEST(before != after);
}

BOOST_AUTO_TEST_CASE(it_ends_and_a_wrong_version_or_day_is_refused) {
  const Previewing pages;
  const auto end = pages.get("/preview/end", pages.cookie("2030-01-01"));
  BOOST_TEST(end.status == 303);
  BOOST_TEST(header(end, "Location") == "/");
  BOOST_TEST(holds(header(end, "Set-Cookie"), "policycalc-preview=; Max-Age=0"));
  BOOST_TEST(pages.get("/preview?catalogue=sha256:0").status == 400);
  BOOST_TEST(pages.get("/preview?as_of=2026-13-01").status == 400);
  BOOST_TEST(pages.get("/preview?other=1").status == 400);
  // A cookie that names what is gone or is none of ours changes nothing.
  for (const char* cookie :
       {"policycalc-preview=sha256:0~2030-01-01", "policycalc-preview=x", "policycalc-preview="}) {
    BOOST_TEST(countIn(*pages.get("/measures", cookie).body, "id=\"preview\"") == 0U);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::site::test
