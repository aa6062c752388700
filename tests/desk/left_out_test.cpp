// The desk sees which answers an applicant gave by leaving them out of a list.
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/audit.h"

#include "desk/casework.h"
#include "live/saving.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;

const std::string kProfile = R"({"district":"360702","exporter":false,"situations":[]})";

/// The body of a change with the marks `left_out`.
std::string change(int revision, const std::string& left_out, const std::string& verified = "[]",
                   const std::string& profile = kProfile) {
  std::string body = changedApplicant(revision, profile, verified);
  return body.insert(1, R"("left_out":)" + left_out + ",");
}

/// How a fact was given and by whom: `left_out li`; `none` where it has no answer.
std::string givenBy(const Reply& reply, const std::string& fact) {
  const json::Value body = bodyOf(reply);
  const json::Value* origin = at(body, "/provenance").find(fact);
  if (origin == nullptr) return "none";
  return textAt(*origin, "/by") + " " + textAt(*origin, "/staff/name");
}

struct Desk {
  const live::LiveService service;
  Browser wang = signedInAt(service, "wang", "clerk", kZhanggong);
  Browser li = signedInAt(service, "li", "clerk", kZhanggong);
  const std::string path =
      help(wang, helpedBody("赣州甲食品有限公司", kProfile, "[]", R"(,"left_out":["exporter"])"));
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskLeftOut)

BOOST_FIXTURE_TEST_CASE(a_new_applicant_keeps_the_marks, Desk) {
  const Reply shown = wang.get(path);
  BOOST_TEST(givenBy(shown, "exporter") == "left_out 工作人员wang");
  BOOST_TEST(givenBy(shown, "situations") == "declared 工作人员wang");
}

BOOST_FIXTURE_TEST_CASE(an_answer_given_on_purpose_takes_the_mark_away_and_names_who_took_it,
                        Desk) {
  const Reply same = li.put(path, change(1, R"(["exporter"])"));
  BOOST_TEST(same.status == 200, same.text);
  BOOST_TEST(textAt(bodyOf(same), "/revision") == "1");
  const Reply said = li.put(path, change(1, "[]"));
  BOOST_TEST(said.status == 200, said.text);
  BOOST_TEST(givenBy(said, "exporter") == "declared 工作人员li");
  BOOST_TEST(givenBy(said, "situations") == "declared 工作人员wang");
  const Reply seen = wang.put(path, change(2, R"(["situations"])", R"(["exporter"])"));
  BOOST_TEST(givenBy(seen, "exporter") == "verified 工作人员wang");
  BOOST_TEST(givenBy(seen, "situations") == "left_out 工作人员wang");
  const Reply reopened = li.put(path, change(3, "[]", "[]", R"({"district":"360702"})"));
  BOOST_TEST(givenBy(reopened, "situations") == "none");
}

BOOST_FIXTURE_TEST_CASE(the_trail_names_a_fact_whose_mark_changed, Desk) {
  li.put(path, change(1, "[]"));
  store::AuditQuery query;
  query.object = AuditObject::kApplicant;
  query.object_id = 1;
  const auto entries = service.store().audit().list(query);
  BOOST_TEST_REQUIRE(!entries.empty());
  BOOST_TEST((entries[0].action == AuditAction::kChanged));
  BOOST_TEST((entries[0].fields == std::vector<std::string>{"exporter"}));
}

BOOST_FIXTURE_TEST_CASE(a_body_without_marks_has_none, Desk) {
  const Reply changed = li.put(path, changedApplicant(1, kProfile));
  BOOST_TEST(givenBy(changed, "exporter") == "declared 工作人员li");
}

BOOST_FIXTURE_TEST_CASE(wrong_marks_are_refused_by_name_and_change_nothing, Desk) {
  const auto refused = [&](const std::string& marks, const std::string& verified = "[]") {
    return refusalOf(li.put(path, change(1, marks, verified)));
  };
  BOOST_TEST(refused("true") == "400 wrong_type /left_out");
  BOOST_TEST(refused("[null]") == "400 wrong_type /left_out/0");
  BOOST_TEST(refused(R"(["shoe_size"])") == "400 unknown_fact /left_out/0");
  BOOST_TEST(refused(R"(["employees"])") == "400 not_answered /left_out/0");
  BOOST_TEST(refused(R"(["exporter","exporter"])") == "400 duplicate_fact /left_out/1");
  BOOST_TEST(refused(R"(["district"])") == "400 not_left_out /left_out/0");
  BOOST_TEST(refused(R"(["situations","exporter"])", R"(["exporter"])") ==
             "400 not_left_out /left_out/1");
  BOOST_TEST(givenBy(li.get(path), "exporter") == "left_out 工作人员wang");
}

BOOST_FIXTURE_TEST_CASE(a_matter_shows_the_mark_to_the_unit, Desk) {
  const Reply opened = wang.post("/matters", newMatter(path.substr(path.rfind('/') + 1), kFair));
  BOOST_TEST_REQUIRE(opened.status == 201, opened.text);
  BOOST_TEST(givenBy(opened, "exporter") == "left_out 工作人员wang");
}

BOOST_FIXTURE_TEST_CASE(by_code_the_marks_of_the_saved_profile_are_taken_over, Desk) {
  const std::string code = live::save(
      service, R"({"profile":{"company_name":"乙公司","exporter":false,"situations":[]},)"
               R"("left_out":["situations"],"expires_in_days":30,"consent":{"help":true}})");
  const Reply added = wang.send("POST", "/applicants", byCodeBody(), live::bearer(code));
  BOOST_TEST_REQUIRE(added.status == 201, added.text);
  BOOST_TEST(givenBy(added, "situations") == "left_out 工作人员wang");
  BOOST_TEST(givenBy(added, "exporter") == "declared 工作人员wang");
  const Reply with_marks =
      wang.send("POST", "/applicants", byCodeBody(R"(,"left_out":[])"), live::bearer(code));
  BOOST_TEST(refusalOf(with_marks) == "400 unknown_field /left_out");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
