#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "policycalc/api/routes.h"
#include "policycalc/desk/desk.h"
#include "policycalc/http/router.h"
#include "policycalc/http/server.h"
#include "policycalc/store/store.h"
#include "policycalc/web/catalogues.h"
#include "policycalc/web/code_door.h"

#include "http/raw_client.h"
#include "store/store_place.h"

namespace policycalc::live {

/// The desk under the host name `test`, which the requests below use, with the cheapest hashes and
/// without a second factor.
desk::DeskOptions quickDesk();

/// The real policies folder of the source tree.
std::shared_ptr<const catalogue::Catalogue> realCatalogue();

/// The real calendar and deadlines of the desk.
const desk::Deadlines& realDeadlines();

/// The whole service on a free loopback port, with the real policies, a new database (beside a
/// PostgreSQL cluster in it) and service key, and a clock that shows 2026-11-25 08:00 UTC until a
/// test moves it. It believes X-Forwarded-For from 127.0.0.1, so that a test can be several
/// clients.
class LiveService {
 public:
  explicit LiveService(std::shared_ptr<const catalogue::Catalogue> catalogue = realCatalogue());
  LiveService(std::shared_ptr<const catalogue::Catalogue> catalogue,
              const std::filesystem::path& database);
  /// With a database of these options.
  explicit LiveService(const store::StoreOptions& database);
  /// With these options of the desk.
  explicit LiveService(desk::DeskOptions desk);
  /// With these limits; the others have none.
  explicit LiveService(api::CallLimits limits);
  ~LiveService();

  std::uint16_t port() const { return server_->port(); }
  const http::Router& router() const { return router_; }
  std::string log() const;
  store::Store& store() const { return *store_; }
  const vault::Key& serviceKey() const { return service_key_; }
  /// The folder of the database, if the service made it. Beside a PostgreSQL cluster it is empty.
  const std::filesystem::path& folder() const { return place_->path(); }
  /// The database, if the service made it.
  std::filesystem::path database() const { return place_->database(); }

  std::chrono::sys_seconds now() const {
    return std::chrono::sys_seconds(std::chrono::seconds(*clock_));
  }
  void moveClock(std::chrono::seconds by) const { *clock_ += by.count(); }
  /// What the program does each hour.
  void markMovedMeasures() const { desk::markMovedMeasures(*desk_services_); }

  /// `headers` are whole lines, each with its CRLF.
  http::test::Reply get(std::string_view target, std::string_view headers = {}) const;
  http::test::Reply del(std::string_view target, std::string_view headers = {}) const;
  http::test::Reply post(std::string_view target, std::string_view body,
                         std::string_view type = "application/json",
                         std::string_view headers = {}) const;
  http::test::Reply put(std::string_view target, std::string_view body,
                        std::string_view headers = {}) const;
  /// Any method; without a body no Content-Type and no Content-Length.
  http::test::Reply send(std::string_view method, std::string_view target,
                         std::string_view headers = {}) const;

 private:
  using Clock = std::atomic<std::int64_t>;  // seconds since 1970

  void start(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
             const store::StoreOptions& database);
  http::test::Reply sendBody(std::string_view method, std::string_view target,
                             std::string_view headers, std::string_view body) const;

  struct Log;
  std::unique_ptr<store::test::StorePlace> place_;
  std::shared_ptr<Log> log_;
  std::unique_ptr<Clock> clock_;
  vault::Key service_key_ = vault::Key::random();
  desk::DeskOptions desk_options_ = quickDesk();
  api::CallLimits limits_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<web::Catalogues> catalogues_;
  std::unique_ptr<web::CodeDoor> code_door_;
  std::unique_ptr<api::Services> public_services_;
  std::unique_ptr<desk::Services> desk_services_;
  http::Router router_;
  std::unique_ptr<http::Server> server_;
};

/// The header line of a client that has `code`.
std::string bearer(std::string_view code);
/// The header line that makes a request come from `address`.
std::string from(std::string_view address);

}  // namespace policycalc::live
