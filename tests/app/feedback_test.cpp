#include "policycalc/api/feedback.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <signal.h>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"
#include "policycalc/vault/service_key.h"

#include "app/process.h"
#include "http/raw_client.h"
#include "store/temporary_folder.h"
#include "support/json_path.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;
using policycalc::test::parse;
using policycalc::test::textAt;
using Words = std::vector<std::string>;

/// A database as the service makes it, and the command line on it.
class Desk {
 public:
  Desk() {
    store::StoreOptions options;
    options.path = folder_.database();
    store_ = store::openStore(options);
  }

  const fs::path& path() const { return folder_.path(); }
  fs::path keyFile() const { return folder_.path() / "policycalc.key"; }
  store::Feedback& feedback() const { return store_->feedback(); }

  void add(const std::string& reference, const api::FeedbackText& text) const {
    store::FeedbackEntry entry;
    entry.query_lookup = "lookup of " + reference;
    entry.kind = "error";
    entry.measure = "11.1.1a";
    entry.catalogue = "sha256:00";
    entry.received_at = std::chrono::sys_days(std::chrono::days(20782)) + std::chrono::hours(17);
    entry.changed_at = entry.received_at;
    entry.state = "received";
    api::keepFeedback(feedback(), entry, text, *vault::loadOrCreateServiceKey(keyFile()),
                      [&] { return reference; });
  }

  Finished operator()(Words words) const {
    words.insert(words.begin(), "feedback");
    words.insert(words.end(), {"--database", folder_.database().string()});
    return run(words);
  }

 private:
  store::test::TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_;
};

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// Whether `text` is safe to print: no control character but line ends, no bidirectional one.
bool isHarmless(const std::string& text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) {
                        const auto byte = static_cast<unsigned char>(c);
                        return (byte < 0x20 && c != '\n') || byte == 0x7f;
                      }) &&
         !holds(text, "\u202e") && !holds(text, "\u009b");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(FeedbackCommand)

BOOST_AUTO_TEST_CASE(lists_shows_answers_and_removes) {
  const Desk desk;
  desk.add("F-AAAA-AA", {"金额有误", "0797-123"});
  desk.add("F-BBBB-BB", {"second", {}});
  const Finished list = desk({"list"});
  BOOST_TEST(list.exit_code == 0, list.err);
  BOOST_TEST(list.out ==
             "reference  state     kind   measure  received (UTC+8)\n"
             "F-BBBB-BB  received  error  11.1.1a  2026-11-26 01:00\n"
             "F-AAAA-AA  received  error  11.1.1a  2026-11-26 01:00\n");
  BOOST_TEST(desk({"show", "faaaaaa"}).out ==
             "reference: F-AAAA-AA\n"
             "state:     received, since 2026-11-26 01:00 (UTC+8)\n"
             "kind:      error\n"
             "measure:   11.1.1a\n"
             "catalogue: sha256:00\n"
             "received:  2026-11-26 01:00 (UTC+8)\n"
             "contact:   0797-123\n"
             "message:\n"
             "| 金额有误\n");
  BOOST_TEST(holds(desk({"show", "F-BBBB-BB"}).out, "contact:   -\n"));

  for (const std::string_view state : api::kFeedbackStates) {
    BOOST_TEST(desk({"set", "F-AAAA-AA", std::string(state)}).exit_code == 0);
    BOOST_TEST(desk.feedback().find("F-AAAA-AA").value().state == state);
  }
  BOOST_TEST(desk.feedback().find("F-BBBB-BB").value().state == "received");
  BOOST_TEST(desk({"remove", "F-AAAA-AA"}).exit_code == 0);
  BOOST_TEST(!desk.feedback().find("F-AAAA-AA").has_value());
  BOOST_TEST(desk({"show", "F-AAAA-AA"}).exit_code == 1);
  BOOST_TEST(desk.feedback().find("F-BBBB-BB").has_value());
}

