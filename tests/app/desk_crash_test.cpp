#include <condition_variable>
#include <csignal>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"
#include "policycalc/store/store.h"
#include "policycalc/vault/token.h"

#include "app/process.h"
#include "http/raw_client.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

using http::test::Reply;

constexpr int kRounds = 50;
constexpr int kClerks = 4;  // more than one, so that commits are shared
constexpr const char* kCsrf = "the token of the page";

/// The last thing that the service acknowledged of one matter.
struct Acknowledged {
  std::int64_t applicant = 0;
  std::int64_t id = 0;  ///< 0: only the applicant
  std::int64_t revision = 0;
  std::string state;
  bool ticked = false;
  int notes = 0;
};

/// A database with a clerk whose log-in outlasts the test.
class Desk {
 public:
  Desk() {
    const auto store = open();
    store::StaffMember clerk;
    clerk.login = "clerk";
    clerk.name = "李娜";
    clerk.role = desk::Role::kClerk;
    clerk.county = "360702";
    clerk.password_hash = "none";
    clerk.must_change = false;
    const std::int64_t id = store->staff().add(clerk, {});
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    BOOST_TEST_REQUIRE(store->staffSessions().logIn({vault::tokenId(token_), id, kCsrf, now, now},
                                                    clerk.password_hash, {id, "", now}));
  }

  std::unique_ptr<store::Store> open() const {
    store::StoreOptions options;
    options.path = folder_.database();
    return store::openStore(options);
  }
  std::string database() const { return folder_.database().string(); }
  const vault::Token& token() const { return token_; }

 private:
  store::test::TemporaryFolder folder_;
  vault::Token token_ = vault::Token::random();
};

/// Counts the changes of all clerks in one round that the service acknowledged.
class Tally {
 public:
  void add() {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++count_;
    changed_.notify_all();
  }
  void end() {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++ended_;
    changed_.notify_all();
  }
  /// Waits until `count` are acknowledged or every clerk has stopped.
  int waitFor(int count) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return count_ >= count || ended_ == kClerks; });
    return count_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int count_ = 0;
  int ended_ = 0;
};

/// A clerk who opens and finishes one matter after another until the service no longer answers.
class Clerk {
 public:
  Clerk(std::uint16_t port, const Desk& desk, Tally& tally)
      : port_(port), desk_(desk), tally_(tally) {}

  void work() {
    while (answered_) seeThrough();
    tally_.end();
  }

  const std::vector<Acknowledged>& acknowledged() const { return acknowledged_; }
  const std::string& refused() const { return refused_; }

 private:
  void seeThrough() {
    const auto applicant = send(
        "POST", "/applicants",
        R"({"name":"公司","profile":{"district":"360702","quality_awards":["china_quality_award"]},)"
        R"("verified":[],"authorisation":{"given":"paper","for_matters":true,"given_by":"王经理",)"
        R"("days":365},"is_another":true})");
    if (!applicant) return;
    Acknowledged done;
    done.applicant = numberIn(*applicant, "id");
    acknowledged_.push_back(done);
    const auto opened =
        send("POST", "/matters",
             R"({"applicant":)" + std::to_string(done.applicant) + R"(,"measure":"11.1.1a"})");
    if (!opened) return;
    note(*opened);
    const std::string path = "/matters/" + std::to_string(acknowledged_.back().id);
    if (!change("PUT", path + "/documents", R"("ticked":[0])")) return;
    acknowledged_.back().ticked = true;
    if (!change("POST", path + "/steps", R"("to":"preparing")")) return;
    if (!send("POST", path + "/notes", R"({"text":"材料已看过"})")) return;
    ++acknowledged_.back().notes;
    change("POST", path + "/steps", R"("to":"handed_over","handler":null)");
  }

  bool change(const char* method, const std::string& path, const std::string& members) {
    const auto changed = send(
        method, path,
        "{" + members + R"(,"revision":)" + std::to_string(acknowledged_.back().revision) + "}");
    if (changed) note(*changed);
    return changed.has_value();
  }

  void note(const json::Value& answer) {
    Acknowledged& last = acknowledged_.back();
    last.id = numberIn(answer, "id");
    last.revision = numberIn(answer, "revision");
    last.state = answer.find("state")->text;
  }

  static std::int64_t numberIn(const json::Value& answer, const char* key) {
    return std::stoll(answer.find(key)->text);
  }

