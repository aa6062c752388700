#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/casework.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;

/// An open page: it keeps the ETag of what it shows and asks for another answer only.
class Page {
 public:
  Page(Browser& browser, std::string path) : browser_(browser), path_(std::move(path)) {}

  /// The status of the answer, whose ETag the page keeps.
  int look() {
    const Reply reply = ask("GET");
    const std::string etag = reply.header("ETag");
    BOOST_TEST_REQUIRE(!etag.empty());
    if (reply.status == 200) BOOST_TEST(etag != etag_);
    if (reply.status == 304) BOOST_TEST(reply.body.empty());
    etag_ = etag;
    return reply.status;
  }
  Reply ask(const std::string& method) const {
    return browser_.send(method, path_, "",
                         etag_.empty() ? "" : "If-None-Match: " + etag_ + "\r\n");
  }
  const std::string& etag() const { return etag_; }

 private:
  Browser& browser_;
  std::string path_;
  std::string etag_;
};

std::size_t looksOnTrail(const Casework& desk, AuditObject object, AuditAction action) {
  store::AuditQuery query;
  query.object = object;
  std::size_t looks = 0;
  for (const auto& entry : desk.service.store().audit().list(query)) {
    looks += entry.action == action ? 1 : 0;
  }
  return looks;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskConditional)

BOOST_AUTO_TEST_CASE(a_matter_that_has_not_changed_is_not_sent_again_and_not_on_the_trail) {
  Casework desk;
  Page page(desk.clerk, desk.open());
  const auto looks = [&] { return looksOnTrail(desk, AuditObject::kMatter, AuditAction::kViewed); };
  BOOST_TEST(page.look() == 200);
  BOOST_TEST(looks() == 1U);
  for (int i = 0; i < 3; ++i) BOOST_TEST(page.look() == 304);
  BOOST_TEST(page.ask("HEAD").status == 304);
  BOOST_TEST(looks() == 1U);
  BOOST_TEST(desk.clerk.get("/matters/1").status == 200);
  BOOST_TEST(looks() == 2U);
}

BOOST_AUTO_TEST_CASE(every_change_of_a_matter_changes_its_etag) {
  Casework desk;
  desk.nameHandler();
  const std::string path = desk.open();
  Page page(desk.clerk, path);
  BOOST_TEST(page.look() == 200);
  const auto seen = [&](const Reply& change) {
    BOOST_TEST(change.status == 200, change.text);
    const int status = page.look();
    BOOST_TEST(page.etag() == change.header("ETag"));
    BOOST_TEST(page.look() == 304);
    return status;
  };
  BOOST_TEST(seen(desk.clerk.post(path + "/notes", R"({"text":"一"})")) == 200);
  BOOST_TEST(seen(desk.clerk.post(path + "/notes", R"({"text":"一"})")) == 200);
  BOOST_TEST(seen(desk.clerk.put(path + "/documents", R"({"ticked":[0],"revision":1})")) == 200);
  BOOST_TEST(seen(desk.clerk.put(path + "/documents", R"({"ticked":[],"revision":2})")) == 200);
  BOOST_TEST(seen(desk.clerk.post(path + "/steps", stepTo("preparing", 3))) == 200);
  const std::string unit = valueAt(desk.clerk.get(path), "/unit/id");
  const Reply given = desk.supervisor.put(path + "/handler",
                                          handlerBody(unit, std::to_string(desk.supervisor_id), 4));
  BOOST_TEST(given.status == 200);
  BOOST_TEST(page.look() == 200);
  BOOST_TEST(page.look() == 304);
}

BOOST_AUTO_TEST_CASE(a_change_of_shown_staff_changes_the_etag_of_a_matter) {
  Casework desk;
  const std::string path = desk.open();
  Page page(desk.clerk, path);
  BOOST_TEST(page.look() == 200);
  desk.nameHandler();
  BOOST_TEST(page.look() == 200);  // another handler is suggested
  BOOST_TEST(page.look() == 304);
  employAt(desk.service, "feng", "handler", "", kMarketRegulation);
  BOOST_TEST(page.look() == 200);  // there is another candidate
  BOOST_TEST(page.look() == 304);
  BOOST_TEST(
      desk.clerk.put(desk.applicant, changedApplicant(1, kAwarded, "[]", "赣州乙食品有限公司"))
          .status == 200);
  BOOST_TEST(page.look() == 200);  // the applicant has another name
  BOOST_TEST(page.look() == 304);
  BOOST_TEST(desk.clerk.put(desk.applicant + "/authorisation", authorisation()).status == 200);
  BOOST_TEST(page.look() == 200);
  desk.service.moveClock(std::chrono::days(1));
  BOOST_TEST(page.look() == 200);  // fewer workdays are left
  BOOST_TEST(page.look() == 304);
  BOOST_TEST(desk.clerk.del(desk.applicant + "/authorisation").status == 200);
  BOOST_TEST(page.look() == 200);  // it is erased
  BOOST_TEST(page.look() == 304);
}

BOOST_AUTO_TEST_CASE(roles_that_may_do_different_things_have_different_etags) {
  Casework desk;
  const std::string path = desk.open();
  BOOST_TEST(desk.clerk.get(path).header("ETag") != desk.supervisor.get(path).header("ETag"));
}

BOOST_AUTO_TEST_CASE(an_etag_opens_no_matter_that_is_not_seen) {
  Casework desk;
  const std::string path = desk.open();
  const std::string etag = desk.clerk.get(path).header("ETag");
  Browser other = signedInAt(desk.service, "chen", "clerk", kNankang);
  for (const std::string& sent : {etag, std::string("*")}) {
    const std::string line = "If-None-Match: " + sent + "\r\n";
    BOOST_TEST(refusalOf(other.send("GET", path, "", line)) == "404 no_matter ");
    BOOST_TEST(refusalOf(other.send("GET", desk.applicant, "", line)) == "404 no_applicant ");
  }
}

BOOST_AUTO_TEST_CASE(an_applicant_that_has_not_changed_is_not_sent_again_and_not_on_the_trail) {
  Casework desk;
  Page page(desk.clerk, desk.applicant);
  const auto looks = [&] {
    return looksOnTrail(desk, AuditObject::kApplicant, AuditAction::kOpened);
  };
  BOOST_TEST(page.look() == 200);
  BOOST_TEST(looks() == 1U);
  BOOST_TEST(page.look() == 304);
  BOOST_TEST(page.ask("HEAD").status == 304);
  BOOST_TEST(looks() == 1U);
  const Reply changed =
      desk.clerk.put(desk.applicant, changedApplicant(1, kAwarded, "[]", "赣州乙食品有限公司"));
  BOOST_TEST(changed.status == 200);
  BOOST_TEST(page.look() == 200);
  BOOST_TEST(page.etag() == changed.header("ETag"));
  BOOST_TEST(looks() == 2U);
  const Reply renewed = desk.clerk.put(desk.applicant + "/authorisation", authorisation());
  BOOST_TEST(renewed.status == 200);
  BOOST_TEST(page.look() == 200);
  BOOST_TEST(page.etag() == renewed.header("ETag"));
  BOOST_TEST(page.look() == 304);
  BOOST_TEST(looks() == 3U);
  BOOST_TEST(desk.clerk.del(desk.applicant + "/authorisation").status == 200);
  BOOST_TEST(refusalOf(page.ask("GET")) == "404 no_applicant ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
