#include <array>
#include <latch>
#include <string>
#include <thread>
#include <utility>

#include <boost/test/unit_test.hpp>

#include "desk/helped.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;

std::string newMember(const std::string& login, const std::string& more = {}) {
  return R"({"login":")" + login + R"(","name":"李四","role":"clerk","county":"360702")" + more +
         "}";
}

std::string changed(const std::string& role, bool active, int revision) {
  return R"({"name":"李小四","role":")" + role + R"(","county":"360702","unit":")" +
         live::realCatalogue()->registry().units().front().id + R"(","active":)" +
         (active ? "true" : "false") + R"(,"revision":)" + std::to_string(revision) + "}";
}

std::string idOf(const Reply& reply) {
  return bodyOf(reply).find("staff")->find("id")->text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskStaff)

BOOST_AUTO_TEST_CASE(a_new_account_gets_a_password_that_is_shown_once_and_must_be_changed) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  const Reply added = admin.post("/staff", newMember("Li.Si"));
  BOOST_TEST(added.status == 201);
  const std::string password = bodyOf(added).find("password")->text;
  BOOST_TEST(bodyOf(added).find("staff")->find("login")->text == "li.si");
  BOOST_TEST(bodyOf(added).find("staff")->find("created_at")->text == "2026-11-25T08:00:00Z");
  Browser clerk(service);
  BOOST_TEST(clerk.logIn("li.si", password).status == 200);
  BOOST_TEST(codeOf(clerk.get("/staff")) == "password_change_required");
  const Reply list = admin.get("/staff");
  BOOST_TEST(list.status == 200);
  BOOST_TEST(bodyOf(list).find("staff")->elements.size() == 2U);
  BOOST_TEST(list.body.find(password) == std::string::npos);
  BOOST_TEST(list.body.find("argon2") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_taken_log_in_is_refused) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  BOOST_TEST(admin.post("/staff", newMember("li")).status == 201);
  BOOST_TEST(refusalOf(admin.post("/staff", newMember("LI"))) == "409 login_taken /login");
}

BOOST_AUTO_TEST_CASE(of_two_who_add_one_log_in_at_once_one_gets_409) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  Browser other(service);
  other.logIn("administrator");
  for (int round = 0; round < 20; ++round) {
    const std::string body = newMember("li" + std::to_string(round));
    std::array<Reply, 2> replies;
    std::latch ready(2);
    const auto add = [&](Browser& browser, Reply& reply) {
      ready.arrive_and_wait();
      reply = browser.post("/staff", body);
    };
    std::thread second([&] { add(other, replies[1]); });
    add(admin, replies[0]);
    second.join();
    if (replies[0].status != 201) std::swap(replies[0], replies[1]);
    BOOST_TEST(replies[0].status == 201);
    BOOST_TEST(refusalOf(replies[1]) == "409 login_taken /login");
  }
  BOOST_TEST(bodyOf(admin.get("/staff")).find("staff")->elements.size() == 21U);
}

BOOST_AUTO_TEST_CASE(faults_of_a_new_account_are_told_with_their_place) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  const auto refused = [&](const std::string& body) {
    return refusalOf(admin.post("/staff", body));
  };
  BOOST_TEST(refused("[]") == "400 wrong_type ");
  BOOST_TEST(refused(newMember("a b")) == "400 wrong_value /login");
  BOOST_TEST(refused(newMember("<script>")) == "400 wrong_value /login");
  BOOST_TEST(refused(newMember("li", R"(,"active":true)")) == "400 unknown_field /active");
  BOOST_TEST(refused(newMember("li", R"(,"password":"x")")) == "400 unknown_field /password");
  BOOST_TEST(refused(newMember("li", R"(,"unit":"nowhere")")) == "400 wrong_value /unit");
  BOOST_TEST(refused(R"({"login":"li","name":"李四","role":"root"})") == "400 wrong_value /role");
  BOOST_TEST(refused(R"({"login":"li","name":"李四","role":"clerk"})") ==
             "400 missing_field /county");
  BOOST_TEST(refused(R"({"login":"li","name":"李四","role":"handler","county":"360702"})") ==
             "400 missing_field /unit");
  BOOST_TEST(refused(R"({"login":"li","name":"李四","role":"clerk","county":"110000"})") ==
             "400 wrong_value /county");
  for (const std::string name : {"", " 李四", "李四 ", "李\\u0000四", "李\\n四"}) {
    BOOST_TEST(refused(R"({"login":"li","role":"supervisor","name":")" + name + "\"}") ==
                   "400 wrong_value /name",
               name);
  }
  BOOST_TEST(bodyOf(admin.get("/staff")).find("staff")->elements.size() == 1U);
}

