#include <algorithm>
#include <set>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"

#include "live/live_service.h"
#include "support/json_path.h"
#include "support/real_policies.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;
using policycalc::test::withText;

const char* const kWays[] = {"address", "telephone", "hours", "page", "source", "last_checked"};

json::Value got(const live::LiveService& service, const std::string& target) {
  const auto reply = service.get(target);
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  return parse(reply.body);
}

/// The real policies with this row of contacts.csv in the place of the one of its place.
std::shared_ptr<const catalogue::Catalogue> withRow(const std::string& row) {
  auto files = policycalc::test::realPolicies();
  std::string& rows = files.at("contacts.csv");
  const std::string place = "\n" + row.substr(0, row.find(',') + 1);
  const std::size_t begin = rows.find(place);
  BOOST_TEST_REQUIRE(begin != std::string::npos);
  const std::size_t end = rows.find_first_of("\r\n", begin + 1);
  rows.replace(begin + 1, end - begin - 1, row);
  const auto catalogue = catalogue::Catalogue::load(files);
  BOOST_TEST_REQUIRE(catalogue.ok());
  return *catalogue;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ContactsEndpoint)

BOOST_AUTO_TEST_CASE(the_city_each_county_and_each_unit_have_a_row) {
  const live::LiveService service;
  const json::Value list = got(service, "/api/v1/contacts");
  std::set<std::string> places;
  std::set<std::string> districts;
  for (const json::Value& contact : at(list, "/contacts").elements) {
    BOOST_TEST(places.insert(textAt(contact, "/place")).second);
    const bool hall = textAt(contact, "/kind") == "hall";
    BOOST_TEST(hall == at(contact, "/unit").isNull());
    if (hall && !at(contact, "/district").isNull()) districts.insert(textAt(contact, "/district"));
    BOOST_TEST(!textAt(contact, "/name").empty());
  }
  const facts::Vocabulary& vocabulary = live::realCatalogue()->vocabulary();
  const facts::Fact& district = vocabulary.fact(vocabulary.known().district);
  for (const facts::Option& option : district.options) {
    if (option.code == "outside") continue;
    BOOST_TEST(districts.count(option.code) == 1U, option.code);
  }
  BOOST_TEST(districts.size() == district.options.size() - 1);
  BOOST_TEST(places.count("hall") == 1U);
  BOOST_TEST(textAt(withText(at(list, "/contacts"), "/place", "hall-360702"), "/name") ==
             "章贡区政务服务中心");
}

BOOST_AUTO_TEST_CASE(where_no_text_gives_a_number_12345_helps) {
  const live::LiveService service;
  const json::Value list = got(service, "/api/v1/contacts");
  BOOST_TEST(textAt(list, "/fallback") == "请拨 12345，转当地政务服务中心");
  BOOST_TEST(textAt(list, "/fallback_en").find("12345") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(known_contacts_name_their_source) {
  const live::LiveService service;
  for (const json::Value& contact : at(got(service, "/api/v1/contacts"), "/contacts").elements) {
    const bool known = std::any_of(std::begin(kWays), std::begin(kWays) + 4,
                                   [&](const char* way) { return !contact.find(way)->isNull(); });
    const std::string place = textAt(contact, "/place");
    BOOST_TEST((!known || !at(contact, "/source").isNull()), place);
    BOOST_TEST((!known || !at(contact, "/last_checked").isNull()), place);
  }
}

BOOST_AUTO_TEST_CASE(a_row_is_shown_in_the_list_and_on_its_unit) {
  const live::LiveService service(withRow(
      R"(gz-finance,"赣州市, 某路 1 号",0797-0000000,工作日 9:00—17:00,https://example.org/f,某公告,2026-11-01)"));
  const json::Value unit = got(service, "/api/v1/units/gz-finance");
  const json::Value list = got(service, "/api/v1/contacts");
  const json::Value& row = withText(at(list, "/contacts"), "/place", "gz-finance");
  BOOST_TEST(textAt(row, "/unit") == "gz-finance");
  BOOST_TEST(textAt(row, "/name") == "市财政局");
  BOOST_TEST(textAt(row, "/address") == "赣州市, 某路 1 号");
  BOOST_TEST(textAt(row, "/telephone") == "0797-0000000");
  BOOST_TEST(textAt(row, "/hours") == "工作日 9:00—17:00");
  BOOST_TEST(textAt(row, "/page") == "https://example.org/f");
  BOOST_TEST(textAt(row, "/source") == "某公告");
  BOOST_TEST(textAt(row, "/last_checked") == "2026-11-01");
  for (const char* way : kWays) {
    BOOST_TEST(at(unit, "/contact").find(way)->text == row.find(way)->text, way);
  }
  BOOST_TEST(!at(unit, "/contact/outdated").boolean);
}

BOOST_AUTO_TEST_CASE(a_row_is_outdated_on_the_day_after_a_year) {
  // The clock stands at 2026-11-25.
  const auto outdated = [](const std::string& checked) {
    const live::LiveService service(withRow("hall-360702,,0797-0000000,,,某公告," + checked));
    const json::Value list = got(service, "/api/v1/contacts");
    return at(withText(at(list, "/contacts"), "/place", "hall-360702"), "/outdated").boolean;
  };
  BOOST_TEST(!outdated("2025-11-25"));
  BOOST_TEST(outdated("2025-11-24"));
}

BOOST_AUTO_TEST_CASE(a_unit_without_contacts_says_so) {
  const live::LiveService service(withRow("gz-finance,,,,,,"));
  const json::Value unit = got(service, "/api/v1/units/gz-finance");
  for (const char* way : kWays) BOOST_TEST(at(unit, "/contact").find(way)->isNull(), way);
  BOOST_TEST(!at(unit, "/contact/outdated").boolean);
}

BOOST_AUTO_TEST_CASE(takes_no_parameters) {
  const live::LiveService service;
  BOOST_TEST(service.get("/api/v1/contacts?unit=gz-finance").status == 400);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
