#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/counties.h"
#include "desk/helped.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;

const catalogue::Clause& firstMeasure() {
  for (const catalogue::Clause* measure : live::realCatalogue()->measures()) {
    if (!measure->units.empty()) return *measure;
  }
  throw std::runtime_error("no measure has a unit");
}

std::string unitOf(const catalogue::Clause& measure) {
  return live::realCatalogue()->registry().units()[measure.units.front().unit].id;
}

std::string orNull(std::int64_t id) {
  return id == 0 ? "null" : std::to_string(id);
}

/// A body for the first measure; `county` as JSON.
std::string named(std::int64_t staff, std::int64_t before, const std::string& county = "null") {
  return R"({"measure":")" + firstMeasure().id + R"(","county":)" + county + R"(,"unit":")" +
         unitOf(firstMeasure()) + R"(","staff":)" + orNull(staff) + R"(,"before":)" +
         orNull(before) + "}";
}

/// The number of counties without a handler for the first measure in its first unit.
std::size_t gapsOfFirst(const Browser& browser) {
  const json::Value body = bodyOf(browser.get("/handlers"));
  for (const json::Value& gap : at(body, "/gaps").elements) {
    if (textAt(gap, "/measure") == firstMeasure().id &&
        textAt(gap, "/unit") == unitOf(firstMeasure())) {
      return at(gap, "/counties").elements.size();
    }
  }
  return 0;
}

struct Table {
  const live::LiveService service;
  Browser supervisor = signedInAt(service, "zhao", "supervisor", "");
  const std::int64_t handler = employAt(service, "qian", "handler", "", unitOf(firstMeasure()));
  const std::size_t counties = countyCodes(*live::realCatalogue()).size();
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskHandlers)

BOOST_FIXTURE_TEST_CASE(a_named_handler_closes_the_gap, Table) {
  BOOST_TEST(counties >= 18U);
  BOOST_TEST(gapsOfFirst(supervisor) == counties);
  const Reply reply = supervisor.put("/handlers", named(handler, 0, "\"360703\""));
  BOOST_TEST(reply.status == 200, reply.text);
  BOOST_TEST(textAt(bodyOf(reply), "/staff/name") == "工作人员qian");
  BOOST_TEST(textAt(bodyOf(reply), "/county") == kNankang);
  BOOST_TEST(gapsOfFirst(supervisor) == counties - 1);
  BOOST_TEST(supervisor.put("/handlers", named(handler, 0)).status == 200);
  BOOST_TEST(gapsOfFirst(supervisor) == 0U);
  const json::Value list = bodyOf(supervisor.get("/handlers"));
  BOOST_TEST(at(list, "/handlers").elements.size() == 2U);
  BOOST_TEST(at(list, "/handlers/0/county").isNull());
  BOOST_TEST(supervisor.put("/handlers", named(0, handler)).status == 200);
  BOOST_TEST(gapsOfFirst(supervisor) == counties - 1);
}

BOOST_FIXTURE_TEST_CASE(gaps_are_where_the_store_finds_no_handler, Table) {
  supervisor.put("/handlers", named(handler, 0, "\"360703\""));
  auto member = *service.store().staff().find(handler);
  const auto compare = [&] {
    std::size_t open = 0;
    for (const std::string& county : countyCodes(*live::realCatalogue())) {
      const auto& handlers = service.store().handlers();
      open += handlers.find(firstMeasure().id, county, unitOf(firstMeasure())) == 0 ? 1 : 0;
    }
    BOOST_TEST(gapsOfFirst(supervisor) == open);
    return open;
  };
  BOOST_TEST(compare() == counties - 1);
  member.active = false;
  service.store().staff().update(member, member.revision, {});
  BOOST_TEST(compare() == counties);
}

BOOST_FIXTURE_TEST_CASE(a_handler_who_moves_to_another_unit_leaves_a_gap, Table) {
  supervisor.put("/handlers", named(handler, 0));
  BOOST_TEST(gapsOfFirst(supervisor) == 0U);
  auto member = *service.store().staff().find(handler);
  const auto& units = live::realCatalogue()->registry().units();
  member.unit = units.front().id == member.unit ? units.back().id : units.front().id;
  service.store().staff().update(member, member.revision, {});
  BOOST_TEST(gapsOfFirst(supervisor) == counties);
}

BOOST_FIXTURE_TEST_CASE(every_measure_and_responsible_unit_is_a_gap_at_first, Table) {
  std::size_t pairs = 0;
  for (const catalogue::Clause* measure : live::realCatalogue()->measures())
    pairs += measure->units.size();
  const json::Value body = bodyOf(supervisor.get("/handlers"));
  BOOST_TEST(at(body, "/gaps").elements.size() == pairs);
  BOOST_TEST(textAt(body, "/gaps/0/title") == live::realCatalogue()->measures().front()->title);
}

