// Answers that were given by leaving them out of a list stay marked in a saved profile.
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/facts/profile.h"
#include "policycalc/json/writer.h"

#include "live/older_profile.h"
#include "live/saving.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;

std::string bodyWith(const std::string& profile, const std::string& marks,
                     const std::string& kind = R"("expires_in_days":30)") {
  return R"({"profile":)" + profile + R"(,"left_out":)" + marks + "," + kind + "}";
}

std::string marksIn(const Reply& reply) {
  return json::canonical(at(parse(reply.body), "/left_out"));
}

std::string savedMarks(const live::LiveService& service, const std::string& profile,
                       const std::string& marks) {
  const std::string code = live::save(service, bodyWith(profile, marks));
  return marksIn(service.get(live::kMine, live::bearer(code)));
}

/// Every answer that the screens give by leaving it out.
struct AllLeftOut {
  std::string profile;
  std::string marks;
};

AllLeftOut allLeftOut(const live::LiveService& service) {
  const json::Value screens = parse(service.get("/api/v1/screens").body);
  AllLeftOut all;
  for (const json::Value& screen : at(screens, "/screens").elements) {
    if (at(screen, "/none").isNull()) continue;
    for (const json::Member& set : at(screen, "/none/sets").members) {
      all.profile +=
          (all.profile.empty() ? "{" : ",") + ("\"" + set.key + "\":") + json::canonical(set.value);
      all.marks += (all.marks.empty() ? "[" : ",") + ("\"" + set.key + "\"");
    }
  }
  return {all.profile + "}", all.marks + "]"};
}

struct Bad {
  std::string profile;
  std::string marks;
  std::string refusal;
};

std::ostream& operator<<(std::ostream& out, const Bad& bad) {
  return out << bad.marks << " of " << bad.profile;
}

const std::vector<Bad> kBad = {
    {"{}", R"("exporter")", "wrong_type /left_out"},
    {"{}", R"({"exporter":true})", "wrong_type /left_out"},
    {"{}", "[7]", "wrong_type /left_out/0"},
    {"{}", R"([["exporter"]])", "wrong_type /left_out/0"},
    {"{}", R"(["shoe_size"])", "unknown_fact /left_out/0"},
    {"{}", R"([""])", "unknown_fact /left_out/0"},
    {"{}", R"(["exporter"])", "not_answered /left_out/0"},
    {R"({"exporter":null})", R"(["exporter"])", "not_answered /left_out/0"},
    {R"({"exporter":false})", R"(["exporter","exporter"])", "duplicate_fact /left_out/1"},
    // Yes is not the answer of who left it out; nor is a choice among others.
    {R"({"exporter":true})", R"(["exporter"])", "not_left_out /left_out/0"},
    {R"({"situations":["arrears"]})", R"(["situations"])", "not_left_out /left_out/0"},
    {R"({"recruit_need":1})", R"(["recruit_need"])", "not_left_out /left_out/0"},
    // No list asks where the company is.
    {R"({"district":"360702"})", R"(["district"])", "not_left_out /left_out/0"},
};

std::string refusalOf(const Reply& reply) {
  const json::Value problem = parse(reply.body);
  BOOST_TEST(at(problem, "/issues").elements.size() == 1U, reply.body);
  return textAt(problem, "/issues/0/code") + " " + textAt(problem, "/issues/0/pointer");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ProfileLeftOut)

BOOST_AUTO_TEST_CASE(no_mark_one_and_all_are_kept_as_they_were_given) {
  const live::LiveService service;
  const std::string profile = R"({"exporter":false,"situations":[],"recruit_need":0})";
  for (const std::string marks :
       {"[]", R"(["exporter"])", R"(["situations","exporter","recruit_need"])"}) {
    const json::Value kept = parse(savedMarks(service, profile, marks));
    BOOST_TEST(kept.elements.size() == parse(marks).elements.size(), marks);
  }
  const AllLeftOut all = allLeftOut(service);
  BOOST_TEST(parse(all.marks).elements.size() > 20U);
  BOOST_TEST(parse(savedMarks(service, all.profile, all.marks)).elements.size() ==
             parse(all.marks).elements.size());
}

BOOST_AUTO_TEST_CASE(an_absent_list_and_null_are_no_marks) {
  const live::LiveService service;
  BOOST_TEST(savedMarks(service, R"({"exporter":false})", "null") == "[]");
  const std::string code = live::save(service);
  BOOST_TEST(marksIn(service.get(live::kMine, live::bearer(code))) == "[]");
}

BOOST_AUTO_TEST_CASE(a_change_replaces_the_marks_with_the_profile) {
  const live::LiveService service;
  const std::string profile = R"({"exporter":false,"situations":[]})";
  const std::string code = live::save(service, bodyWith(profile, R"(["exporter","situations"])"));
  const auto change = [&](const std::string& marks, int revision) {
    const auto reply = service.put(
        live::kMine, bodyWith(profile, marks, "\"revision\":" + std::to_string(revision)),
        live::bearer(code));
    BOOST_TEST(reply.status == 200, reply.text);
    return marksIn(service.get(live::kMine, live::bearer(code)));
  };
  BOOST_TEST(change(R"(["situations"])", 1) == R"(["situations"])");
  BOOST_TEST(change("[]", 2) == "[]");
}

BOOST_AUTO_TEST_CASE(a_profile_of_an_earlier_service_has_no_marks) {
  const live::LiveService service;
  const std::string code = live::keepOlderProfile(service);
  BOOST_TEST(marksIn(service.get(live::kMine, live::bearer(code))) == "[]");
}

BOOST_AUTO_TEST_CASE(a_mark_that_todays_screens_do_not_give_is_dropped_on_reading) {
  const live::LiveService service;
  const std::string code = live::keepOlderProfile(
      service, false,
      R"({"district":"360702","exporter":false,"situations":["arrears"]},)"
      R"("left_out":["district","exporter","situations","loan_need","gone"])");
  BOOST_TEST(marksIn(service.get(live::kMine, live::bearer(code))) == R"(["exporter"])");
}

BOOST_DATA_TEST_CASE(a_wrong_mark_is_refused_by_name, kBad, bad) {
  static const live::LiveService service;
  static const std::string code = live::save(service);
  const auto added = service.post("/api/v1/profiles", bodyWith(bad.profile, bad.marks));
  BOOST_TEST(added.status == 400, added.text);
  BOOST_TEST(refusalOf(added) == bad.refusal);
  const auto changed = service.put(live::kMine, bodyWith(bad.profile, bad.marks, R"("revision":1)"),
                                   live::bearer(code));
  BOOST_TEST(changed.status == 400, changed.text);
  BOOST_TEST(refusalOf(changed) == bad.refusal);
}

BOOST_AUTO_TEST_CASE(a_wrong_profile_hides_no_member_of_the_body) {
  const live::LiveService service;
  const auto reply =
      service.post("/api/v1/profiles", bodyWith(R"({"employees":-1})", R"(["employees"])"));
  BOOST_TEST(refusalOf(reply) == "negative /profile/employees");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