  /// The answer; nothing if none came or if it was a refusal, which is remembered.
  std::optional<json::Value> send(const char* method, const std::string& path,
                                  const std::string& body) {
    const Reply reply =
        ask(std::string(method) + " /api/v1/hall" + path +
            " HTTP/1.1\r\nHost: localhost\r\nCookie: __Host-policycalc=" + desk_.token().text() +
            "\r\nX-CSRF-Token: " + kCsrf +
            "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
            "\r\nConnection: close\r\n\r\n" + body);
    const bool whole = reply.status != 0 && json::read(reply.body).ok();
    if (!whole || reply.status >= 300) {
      answered_ = false;
      if (whole) refused_ = reply.text;
      return std::nullopt;
    }
    tally_.add();
    return *json::read(reply.body);
  }

  /// An empty reply if the service has ended.
  Reply ask(const std::string& request) const {
    try {
      return http::test::exchange(port_, request);
    } catch (const std::exception&) {
      return {};
    }
  }

  std::uint16_t port_;
  const Desk& desk_;
  Tally& tally_;
  bool answered_ = true;
  std::string refused_;
  std::vector<Acknowledged> acknowledged_;
};

/// Lets the clerks work and kills the program once `count` changes are acknowledged.
std::vector<Acknowledged> acknowledgedBeforeKill(const Desk& desk, int count) {
  Serving serving({"serve", "--port", "0", "--database", desk.database()}, {});
  BOOST_TEST_REQUIRE(serving.port() != 0);
  Tally tally;
  std::vector<Clerk> clerks(kClerks, Clerk(serving.port(), desk, tally));
  std::vector<std::thread> threads;
  for (Clerk& clerk : clerks) threads.emplace_back([&clerk] { clerk.work(); });
  const int reached = tally.waitFor(count);
  serving.signal(SIGKILL);
  serving.wait();
  for (std::thread& thread : threads) thread.join();
  std::vector<Acknowledged> all;
  for (const Clerk& clerk : clerks) {
    BOOST_TEST(clerk.refused() == "");
    all.insert(all.end(), clerk.acknowledged().begin(), clerk.acknowledged().end());
  }
  BOOST_TEST(reached >= count);
  return all;
}

/// Checks that nothing acknowledged is missing. Later changes may be there too.
void checkKept(store::Store& store, const Acknowledged& done) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  BOOST_TEST(store.applicants().find(done.applicant, now).has_value());
  if (done.id == 0) return;
  const auto file = store.matters().find(done.id, now);
  BOOST_TEST_REQUIRE(file.has_value());
  BOOST_TEST(file->matter.revision >= done.revision);
  if (file->matter.revision == done.revision) BOOST_TEST(nameOf(file->matter.state) == done.state);
  BOOST_TEST((!done.ticked || file->documents.front().ticked_by != 0));
  BOOST_TEST(static_cast<int>(file->notes.size()) >= done.notes);
}

/// Nothing is half there: each change of each matter has its entry in the trail, each state its
/// line in the history, and no matter is without its documents.
void checkWhole(store::Store& store) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  for (const store::Matter& matter : store.matters().list({}, now)) {
    const auto file = store.matters().find(matter.id, now);
    BOOST_TEST_REQUIRE(file.has_value());
    BOOST_TEST(file->documents.size() == 1U);
    BOOST_TEST((file->history.back().to == matter.state));
    std::set<std::int64_t> told;
    for (const auto& entry : store.audit().since(desk::AuditObject::kMatter, matter.id, 0))
      told.insert(entry.revision);
    BOOST_TEST(told.size() == static_cast<std::size_t>(matter.revision));
    BOOST_TEST(*told.rbegin() == matter.revision);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskAfterKill)

BOOST_AUTO_TEST_CASE(acknowledged_changes_are_whole_after_a_kill) {
  const Desk desk;
  std::vector<Acknowledged> all;
  for (int round = 0; round < kRounds; ++round) {
    const auto more = acknowledgedBeforeKill(desk, 10 + (round * 7) % 23);
    all.insert(all.end(), more.begin(), more.end());
    const auto store = desk.open();
    for (const Acknowledged& done : more) checkKept(*store, done);
  }
  // At the end of all rounds, check every one again.
  const auto store = desk.open();
  for (const Acknowledged& done : all) checkKept(*store, done);
  checkWhole(*store);
  BOOST_TEST(store->matters().list({}, {}).size() > static_cast<std::size_t>(kRounds));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
