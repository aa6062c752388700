// The lists of measures and units: what their addresses narrow.
#include <string>

#include <boost/test/unit_test.hpp>

#include "site/served.h"
#include "support/real_policies.h"

namespace policycalc::site::test {
namespace {

constexpr std::size_t kMostBytes = 30'000;

/// The measures of the real catalogue that `test` passes.
template <typename Test>
std::size_t count(const Served& served, const Test& test) {
  std::size_t passed = 0;
  for (const auto* measure : served.catalogue().measures()) {
    if (test(*measure)) ++passed;
  }
  return passed;
}

std::string found(std::size_t count) {
  return "找到 " + std::to_string(count) + " 项";
}

/// The real policies with these two rows of contacts.
std::shared_ptr<const catalogue::Catalogue> withContacts(const std::string& one,
                                                         const std::string& other) {
  auto files = policycalc::test::realPolicies();
  std::string& csv = files.at("contacts.csv");
  for (const std::string& row : {one, other}) {
    const std::string begin = "\n" + row.substr(0, row.find(',') + 1);
    const std::size_t at = csv.find(begin);
    BOOST_REQUIRE(at != std::string::npos);
    csv.replace(at + 1, csv.find_first_of("\r\n", at + 1) - at - 1, row);
  }
  auto loaded = catalogue::Catalogue::load(files);
  BOOST_REQUIRE(loaded.ok());
  return *loaded;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ServedLists)

BOOST_AUTO_TEST_CASE(the_list_names_every_measure_once) {
  const Served served;
  const std::string html = served.body("/measures");
  for (const auto* measure : served.catalogue().measures()) {
    BOOST_TEST(countIn(html, "href=\"/measures/" + measure->id + "\"") == 1U, measure->id);
  }
}

BOOST_AUTO_TEST_CASE(each_filter_narrows_as_its_address_says) {
  const Served served;
  BOOST_TEST(holds(served.body("/measures?item=8"),
                   found(count(served, [](const auto& one) { return one.item == 8; }))));
  BOOST_TEST(holds(served.body("/measures?kind=right"), found(count(served, [](const auto& one) {
                     return one.kind == catalogue::Kind::kRight;
                   }))));
  BOOST_TEST(
      holds(served.body("/measures?kind=right&item=8"), found(count(served, [](const auto& one) {
              return one.item == 8 && one.kind == catalogue::Kind::kRight;
            }))));
  BOOST_TEST(holds(served.body("/measures?chapter=3"), found(count(served, [](const auto& one) {
                     return one.item >= 12 && one.item <= 21;
                   }))));
  BOOST_TEST(holds(served.body("/measures?topic=nowhere"), "没有符合这些条件的措施"));
  BOOST_TEST(holds(served.body("/measures?unit=gz-finance"), "市财政局 ✕"));
  BOOST_TEST(holds(served.body("/measures?utm_source=chat"), "共 125 项") ==
             (served.catalogue().measures().size() == 125U));
}

BOOST_AUTO_TEST_CASE(results_come_twenty_at_a_time_and_each_page_is_small) {
  const Served served;
  const std::size_t all = served.catalogue().measures().size();
  std::size_t shown = 0;
  for (int page = 1; page < 10; ++page) {
    const std::string html = served.body("/measures?q=的 企业&page=" + std::to_string(page));
    BOOST_TEST(html.size() < kMostBytes);
    if (holds(html, "rel=\"next\"")) BOOST_TEST(countIn(html, "class=\"card entry\"") == 20U);
    shown += countIn(html, "class=\"card entry\"");
    if (!holds(html, "rel=\"next\"")) break;
  }
  BOOST_TEST(shown > 40U);
  BOOST_TEST(shown <= all);
  for (const char* page : {"0", "-1", "x", "999", "99999999999999999999", "1e3"}) {
    BOOST_TEST(served.get(std::string("/measures?kind=right&page=") + page).status == 200, page);
  }
}

BOOST_AUTO_TEST_CASE(a_search_says_what_the_notice_does_not_have_and_offers_topics) {
  const Served served;
  for (const std::string word : {"社保", "减税", "贴息"}) {
    const std::string html = served.body("/measures?q=" + word);
    BOOST_TEST(holds(html, "通知里没有与“" + word + "”有关的措施"), word);
    BOOST_TEST(holds(html, "href=\"/measures?topic=finance\""), word);
    BOOST_TEST(holds(html, "href=\"tel:12345\""), word);
  }
  BOOST_TEST(holds(served.body("/measures?q=贷款 社保"), "没有找到与“社保”有关的"));
  BOOST_TEST(holds(served.body("/measures?q=融资难"), "通知里没有“融资难”这个说法"));
}

BOOST_AUTO_TEST_CASE(a_search_opens_units_items_clauses_and_documents_directly) {
  const Served served;
  BOOST_TEST(holds(served.body("/measures?q=市发改委"), "href=\"/units/gz-development-reform\""));
  BOOST_TEST(holds(served.body("/measures?q=第11项"), "<li><a href=\"/items/11\""));
  BOOST_TEST(holds(served.body("/measures?q=11.2"), "<li><a href=\"/measures/11.2\""));
  BOOST_TEST(holds(served.body("/measures?q=民营经济促进法"), "/documents#private-economy-law"));
}

BOOST_AUTO_TEST_CASE(a_hostile_search_is_text) {
  const Served served;
  const std::string html = served.body("/measures?q=\"><script>alert(1)</script>{{page_title}}");
  BOOST_TEST(!holds(html, "<script>alert"));
  BOOST_TEST(holds(html, "&lt;script&gt;"));
  BOOST_TEST(served.get("/measures?q=" + std::string(8000, 'x')).status == 200);
  BOOST_TEST(served.body("/measures?q=" + std::string(8000, 'x')).size() < kMostBytes);
  BOOST_TEST(served.get("/measures?unit=<b>&item=<i>&kind=<u>&topic=%&chapter='").status == 200);
  BOOST_TEST(!holds(served.body("/measures?unit=<b>&item=<i>"), "<i>"));
}

BOOST_AUTO_TEST_CASE(units_are_found_by_level_and_by_any_name) {
  const Served served;
  const std::string all = served.body("/units");
  for (const auto& unit : served.catalogue().registry().units()) {
    BOOST_TEST(countIn(all, "href=\"/units/" + unit.id + "\"") == 1U, unit.id);
  }
  const std::string counties = served.body("/units?level=county");
  BOOST_TEST(!holds(counties, "href=\"/units/gz-finance\""));
  BOOST_TEST(holds(counties, "aria-current=\"true\""));
  BOOST_TEST(holds(served.body("/units?q=赣州市政府办公室"), "也称：赣州市政府办公室"));
  BOOST_TEST(holds(served.body("/units?q=没有这个单位"), "没有找到这个名称"));
  BOOST_TEST(holds(served.body("/units?level=nowhere"), "没有找到这个名称"));
}

BOOST_AUTO_TEST_CASE(a_unit_page_lists_all_it_answers_for) {
  const Served served;
  const auto& catalogue = served.catalogue();
  const auto index = catalogue.registry().findUnit("gz-finance");
  const std::string html = served.body("/units/gz-finance");
  for (const auto* clause : catalogue.clauses()) {
    for (const auto& one : clause->units) {
      if (one.unit == *index) BOOST_TEST(holds(html, "/measures/" + clause->id + "\""), clause->id);
    }
  }
  BOOST_TEST(holds(html, "tel:12345"));
}

BOOST_AUTO_TEST_CASE(contacts_are_shown_as_far_as_they_are_known) {
  const Served served(
      "", withContacts("gz-finance,某路 1 号,0797-1234567,9:00-17:00,https://example.org/p,"
                       "https://example.org/a,2024-01-01",
                       "hall-360702,某路 2 号,0797-7654321,,,"
                       "https://example.org/b,2026-11-01"));
  const std::string unit = served.body("/units/gz-finance");
  for (const char* text :
       {"某路 1 号", "href=\"tel:07971234567\"", "9:00-17:00", "2024-01-01 核对", "一年多没有核对",
        "href=\"https://example.org/a\"", "href=\"https://example.org/p\""}) {
    BOOST_TEST(holds(unit, text), text);
  }
  BOOST_TEST(!holds(unit, "contact-fallback"));
  const std::string county = served.body("/units/county-360702");
  BOOST_TEST(holds(county, "href=\"tel:07977654321\""));
  BOOST_TEST(!holds(county, "一年多没有核对"));
}

BOOST_AUTO_TEST_CASE(an_item_shows_every_clause_with_its_units) {
  const Served served;
  for (const auto& item : served.catalogue().items()) {
    const std::string html = served.body("/items/" + std::to_string(item.number));
    for (const auto& clause : item.clauses) {
      BOOST_TEST(holds(html, "id=\"" + clause.id + "\""), clause.id);
      for (const auto& one : clause.units) {
        const auto& unit = served.catalogue().registry().units()[one.unit];
        BOOST_TEST(holds(html, "href=\"/units/" + unit.id + "\""), clause.id << " " << unit.id);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::site::test