BOOST_AUTO_TEST_CASE(names_are_bounded_in_characters) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  const auto add = [&](int length) {
    std::string name;
    for (int i = 0; i < length; ++i) name += "李";
    return admin
        .post("/staff", R"({"login":"n)" + std::to_string(length) +
                            R"(","role":"supervisor","name":")" + name + "\"}")
        .status;
  };
  BOOST_TEST(add(79) == 201);
  BOOST_TEST(add(80) == 201);
  BOOST_TEST(add(81) == 400);
}

BOOST_AUTO_TEST_CASE(a_change_names_the_revision_that_it_changes) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  const std::string path = "/staff/" + idOf(admin.post("/staff", newMember("li")));
  const Reply done = admin.put(path, changed("handler", true, 1));
  BOOST_TEST(done.status == 200);
  const json::Value body = bodyOf(done);
  BOOST_TEST(body.find("staff")->find("revision")->text == "2");
  BOOST_TEST(body.find("staff")->find("role")->text == "handler");
  BOOST_TEST(body.find("password") == nullptr);
  BOOST_TEST(refusalOf(admin.put(path, changed("clerk", true, 1))) == "409 changed_elsewhere ");
  BOOST_TEST(refusalOf(admin.put(path, changed("clerk", true, 0))) == "400 wrong_value /revision");
  BOOST_TEST(refusalOf(admin.put(path, "{}")) == "400 missing_field /active");
  BOOST_TEST(admin.put(path, changed("clerk", true, 2)).status == 200);
}

BOOST_AUTO_TEST_CASE(a_disabled_account_is_out_at_once_and_can_come_back) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  Browser clerk = signedIn(service, "clerk");
  const std::string path =
      "/staff/" + std::to_string(service.store().staff().findByLogin("clerk")->id);
  BOOST_TEST(admin.put(path, changed("clerk", false, 1)).status == 200);
  BOOST_TEST(clerk.get("/session").status == 401);
  BOOST_TEST(Browser(service).logIn("clerk").status == 401);
  BOOST_TEST(admin.put(path, changed("clerk", true, 2)).status == 200);
  BOOST_TEST(clerk.get("/session").status == 401);  // the old session has ended for good
  BOOST_TEST(Browser(service).logIn("clerk").status == 200);
}

BOOST_AUTO_TEST_CASE(a_reset_password_ends_all_sessions_of_its_owner) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  Browser clerk = signedIn(service, "clerk");
  const std::string path =
      "/staff/" + std::to_string(service.store().staff().findByLogin("clerk")->id) + "/password";
  const Reply reset = admin.send("POST", path, {});
  BOOST_TEST(reset.status == 200);
  BOOST_TEST(bodyOf(reset).find("staff")->find("must_change_password")->boolean);
  BOOST_TEST(clerk.get("/session").status == 401);
  BOOST_TEST(Browser(service).logIn("clerk").status == 401);
  Browser again(service);
  BOOST_TEST(again.logIn("clerk", bodyOf(reset).find("password")->text).status == 200);
  BOOST_TEST(admin.get("/session").status == 200);
}

BOOST_AUTO_TEST_CASE(administrators_cannot_lock_themselves_out) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  const std::string path = "/staff/1";
  BOOST_TEST(refusalOf(admin.put(path, changed("administrator", false, 1))) == "409 own_account ");
  BOOST_TEST(refusalOf(admin.put(path, changed("clerk", true, 1))) == "409 own_account ");
  BOOST_TEST(refusalOf(admin.send("POST", path + "/password", {})) == "409 own_account ");
  BOOST_TEST(admin.put(path, changed("administrator", true, 1)).status == 200);
}

BOOST_AUTO_TEST_CASE(other_spellings_of_an_id_are_not_found) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  for (const std::string id : {"2", "0", "-1", "+1", "01", "1.0", "1e0", "0x1", "%201", "1%20",
                               "99999999999999999999", "1;2", "1'--", "administrator"}) {
    BOOST_TEST(admin.put("/staff/" + id, changed("clerk", true, 1)).status == 404, id);
    BOOST_TEST(admin.send("POST", "/staff/" + id + "/password", {}).status == 404, id);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