BOOST_AUTO_TEST_CASE(without_feedback_the_list_is_only_its_head) {
  const Desk desk;
  const Finished list = desk({"list"});
  BOOST_TEST(list.exit_code == 0);
  BOOST_TEST(std::count(list.out.begin(), list.out.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(hostile_words_are_shown_and_never_obeyed) {
  const Desk desk;
  const std::string message(
      "\x1b[2J\x1b]0;owned\x07\nstate:     answered\r\b\b\u202egpj.exe\u009b31m\0<b>", 56);
  desk.add("F-AAAA-AA", {message, "a\nreference: F-0000-00\x1b[8m"});
  const Finished shown = desk({"show", "F-AAAA-AA"});
  BOOST_TEST(shown.exit_code == 0);
  BOOST_TEST(isHarmless(shown.out));
  BOOST_TEST(holds(shown.out,
                   "| <U+001B>[2J<U+001B>]0;owned<U+0007>\n"
                   "| state:     answered<U+000D><U+0008><U+0008><U+202E>gpj.exe<U+009B>31m"
                   "<U+0000><b>\n"));
  BOOST_TEST(holds(shown.out, "contact:   a<U+000A>reference: F-0000-00<U+001B>[8m\n"));
  const Finished refused = desk({"show", "\x1b[31mF-AAAA-AA\u202e"});
  BOOST_TEST(refused.exit_code == 1);
  BOOST_TEST(isHarmless(refused.err));
  BOOST_TEST(isHarmless(desk({"\x1b[31m\xff"}).err));
}

BOOST_AUTO_TEST_CASE(an_unknown_reference_is_refused) {
  const Desk desk;
  desk.add("F-AAAA-AA", {"a", {}});
  for (const std::string reference : {"F-AAAA-AB", "F-AAAA", "", "list"}) {
    for (const Words& words : {Words{"show", reference}, Words{"remove", reference},
                               Words{"set", reference, "answered"}}) {
      const Finished refused = desk(words);
      BOOST_TEST(refused.exit_code == 1, reference);
      BOOST_TEST(refused.out.empty());
      BOOST_TEST(std::count(refused.err.begin(), refused.err.end(), '\n') == 1);
    }
  }
  BOOST_TEST(desk.feedback().list().size() == 1U);
}

BOOST_AUTO_TEST_CASE(wrong_use_exits_2) {
  const Desk desk;
  desk.add("F-AAAA-AA", {"a", {}});
  for (const Words& words : std::vector<Words>{{},
                                               {"dance"},
                                               {"list", "F-AAAA-AA"},
                                               {"show"},
                                               {"show", "F-AAAA-AA", "answered"},
                                               {"remove"},
                                               {"remove", "F-AAAA-AA", "answered"},
                                               {"set"},
                                               {"set", "F-AAAA-AA"},
                                               {"set", "F-AAAA-AA", "done"},
                                               {"set", "F-AAAA-AA", ""},
                                               {"set", "F-AAAA-AA", "answered", "now"},
                                               {"list", "--port", "1"}}) {
    const Finished refused = desk(words);
    BOOST_TEST(refused.exit_code == 2, refused.err);
    BOOST_TEST(!refused.err.empty());
  }
  BOOST_TEST(desk.feedback().find("F-AAAA-AA").value().state == "received");
  BOOST_TEST(holds(run({"feedback", "--help"}).out, "Exit codes"));
}

BOOST_AUTO_TEST_CASE(a_wrong_path_creates_no_database) {
  const Desk desk;
  desk.add("F-AAAA-AA", {"secret words", {}});
  const fs::path nowhere = desk.path() / "nowhere";
  const Finished no_database = run({"feedback", "list", "--database", nowhere.string()});
  BOOST_TEST(no_database.exit_code == 3);
  BOOST_TEST(holds(no_database.err, "does not exist"));
  const Finished no_key = desk({"show", "F-AAAA-AA", "--service-key", nowhere.string()});
  BOOST_TEST(no_key.exit_code == 3);
  BOOST_TEST(holds(no_key.err, "does not exist"));
  BOOST_TEST(!fs::exists(nowhere));
  // Only reading a message needs the key.
  BOOST_TEST(desk({"list", "--service-key", nowhere.string()}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(another_key_opens_nothing) {
  const Desk desk;
  desk.add("F-AAAA-AA", {"secret words", {}});
  const fs::path other = desk.path() / "other.key";
  BOOST_TEST_REQUIRE(vault::loadOrCreateServiceKey(other).ok());
  const Finished failed = desk({"show", "F-AAAA-AA", "--service-key", other.string()});
  BOOST_TEST(failed.exit_code == 3);
  BOOST_TEST(failed.out.empty());
  BOOST_TEST(holds(failed.err, other.string()));
  BOOST_TEST(holds(failed.err, "does not fit the database"));
  BOOST_TEST(std::count(failed.err.begin(), failed.err.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(works_beside_the_service_that_received_it) {
  const store::test::TemporaryFolder folder;
  const std::string database = folder.database().string();
  Serving serving({"serve", "--port", "0", "--database", database}, {});
  BOOST_TEST_REQUIRE(serving.port() != 0);
  const std::string body = R"({"kind":"suggestion","message":"larger type"})";
  const auto told = http::test::exchange(
      serving.port(),
      "POST /api/v1/feedback HTTP/1.1\r\nHost: t\r\nConnection: close\r\nContent-Type: "
      "application/json\r\nContent-Length: " +
          std::to_string(body.size()) + "\r\n\r\n" + body);
  BOOST_TEST_REQUIRE(told.status == 201, told.text);
  const std::string reference = textAt(parse(told.body), "/reference");
  const std::string code = textAt(parse(told.body), "/query_code");
  BOOST_TEST(
      holds(run({"feedback", "show", reference, "--database", database}).out, "| larger type\n"));
  BOOST_TEST(run({"feedback", "set", reference, "answered", "--database", database}).exit_code ==
             0);
  const auto state = http::test::exchange(
      serving.port(),
      "GET /api/v1/feedback/state HTTP/1.1\r\nHost: t\r\nConnection: close\r\nAuthorization: "
      "Bearer " +
          code + "\r\n\r\n");
  BOOST_TEST(state.body == R"({"state":"answered"})");
  serving.signal(SIGTERM);
  const Finished ended = serving.wait();
  BOOST_TEST(ended.exit_code == 0);
  BOOST_TEST(!holds(ended.err, code));
  BOOST_TEST(!holds(ended.err, "larger type"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
