#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "policycalc/api/routes.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/desk.h"
#include "policycalc/http/router.h"
#include "policycalc/http/server.h"
#include "policycalc/http/static_files.h"
#include "policycalc/site/site.h"
#include "policycalc/web/catalogues.h"
#include "policycalc/web/code_door.h"
#include "policycalc/web/share.h"

#include "app/keyed_store.h"
#include "app/settings.h"

namespace policycalc::app {

/// Policies with all that is served beside the catalogue.
struct Policies {
  std::shared_ptr<const catalogue::Catalogue> catalogue;
  desk::Deadlines deadlines;
  std::shared_ptr<const std::string> conformance;  ///< see api::Services
};

/// What stays as it is when the policies change. All of it outlives what is served.
struct Lasting {
  const Settings& settings;
  const KeyedStore& keyed;
  const http::StaticFiles& pages;
  web::CodeDoor& code_door;
  std::function<std::chrono::sys_seconds()> now;
  std::function<http::ServerCounters()> http_counters;
  std::function<std::uint64_t()> dropped_log_lines;
  std::function<std::optional<api::Unserved>()> unserved;
  std::shared_ptr<web::DoorCounters> door_counters = std::make_shared<web::DoorCounters>();
  std::shared_ptr<const web::Share> share = std::make_shared<web::Share>();
  std::shared_ptr<desk::NameIndex> names = desk::makeNameIndex();
};

/// Everything that answers by one version of the policies: the endpoints with their documents,
/// indexes and caches. It is made anew and swapped whole, so that no two parts of it answer by
/// different versions. A request keeps the one with which it began. Any thread may call the
/// routers. Counters of calls and limits of callers begin anew with it.
class Served {
 public:
  /// Reckons the due days of matters by its calendar. Throws StoreError.
  Served(const Lasting& lasting, Policies policies);
  ~Served() = default;
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  http::Response answer(const http::Request& request) const { return answer_(request); }
  const http::Router& router() const { return router_; }
  const http::Router& metricsRouter() const { return metrics_router_; }

  /// Marks the matters whose measure has ended by its date. Throws StoreError.
  void markEndedMeasures() const { desk::markMovedMeasures(desk_services_); }

 private:
  const Policies policies_;
  web::Catalogues catalogues_;
  const web::Services shared_;
  const api::Services public_services_;
  const desk::Services desk_services_;
  const site::Services site_services_;
  http::Router router_;
  http::Router metrics_router_;
  http::Endpoint answer_;
};

/// How long a version of the catalogue is kept after it stopped being the current one.
std::chrono::seconds catalogueKept(const Settings& settings);

}  // namespace policycalc::app
