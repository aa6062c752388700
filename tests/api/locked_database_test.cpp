#include <string>

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "live/live_service.h"

namespace policycalc::api::test {
namespace {

constexpr const char* kSuggestion = R"({"kind":"suggestion","message":"建议公开电话"})";

/// Holds the write lock of a database from outside of the service.
class Lock {
 public:
  explicit Lock(const std::filesystem::path& database)
      : session_(soci::sqlite3, "dbname=" + database.string()) {
    session_ << "BEGIN IMMEDIATE";
  }

 private:
  soci::session session_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(LockedDatabase)

BOOST_AUTO_TEST_CASE(a_write_is_answered_503_with_retry_after) {
  const store::test::TemporaryFolder folder;
  store::StoreOptions options;
  options.path = folder.database();
  options.busy_timeout_seconds = 1;
  const live::LiveService service(options);
  {
    const Lock lock(folder.database());
    const auto reply = service.post("/api/v1/feedback", kSuggestion);
    BOOST_TEST(reply.status == 503);
    BOOST_TEST(reply.header("Retry-After") == "1");
    BOOST_TEST(reply.header("Content-Type") == "application/problem+json");
    BOOST_TEST(reply.body.find("database") == std::string::npos);
    BOOST_TEST(reply.body.find("服务繁忙") != std::string::npos);
    // Readers do not wait for the writer.
    BOOST_TEST(service.get("/api/v1/feedback/state", live::bearer("no code")).status == 404);
    const auto ready = service.get("/health/ready");
    BOOST_TEST(ready.status == 503);
    BOOST_TEST(ready.header("Retry-After") == "3");
    BOOST_TEST(ready.body.find("\"code\":\"database_locked\"") != std::string::npos);
    BOOST_TEST(service.get("/metrics").body.find("\npolicycalc_ready 0\n") != std::string::npos);
  }
  BOOST_TEST(service.post("/api/v1/feedback", kSuggestion).status == 201);
  const std::string log = service.log();
  BOOST_TEST(log.find(" endpoint failed: the database is busy: ") != std::string::npos, log);
  BOOST_TEST(log.find("database is locked (SQLite result 5)\n") != std::string::npos, log);
  BOOST_TEST(log.find(" POST /api/v1/feedback 503 ") != std::string::npos, log);
  const std::string metrics = service.get("/metrics").body;
  BOOST_TEST(metrics.find("{operation=\"write\",reason=\"busy\"} 0\n") == std::string::npos,
             metrics);
  BOOST_TEST(metrics.find("{operation=\"write\",reason=\"full\"} 0\n") != std::string::npos,
             metrics);
  for (const char* secret : {"INSERT", "insert", "建议", "feedback ("}) {
    BOOST_TEST(log.find(secret) == std::string::npos, log);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
