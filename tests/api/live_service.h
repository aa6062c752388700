#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "policycalc/api/catalogues.h"
#include "policycalc/api/routes.h"
#include "policycalc/http/router.h"
#include "policycalc/http/server.h"
#include "policycalc/store/soci_store.h"

#include "http/raw_client.h"
#include "store/temporary_folder.h"

namespace policycalc::api::test {

/// The real policies folder of the source tree.
std::shared_ptr<const catalogue::Catalogue> realCatalogue();

/// The whole service on a loopback port of its own, with the real policies, a database of its own
/// and a clock that stands at 2026-11-25.
class LiveService {
 public:
  explicit LiveService(std::shared_ptr<const catalogue::Catalogue> catalogue = realCatalogue());
  LiveService(std::shared_ptr<const catalogue::Catalogue> catalogue,
              const std::filesystem::path& database);
  ~LiveService();

  std::uint16_t port() const { return server_->port(); }
  const http::Router& router() const { return router_; }
  std::string log() const;

  http::test::Reply get(std::string_view target, std::string_view headers = {}) const;
  http::test::Reply post(std::string_view target, std::string_view body,
                         std::string_view type = "application/json") const;

 private:
  void start(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
             const std::filesystem::path& database);

  struct Log;
  std::unique_ptr<store::test::TemporaryFolder> folder_;
  std::shared_ptr<Log> log_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<Catalogues> catalogues_;
  http::Router router_;
  std::unique_ptr<http::Server> server_;
};

}  // namespace policycalc::api::test
