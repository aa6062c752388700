#include "policycalc/engine/conformance.h"

#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/writer.h"

#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;

/// The request of a case as a body.
std::string bodyOf(const json::Value& one) {
  json::Writer writer;
  writer.value(at(one, "/request"));
  return writer.take();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Conformance)

BOOST_AUTO_TEST_CASE(each_request_of_the_pack_gets_its_verdicts) {
  const live::LiveService service;
  const json::Value pack = parse(service.get("/api/v1/conformance").body);
  BOOST_TEST(textAt(pack, "/catalogue") == live::realCatalogue()->hash());
  const auto& cases = at(pack, "/cases").elements;
  BOOST_TEST(cases.size() > 500U);
  constexpr std::size_t kEach = 40;  // lint runs every one of them
  for (std::size_t i = 0; i < cases.size(); i += kEach) {
    const auto reply = service.post("/api/v1/match", bodyOf(cases[i]));
    BOOST_TEST_REQUIRE(reply.status == 200, textAt(cases[i], "/name"));
    const json::Value answer = parse(reply.body);
    for (const json::Member& member : at(cases[i], "/verdicts").members) {
      bool is_there = false;
      for (const json::Value& match : at(answer, "/matches").elements) {
        const json::Value* head = match.find("measure");
        const std::string id = head == nullptr ? textAt(match, "/id") : textAt(*head, "/id");
        if (id != member.key) continue;
        is_there = true;
        BOOST_TEST(textAt(match, "/verdict") == member.value.text, textAt(cases[i], "/name"));
      }
      BOOST_TEST(is_there, member.key);
    }
  }
}

BOOST_AUTO_TEST_CASE(files_that_are_not_cases_are_left_out) {
  const std::string pack = engine::writeConformancePack(
      "sha256:0", {{"cases/a.json", "no JSON"},
                   {"cases/b.json", R"({"cases":[{"name":"a"}]})"},
                   {"cases/c.json", R"({"base":{"employees":1,"ownership":"private"},"cases":[
                       {"name":"n","as_of":"2026-01-01","profile":{"ownership":null},
                        "expect":{"1.1.b":{"verdict":"eligible","amounts":{"x":1.50}},
                                  "2.1":"conditional"}}]})"}});
  BOOST_TEST(
      pack ==
      R"({"catalogue":"sha256:0","cases":[{"name":"n","request":{"profile":)"
      R"({"ownership":null,"employees":1},"as_of":"2026-01-01"},)"
      R"("verdicts":{"1.1.b":"eligible","2.1":"conditional"},"amounts":{"1.1.b":{"x":1.50}}}]})");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
