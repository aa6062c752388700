// Each kind of served page, its frame and what it must not let through.
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"

#include "site/page.h"
#include "site/served.h"
#include "site/template/templates.h"

namespace policycalc::site::test {
namespace {

constexpr std::size_t kMostBytes = 30'000;

std::string header(const http::Response& response, std::string_view name) {
  const auto found = response.headers.find(name);
  return found == response.headers.end() ? std::string() : found->second;
}

/// The text between two marks, or "".
std::string between(std::string_view text, std::string_view begin, std::string_view end) {
  const auto at = text.find(begin);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = text.substr(at + begin.size());
  return std::string(rest.substr(0, rest.find(end)));
}

std::vector<std::string> everyPath(const catalogue::Catalogue& catalogue) {
  std::vector<std::string> paths{"/measures",  "/units",    "/notice",
                                 "/documents", "/problems", "/developers"};
  for (const auto* clause : catalogue.clauses()) paths.push_back(measurePath(clause->id));
  for (const auto& unit : catalogue.registry().units()) paths.push_back(unitPath(unit.id));
  for (const auto& item : catalogue.items()) paths.push_back(itemPath(item.number));
  return paths;
}

void checkFrame(const std::string& path, const http::Response& response) {
  const std::string& html = *response.body;
  BOOST_TEST(response.status == 200, path);
  BOOST_TEST(header(response, "Content-Type") == "text/html; charset=utf-8");
  BOOST_TEST(html.size() < kMostBytes, path << " has " << html.size() << " bytes");
  BOOST_TEST(countIn(html, "<h1") == 1U, path);
  BOOST_TEST(countIn(html, "<title>") == 1U, path);
  BOOST_TEST(!between(html, "<title>", "</title>").empty(), path);
  BOOST_TEST(!between(html, "<meta name=\"description\" content=\"", "\"").empty(), path);
  BOOST_TEST(between(html, "<link rel=\"canonical\" href=\"", "\"") ==
             "https://policy.test" + path);
  BOOST_TEST(!between(html, "<meta property=\"og:title\" content=\"", "\"").empty(), path);
  BOOST_TEST(!holds(html, "{{"), path);
  BOOST_TEST(!holds(html, "style="), path);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ServedPages)

BOOST_AUTO_TEST_CASE(every_page_has_its_frame_and_is_small) {
  const Served served;
  for (const std::string& path : everyPath(served.catalogue())) checkFrame(path, served.get(path));
}

BOOST_AUTO_TEST_CASE(structured_data_is_json_that_cannot_end_its_element) {
  const Served served;
  for (const std::string path : {"/measures/11.1.1a", "/units/gz-finance", "/items/8", "/notice",
                                 "/measures", "/units", "/documents", "/problems", "/developers"}) {
    const std::string script =
        between(served.body(path), "<script type=\"application/ld+json\">", "</script>");
    const auto read = json::read(script, path);
    BOOST_TEST_REQUIRE(read.ok(), path);
    BOOST_TEST(read->find("@context") != nullptr, path);
    BOOST_TEST(!holds(script, "<"), path);
  }
  BOOST_TEST(forScript("{\"a\":\"</script>&\"}") == "{\"a\":\"\\u003c/script\\u003e\\u0026\"}");
}

BOOST_AUTO_TEST_CASE(a_measure_shows_what_it_asks_for_in_words) {
  const Served served;
  const std::string html = served.body("/measures/8.1.b");
  const engine::Edition edition(served.services().catalogues.current(), served.services().today());
  for (const auto& entry : edition.entries()) {
    if (entry.measure->id != "8.1.b") continue;
    for (const auto* nodes : {&entry.applies_when, &entry.requires_}) {
      for (const auto& node : *nodes) BOOST_TEST(holds(html, node.text), node.text);
    }
    BOOST_TEST(holds(html, edition.fillIn(entry.measure->summary)));
    BOOST_TEST(holds(html, edition.fillIn(entry.measure->next_step)));
  }
  BOOST_TEST(holds(html, "href=\"/items/8\""));
  BOOST_TEST(holds(html, "href=\"/units/"));
  BOOST_TEST(holds(html, "href=\"/\""));
}

BOOST_AUTO_TEST_CASE(english_texts_are_beside_the_chinese_ones) {
  const Served served;
  const engine::Edition edition(served.services().catalogues.current(), served.services().today());
  const catalogue::Clause& measure = *served.catalogue().find("11.1.1a");
  const std::string html = served.body("/measures/11.1.1a");
  for (const std::string& text :
       {measure.title_en, measure.summary_en, measure.next_step_en, measure.benefits[0].label_en}) {
    Data escaped(Data::type::object);
    put(escaped, "said", edition.fillInEnglish(text));
    kainjow::mustache::mustache plain("{{said}}");
    const std::string expected = plain.render(escaped);
    BOOST_TEST(!expected.empty());
    BOOST_TEST(holds(html, ">" + expected + "<"), expected);
  }
  BOOST_TEST(holds(html, "The Chinese text prevails."));
}

BOOST_AUTO_TEST_CASE(english_amounts_have_their_thousands_apart) {
  const Served served;
  BOOST_TEST(holds(served.body("/measures/11.1.1a"), "CNY 3,000,000<"));
  const std::regex together("CNY [0-9]{4}");
  for (const auto* clause : served.catalogue().clauses()) {
    BOOST_TEST(!std::regex_search(served.body(measurePath(clause->id)), together), clause->id);
  }
}

BOOST_AUTO_TEST_CASE(a_measure_past_its_end_says_so) {
  const Served served;
  BOOST_TEST(holds(served.body("/measures/16.2"), "有效期到 2024-12-31 为止"));
  BOOST_TEST(!holds(served.body("/measures/8.1.b"), "notice-trouble"));
}

BOOST_AUTO_TEST_CASE(a_measure_past_its_end_leads_to_what_replaced_it) {
  std::string content = Served().catalogue().content();
  const std::string none = R"("replaced_by":[],"replaced_text":)";
  const auto place = content.find(none);  // of 16.2, the only one with a sentence
  BOOST_TEST_REQUIRE(place != std::string::npos);
  content.replace(place, none.size(),
                  R"("replaced_by":["16.1","private-economy-law"],"replaced_text":)");
  const auto changed = catalogue::Catalogue::restore(content);
  BOOST_TEST_REQUIRE(changed.ok());
  const Served served("https://policy.test", *changed);
  const std::string page = served.body("/measures/16.2");
  BOOST_TEST(holds(page, "<li><a href=\"/measures/16.1\">" +
                             served.catalogue().find("16.1")->title + "</a></li>"));
  BOOST_TEST(holds(page, R"(<li><a href="/documents#private-economy-law">《中华人民共和国)"));
  BOOST_TEST(holds(page, "没有写以后年度"));
}

BOOST_AUTO_TEST_CASE(an_internal_clause_says_why_there_is_nothing_to_apply_for) {
  const Served served;
  const http::Response response = served.get("/measures/11.2");
  BOOST_TEST(response.status == 200);
  BOOST_TEST(holds(*response.body, "企业不用申请"));
  BOOST_TEST(holds(*response.body, served.catalogue().find("11.2")->why_internal));
  BOOST_TEST(holds(*response.body, "noindex"));
}

BOOST_AUTO_TEST_CASE(an_unknown_id_gets_a_page_that_leads_on) {
  const Served served;
  for (const std::string path : {"/measures/11.9.z", "/units/nobody", "/items/37", "/items/0",
                                 "/items/08", "/items/-1", "/items/1e1", "/items/8 "}) {
    const http::Response response = served.get(path);
    BOOST_TEST(response.status == 404, path);
    BOOST_TEST(header(response, "Content-Type") == "text/html; charset=utf-8", path);
    BOOST_TEST(countIn(*response.body, "<h1") == 1U, path);
    BOOST_TEST(holds(*response.body, "noindex"), path);
    BOOST_TEST(!holds(*response.body, "canonical"), path);
    BOOST_TEST(holds(*response.body, "href=\"/measures\""), path);
  }
  BOOST_TEST(holds(served.body("/measures/11.9.z"), "href=\"/items/11\""));
}

BOOST_AUTO_TEST_CASE(hostile_ids_are_escaped_and_cut) {
  const Served served;
  const std::string hostile = "<script>alert(1)<script>\"'&{{page_title}}";
  for (const std::string path : {"/measures/", "/units/", "/items/"}) {
    const std::string html = served.body(path + hostile);
    BOOST_TEST(!holds(html, "<script>alert"), path);
    BOOST_TEST(holds(html, "&lt;script&gt;"), path);
    BOOST_TEST(!holds(html, "\"'&{{"), path);
  }
  const std::string html = served.body("/measures/" + std::string(7000, 'x'));
  BOOST_TEST(holds(html, std::string(40, 'x') + "…"));
  BOOST_TEST(!holds(html, std::string(41, 'x')));
  BOOST_TEST(served.get("/measures/%00%zz").status == 404);
  BOOST_TEST(served.get("/measures/\xff\xfe").status == 404);
}

BOOST_AUTO_TEST_CASE(a_page_is_not_sent_twice) {
  const Served served;
  const http::Response first = served.get("/measures/8.1.b");
  BOOST_TEST(!header(first, "ETag").empty());
  BOOST_TEST(header(first, "Cache-Control") == "no-cache");
  const http::Response again =
      served.get("/measures/8.1.b", {{"If-None-Match", header(first, "ETag")}});
  BOOST_TEST(again.status == 304);
  BOOST_TEST(again.body->empty());
}

BOOST_AUTO_TEST_CASE(without_a_public_address_no_page_names_its_own) {
  const Served served("");
  for (const std::string path : {"/measures/8.1.b", "/units", "/notice"}) {
    const std::string html = *served.get(path, {{"Host", "evil.test"}}).body;
    BOOST_TEST(!holds(html, "canonical"), path);
    BOOST_TEST(!holds(html, "og:url"), path);
    BOOST_TEST(!holds(html, "evil.test"), path);
  }
  BOOST_TEST(served.get("/sitemap.xml").status == 404);
  BOOST_TEST(!holds(served.body("/robots.txt"), "Sitemap"));
}

BOOST_AUTO_TEST_CASE(the_sitemap_names_every_lasting_page_once) {
  const Served served;
  const std::string xml = served.body("/sitemap.xml");
  const catalogue::Catalogue& catalogue = served.catalogue();
  std::size_t expected = 1;  // the start page
  for (const std::string& path : everyPath(catalogue)) {
    const bool hidden = holds(served.body(path), "noindex");
    BOOST_TEST(countIn(xml, "<loc>https://policy.test" + path + "</loc>") == (hidden ? 0U : 1U),
               path);
    if (!hidden) ++expected;
  }
  BOOST_TEST(countIn(xml, "<url>") == expected);
  BOOST_TEST(holds(served.body("/robots.txt"), "Sitemap: https://policy.test/sitemap.xml"));
}

BOOST_AUTO_TEST_CASE(every_template_can_be_filled_in) {
  for (const Template& one : templateTexts()) {
    Data nothing(Data::type::object);
    if (one.name != "rule") BOOST_TEST(!fillTemplate(one.name, nothing).empty(), one.name);
  }
  Data nothing(Data::type::object);
  BOOST_CHECK_THROW(fillTemplate("none", nothing), std::logic_error);
}

BOOST_AUTO_TEST_CASE(a_browser_gets_a_page_for_an_unknown_address_and_a_program_does_not) {
  const Served served;
  const http::Endpoint unknown = withPageForUnknown(
      [](const http::Request& request) {
        return http::failureResponse(http::Failure::kNoSuchPath, request);
      },
      served.services());
  const auto type = [&](const char* path, const char* accept) {
    return header(unknown(requestFor(path, {{"Accept", accept}})), "Content-Type");
  };
  BOOST_TEST(type("/nonsense", "text/html,application/xhtml+xml") == "text/html; charset=utf-8");
  BOOST_TEST(type("/hall/", "text/html") == "text/html; charset=utf-8");
  BOOST_TEST(type("/nonsense", "application/json") == "application/problem+json");
  BOOST_TEST(type("/nonsense", "") == "application/problem+json");
  BOOST_TEST(type("/api/v1/nonsense", "text/html") == "application/problem+json");
  BOOST_TEST(unknown(requestFor("/nonsense", {{"Accept", "text/html"}})).status == 404);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::site::test
