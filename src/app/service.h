#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "policycalc/http/server.h"
#include "policycalc/http/static_files.h"
#include "policycalc/store/publications.h"
#include "policycalc/web/code_door.h"

#include "app/health_watch.h"
#include "app/in_use.h"
#include "app/janitor.h"
#include "app/keyed_store.h"
#include "app/log_writer.h"
#include "app/metrics_server.h"
#include "app/node_watch.h"
#include "app/published.h"
#include "app/served.h"
#include "app/server_time.h"
#include "app/service_clock.h"
#include "app/settings.h"
#include "app/unserved_note.h"

namespace policycalc::app {

/// Everything that `policycalc serve` runs, wired in the order in which each part needs the ones
/// before it, and ended in the opposite order. For one thread; the parts have threads themselves.
class Service {
 public:
  struct Content {
    /// Those of the policies folder; served until others are published on the database.
    Folder folder;
    http::StaticFiles pages;
  };

  /// Opens the database and its key and takes the policies in use. With `accept_clock` the time of
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
  std::shared_ptr<const Served> servedBy(Policies policies) const;

  const Settings settings_;
  const http::StaticFiles pages_;
  LogWriter log_writer_;
  const http::LineSink log_;
  const KeyedStore keyed_;
  store::Publications publications_;
  ServerTime server_time_;
  ServiceClock clock_;
  const std::shared_ptr<web::Share> share_ = std::make_shared<web::Share>();
  web::CodeDoor code_door_;
  UnservedNote unserved_;
  const Lasting lasting_;
  Beginning beginning_;
  InUse<Served> served_;
  http::Server server_;
  HealthWatch health_;
  // From start() on.
  std::optional<MetricsServers> metrics_;
  std::optional<PublicationWatch> publication_watch_;
  std::optional<Janitor> publication_rounds_;
  std::optional<NodeWatch> node_watch_;
  std::optional<Janitor> node_rounds_;
  std::optional<Janitor> watch_;
  std::optional<Janitor> janitor_;
};

}  // namespace policycalc::app
