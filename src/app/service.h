#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "policycalc/api/routes.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/desk.h"
#include "policycalc/http/router.h"
#include "policycalc/http/server.h"
#include "policycalc/http/static_files.h"
#include "policycalc/site/site.h"
#include "policycalc/web/catalogues.h"
#include "policycalc/web/code_door.h"

#include "app/health_watch.h"
#include "app/janitor.h"
#include "app/keyed_store.h"
#include "app/log_writer.h"
#include "app/metrics_server.h"
#include "app/service_clock.h"
#include "app/settings.h"

namespace policycalc::app {

/// Everything that `policycalc serve` runs, wired in the order in which each part needs the ones
/// before it, and ended in the opposite order. For one thread; the parts have threads themselves.
class Service {
 public:
  struct Content {
    std::shared_ptr<const catalogue::Catalogue> catalogue;
    desk::Deadlines deadlines;
    http::StaticFiles pages;
    std::shared_ptr<const std::string> conformance;  ///< see api::Services
  };

  /// Opens the database and its key and publishes the catalogue. With `accept_clock` the time of
  /// now is confirmed first. Throws what openKeyedStore() throws, and StoreError.
  Service(const Settings& settings, Content content, bool accept_clock);
  ~Service() = default;
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  /// Starts the watches and listens, once. Throws as http::Server::start() does.
  void start();
  std::uint16_t port() const { return server_.port(); }
  /// Takes no more requests, lets those that run end, and returns.
  void stop() { server_.stop(); }

 private:
  void publish();
  void addRoutes();

  const std::vector<std::string> metrics_address_;
  const Content content_;
  LogWriter log_writer_;
  const http::LineSink log_;
  const KeyedStore keyed_;
  ServiceClock clock_;
  web::Catalogues catalogues_;
  web::CodeDoor code_door_;
  const web::Services shared_;
  const api::Services public_services_;
  const desk::Services desk_services_;
  const site::Services site_services_;
  http::Router router_;
  http::Router metrics_router_;
  http::Server server_;
  HealthWatch health_;
  // From start() on.
  std::optional<MetricsServers> metrics_;
  std::optional<Janitor> watch_;
  std::optional<Janitor> janitor_;
};

}  // namespace policycalc::app
