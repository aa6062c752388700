// A live service over a database or a folder with a fault, and a disk that gets full.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <sys/resource.h>
#include <thread>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"

#include "publishing/keeping.h"
#include "publishing/serving.h"
#include "support/file_size_limit.h"
#include "support/json_path.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;
using policycalc::test::FileSizeLimit;
using store::PublishedPolicies;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  BOOST_TEST_REQUIRE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

/// A version that was put into the database past all checks, and what is said of it.
struct BadVersion {
  std::string name;
  void (*spoil)(PublishedPolicies&);
  std::string fault;
};

std::ostream& operator<<(std::ostream& out, const BadVersion& bad) {
  return out << bad.name;
}

const std::string kOtherHash = "sha256:" + std::string(64, '0');

const BadVersion kBadVersions[] = {
    {"damaged text",
     [](PublishedPolicies& policies) {
       policies.hash = kOtherHash;
       policies.content.resize(policies.content.size() / 2);
     },
     "content:1:"},
    {"another text", [](PublishedPolicies& policies) { policies.hash = kOtherHash; },
     "their text is that of sha256:"},
    {"made by a newer program",
     [](PublishedPolicies& policies) {
       policies.hash = kOtherHash;
       policies.content =
           replaced(policies.content, R"("parameters.json":{)", R"("parameters.json":{"later":1,)");
     },
     "unknown_field"},
    {"a newer calendar",
     [](PublishedPolicies& policies) {
       policies.workdays = replaced(policies.workdays, R"("note")", R"("later": 1, "note")");
     },
     "hall/workdays.json:"},
    {"a failing case",
     [](PublishedPolicies& policies) {
       policies.conformance =
           replaced(policies.conformance, R"("11.1.1a":"eligible")", R"("11.1.1a":"conditional")");
     },
     "fails: 11.1.1a is eligible, not conditional"},
};

void put(const Keeping& keeping, void (*spoil)(PublishedPolicies&)) {
  store::StoreOptions options;
  options.path = keeping.database();
  store::Publications publications(options);
  const std::int64_t in_use = publications.inUse();
  auto policies = publications.policies(in_use);
  BOOST_TEST_REQUIRE(policies.has_value());
  spoil(*policies);
  const auto number = publications.put({.kind = store::PublicationKind::kPublish,
                                        .hash = policies->hash,
                                        .at = std::chrono::sys_seconds(std::chrono::seconds(1)),
                                        .by = "甲",
                                        .why = "乙"},
                                       *policies, in_use);
  BOOST_TEST_REQUIRE(number.has_value());
}

/// The answer of `/health/ready` once it has a warning, or after as long as is promised.
json::Value readyWithWarning(unsigned short port) {
  constexpr int kMostRounds = 60;
  for (int round = 0; round < kMostRounds; ++round) {
    const std::string ready = get(port, "/health/ready");
    if (holds(ready, "policies_not_served") || round == kMostRounds - 1) {
      return policycalc::test::parse(ready);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return {};
}

std::string textAt(const json::Value& value, const std::string& path) {
  return policycalc::test::at(value, path).text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Faults)

BOOST_DATA_TEST_CASE(a_service_goes_on_by_the_old_version_and_says_why, kBadVersions, bad) {
  const Keeping keeping;
  std::string hash;
  {
    Serving serving(keeping.serve(), {});
    const std::string first = hashAt(serving.port());
    put(keeping, bad.spoil);
    const json::Value ready = readyWithWarning(serving.port());
    BOOST_TEST(textAt(ready, "/status") == "ready");
    hash = textAt(ready, "/unserved/catalogue");
    BOOST_TEST(textAt(ready, "/unserved/publication") == "2");
    BOOST_TEST(holds(textAt(ready, "/unserved/fault"), bad.fault),
               textAt(ready, "/unserved/fault"));
    BOOST_TEST(hashAt(serving.port()) == first);
    BOOST_TEST(holds(get(serving.port(), "/metrics"),
                     "policycalc_policies_unserved{catalogue=\"" + hash + "\"} 1\n"));
    serving.signal(SIGTERM);
    const Finished ended = serving.wait();
    BOOST_TEST(holds(ended.err, "- the policies " + hash + ", publication 2, cannot be taken: "),
               ended.err);
    BOOST_TEST(holds(ended.err, bad.fault), ended.err);
  }
  // A service that starts does the same, and one good version ends it.
  Serving serving(keeping.serve(), {});
  const std::string first = hashAt(serving.port());
  BOOST_TEST(textAt(readyWithWarning(serving.port()), "/unserved/catalogue") == hash);
  const Finished back = keeping.command({"rollback", first, "--by", "李娜", "--why", "坏了"});
  BOOST_TEST(back.exit_code == 0, back.err);
  std::this_thread::sleep_for(std::chrono::seconds(4));
  const std::string ready = get(serving.port(), "/health/ready");
  BOOST_TEST(holds(ready, R"("unserved":null)"), ready);
  BOOST_TEST(!holds(ready, "policies_not_served"), ready);
  BOOST_TEST(holds(get(serving.port(), "/metrics"), "policycalc_policies_unserved 0\n"));
}

BOOST_AUTO_TEST_CASE(a_service_with_a_bad_folder_starts_by_what_the_database_has) {
  const Keeping keeping;
  std::vector<std::string> words = keeping.serve();
  words.back() = keeping.policies().string();
  fs::resize_file(keeping.policies() / "parameters.json", 1000);
  Serving serving(words, {});
  BOOST_TEST_REQUIRE(serving.port() != 0);
  const json::Value ready = policycalc::test::parse(get(serving.port(), "/health/ready"));
  BOOST_TEST(holds(textAt(ready, "/unserved/fault"), "parameters.json:"));
  BOOST_TEST(holds(get(serving.port(), "/api/v1/measures/11.1.1a"), "11.1.1a"));
  serving.signal(SIGTERM);
  const Finished ended = serving.wait();
  BOOST_TEST(holds(ended.err, "- the policies of the folder cannot be taken: parameters.json:"),
             ended.err);

  // Without a version in the database there is nothing to serve.
  fs::remove(keeping.database());
  BOOST_TEST(run(words).exit_code == 1);
}

BOOST_AUTO_TEST_CASE(a_disk_that_gets_full_while_publishing_leaves_the_old_version) {
  const Keeping keeping;
  const std::string before = keeping.command({"versions"}).out;
  keeping.endAMeasure();
  constexpr rlim_t kPage = 4096;
  // From a log that cannot begin to one that lacks the later half of the texts.
  for (const rlim_t limit : {kPage, 8 * kPage, 64 * kPage}) {
    Finished finished;
    {
      const FileSizeLimit full(limit);
      finished = keeping.publish();
    }
    BOOST_TEST(finished.exit_code == 3, limit);
    BOOST_TEST(holds(finished.err, "nothing has changed: "), finished.err);
    BOOST_TEST(holds(finished.err, "store.db"), finished.err);
    BOOST_TEST(keeping.command({"versions"}).out == before);
  }
  const Serving serving(keeping.serve(), {});
  BOOST_TEST(holds(before, hashAt(serving.port()) + "  in use"));
  BOOST_TEST(keeping.publish().exit_code == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