BOOST_FIXTURE_TEST_CASE(a_change_to_an_old_table_is_refused_with_the_present_handler, Table) {
  const std::int64_t other = employAt(service, "sun", "handler", "", unitOf(firstMeasure()));
  BOOST_TEST(supervisor.put("/handlers", named(handler, 0)).status == 200);
  const Reply late = supervisor.put("/handlers", named(other, 0));
  BOOST_TEST(refusalOf(late) == "409 changed_elsewhere ");
  BOOST_TEST(textAt(bodyOf(late), "/staff/name") == "工作人员qian");
  BOOST_TEST(supervisor.put("/handlers", named(other, other)).status == 409);
  BOOST_TEST(supervisor.put("/handlers", named(other, handler)).status == 200);
}

BOOST_FIXTURE_TEST_CASE(a_handler_must_be_able_to_take_the_measure, Table) {
  const auto refused = [&](std::int64_t id, const std::string& county = "null") {
    return refusalOf(supervisor.put("/handlers", named(id, 0, county)));
  };
  const std::string wrong = "400 wrong_value /staff";
  const auto& units = live::realCatalogue()->registry().units();
  std::string other_unit;
  for (const auto& unit : units) {
    if (unit.id != unitOf(firstMeasure())) other_unit = unit.id;
  }
  BOOST_TEST(refused(employAt(service, "a1", "handler", "", other_unit)) == wrong);
  BOOST_TEST(refused(employAt(service, "a2", "clerk", kZhanggong)) == wrong);
  BOOST_TEST(refused(employAt(service, "a3", "administrator", "")) == wrong);
  BOOST_TEST(refused(999'999) == wrong);
  const std::int64_t of_nankang = employAt(service, "a4", "supervisor", kNankang);
  BOOST_TEST(refused(of_nankang) == wrong);
  BOOST_TEST(refused(of_nankang, "\"360702\"") == wrong);
  BOOST_TEST(supervisor.put("/handlers", named(of_nankang, 0, "\"360703\"")).status == 200);
  auto member = *service.store().staff().find(handler);
  member.active = false;
  service.store().staff().update(member, member.revision, {});
  BOOST_TEST(refused(handler) == wrong);
}

BOOST_FIXTURE_TEST_CASE(a_supervisor_of_a_county_manages_only_that_county, Table) {
  supervisor.put("/handlers", named(handler, 0, "\"360702\""));
  Browser nankang = signedInAt(service, "li", "supervisor", kNankang);
  BOOST_TEST(codeOf(nankang.put("/handlers", named(handler, handler, "\"360702\""))) ==
             "not_permitted");
  BOOST_TEST(codeOf(nankang.put("/handlers", named(handler, 0))) == "not_permitted");
  const json::Value before = bodyOf(nankang.get("/handlers"));
  BOOST_TEST(at(before, "/handlers").elements.empty());
  BOOST_TEST(at(before, "/gaps/0/counties").elements.size() == 1U);
  BOOST_TEST(nankang.put("/handlers", named(handler, 0, "\"360703\"")).status == 200);
  BOOST_TEST(gapsOfFirst(nankang) == 0U);
}

BOOST_FIXTURE_TEST_CASE(faults_of_a_body_are_told_with_their_place, Table) {
  const auto refused = [&](const std::string& body) {
    return refusalOf(supervisor.put("/handlers", body));
  };
  const std::string measure = R"({"measure":")" + firstMeasure().id + "\"";
  const std::string unit = R"(,"unit":")" + unitOf(firstMeasure()) + "\"";
  BOOST_TEST(refused("[]") == "400 wrong_type ");
  BOOST_TEST(refused(R"({"measure":"99.9.9","unit":"x","staff":null,"before":null})") ==
             "400 wrong_value /measure");
  BOOST_TEST(refused(measure + R"(,"unit":"nowhere","staff":null,"before":null})") ==
             "400 wrong_value /unit");
  BOOST_TEST(refused(named(0, 0, "\"110000\"")) == "400 wrong_value /county");
  BOOST_TEST(refused(named(0, 0, "7")) == "400 wrong_type /county");
  BOOST_TEST(refused(measure + unit + R"(,"staff":null})") == "400 missing_field /before");
  BOOST_TEST(refused(measure + unit + R"(,"before":null})") == "400 missing_field /staff");
  for (const std::string id : {"0", "-1", "1.5", "99999999999999999999"}) {
    BOOST_TEST(refused(measure + unit + ",\"staff\":" + id + R"(,"before":null})") ==
                   "400 wrong_value /staff",
               id);
  }
  BOOST_TEST(refused(measure + unit + R"(,"staff":"1","before":null})") == "400 wrong_type /staff");
  BOOST_TEST(refused(measure + unit + R"(,"staff":null,"before":null,"x":1})") ==
             "400 unknown_field /x");
  BOOST_TEST(service.store().handlers().list().empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
