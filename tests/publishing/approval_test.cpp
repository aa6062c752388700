// With `second_approval`, what is published waits until a second person approves it.
#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "publishing/keeping.h"
#include "publishing/serving.h"

namespace policycalc::app::test {
namespace {

/// A keeper's database where a version waits that 李娜 published.
struct Waiting {
  Waiting() {
    keeping.endAMeasure();
    const Finished published = publish();
    BOOST_TEST_REQUIRE(published.exit_code == 0, published.err);
    const std::string words = published.out;
    const std::size_t end = words.find(" waits for approval");
    BOOST_TEST_REQUIRE(end != std::string::npos, words);
    constexpr std::size_t kHash = 71;  // `sha256:` and 64 digits
    hash = words.substr(end - kHash, kHash);
  }

  Finished publish() const {
    return run({"publish", keeping.policies().string(), "--by", "李娜", "--why", "换季",
                "--database", keeping.database()},
               {}, {"POLICYCALC_SECOND_APPROVAL=true"});
  }
  Finished approve(const std::string& by, const std::string& what = {}) const {
    return keeping.command({"approve", what.empty() ? hash : what, "--by", by});
  }
  Finished withdraw() const {
    return keeping.command({"withdraw", hash.substr(7, 10), "--by", "李娜", "--why", "写错了"});
  }
  std::string versions() const { return keeping.command({"versions"}).out; }

  Keeping keeping;
  std::string hash;
};

void refused(const Finished& finished, const std::string& why) {
  BOOST_TEST(finished.exit_code == 1);
  BOOST_TEST(holds(finished.err, "nothing has changed: " + why), finished.err);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Approval)

BOOST_AUTO_TEST_CASE(a_version_is_served_only_once_a_second_person_approves_it) {
  const Waiting waiting;
  const Serving serving(waiting.keeping.serve(), {});
  const std::string first = hashAt(serving.port());
  BOOST_TEST(first != waiting.hash);
  BOOST_TEST(holds(waiting.versions(), "-  " + waiting.hash + "  waits for approval\n"));
  BOOST_TEST(holds(waiting.versions(), "1  " + first + "  in use\n"));
  // Who knows its hash can look at it.
  BOOST_TEST(
      holds(get(serving.port(), "/api/v1/measures/11.1.1a?catalogue=" + waiting.hash), "2999"));
  BOOST_TEST(!holds(get(serving.port(), "/api/v1/measures/11.1.1a"), "2999"));

  refused(waiting.approve("李娜"), "`李娜` published it: a second person has to approve it");
  refused(waiting.approve(" 李 娜"), "`李娜` published it: a second person has to approve it");
  BOOST_TEST(hashAt(serving.port()) == first);

  const Finished approved = waiting.approve("王芳", waiting.hash.substr(7, 12));
  BOOST_TEST_REQUIRE(approved.exit_code == 0, approved.err);
  BOOST_TEST(holds(approved.out, "publication 2 is in use: " + waiting.hash), approved.out);
  BOOST_TEST(nextHash(serving.port(), first) == waiting.hash);
  const std::string versions = waiting.versions();
  BOOST_TEST(holds(versions, "2  " + waiting.hash + "  in use\n    published "), versions);
  BOOST_TEST(holds(versions, " by 李娜, approved by 王芳\n    why:  换季\n"), versions);
  BOOST_TEST(!holds(versions, "waits for approval"), versions);
  BOOST_TEST(holds(get(serving.port(), "/api/v1/conformance"), waiting.hash));
}

BOOST_AUTO_TEST_CASE(without_the_setting_it_is_in_use_at_once) {
  const Keeping keeping;
  keeping.endAMeasure();
  BOOST_TEST(holds(keeping.publish().out, "publication 2 is in use"));
  const Finished flag = keeping.command({"publish", keeping.policies().string(), "--by", "甲",
                                         "--why", "乙", "--second-approval", "false"});
  BOOST_TEST(flag.exit_code == 2);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_approved_is_told_by_name) {
  const Waiting waiting;
  refused(waiting.publish(), waiting.hash + " waits for approval already; `policycalc withdraw`");
  refused(waiting.approve("王芳", "abcdef"), "`abcdef` names no version");
  const std::string list = waiting.versions();
  const std::size_t at = list.find("\n1  ") + 4;
  const std::string first = list.substr(at, waiting.hash.size());
  refused(waiting.approve("王芳", first), first + " is in use already");
  BOOST_TEST(waiting.keeping.command({"approve", waiting.hash}).exit_code == 2);
  BOOST_TEST(waiting.keeping.command({"withdraw", waiting.hash, "--by", "甲"}).exit_code == 2);

  BOOST_TEST(waiting.withdraw().exit_code == 0);
  refused(waiting.approve("王芳"), waiting.hash + " was withdrawn by `李娜`");
  refused(waiting.withdraw(), waiting.hash + " was withdrawn by `李娜`");
  BOOST_TEST(holds(waiting.versions(), "-  " + waiting.hash + "  withdrawn\n"));
  BOOST_TEST(holds(waiting.versions(), " by 李娜: 写错了\n"));

  // It can be published again.
  BOOST_TEST(waiting.publish().exit_code == 0);
  BOOST_TEST(waiting.approve("王芳").exit_code == 0);
  refused(waiting.approve("王芳"), waiting.hash + " is in use already");
  refused(waiting.withdraw(), waiting.hash + " is in use already");
  const Finished back =
      waiting.keeping.command({"rollback", first, "--by", "李娜", "--why", "写错了"});
  BOOST_TEST(back.exit_code == 0, back.err);
  refused(waiting.approve("王芳"), waiting.hash + " was in use before; `policycalc rollback`");
}

BOOST_AUTO_TEST_CASE(of_two_approvals_at_once_one_wins) {
  const Waiting waiting;
  std::vector<Finished> finished(2);
  std::thread other([&] { finished[1] = waiting.approve("赵六"); });
  finished[0] = waiting.approve("王芳");
  other.join();
  BOOST_TEST(finished[0].exit_code + finished[1].exit_code == 1);
  refused(finished[finished[0].exit_code == 1 ? 0 : 1], waiting.hash + " is in use already");
  BOOST_TEST(holds(waiting.versions(), "2  " + waiting.hash + "  in use\n"));
  BOOST_TEST(!holds("\n" + waiting.versions(), "\n3  "));
}

BOOST_AUTO_TEST_CASE(a_version_that_was_tried_against_another_one_is_not_approved) {
  const Waiting waiting;
  waiting.keeping.endAMeasure("2999-06-29");
  BOOST_TEST(waiting.keeping.publish().exit_code == 0);  // without the setting
  refused(waiting.approve("王芳"), "publication 2 came into use after " + waiting.hash);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
