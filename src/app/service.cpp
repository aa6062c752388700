#include "app/service.h"

#include <chrono>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/api/largest_body.h"
#include "policycalc/web/failures.h"

#include "app/clock.h"
#include "app/memory.h"

namespace policycalc::app {
namespace {

http::ServerOptions serverOptions(const Settings& settings, const http::LineSink& log,
                                  const http::Router& router) {
  http::ServerOptions options;
  options.host = settings.host;
  options.port = static_cast<std::uint16_t>(settings.port);
  options.max_connections = static_cast<std::size_t>(settings.max_connections);
  options.request_deadline = std::chrono::seconds(settings.request_deadline_seconds);
  options.keep_alive_timeout = std::chrono::seconds(settings.keep_alive_seconds);
  options.drain = std::chrono::seconds(settings.drain_seconds);
  options.reserved_prefix = "/health";
  options.after_storm = giveMemoryBack;
  options.compress_answers = settings.compress;
  options.cors_prefix = settings.cors ? "/api/v1" : "";
  options.cors_except = "/api/v1/hall";  // only this service's pages may call it
  options.trusted_proxies = settings.trusted_proxies;
  options.access_log = log;
  options.error_log = log;
  options.failure_of = web::failureOf;
  options.max_body_bytes = api::kLargestBody;
  options.body_limit = [&router](const http::Request& head) { return router.bodyLimit(head); };
  return options;
}

desk::SecondFactorRule secondFactorRule(std::string_view word) {
  if (word == "off") return desk::SecondFactorRule::kOff;
  return word == "everybody" ? desk::SecondFactorRule::kEverybody
                             : desk::SecondFactorRule::kAdministrators;
}

desk::DeskOptions deskOptions(const Settings& settings) {
  desk::DeskOptions options;
  options.allowed_hosts = settings.allowed_hosts;
  options.idle = std::chrono::minutes(settings.session_idle_minutes);
  options.absolute = std::chrono::minutes(settings.session_absolute_minutes);
  options.second_factor = secondFactorRule(settings.second_factor);
  return options;
}

std::chrono::seconds catalogueKept(const Settings& settings) {
  return store::kCatalogueMonth * settings.catalogue_months;
}

std::vector<Janitor::Duty> janitorsDuties(store::Store& store, std::chrono::seconds kept) {
  using Time = std::chrono::sys_seconds;
  return {
      // Before the profiles: the authorisation of an applicant may rest on a saved profile, which
      // tells how it ended.
      {"applicants without authorisation",
       [&store](Time at) { return store.applicants().endOver(at); }},
      {"expired profiles", [&store](Time at) { return store.savedProfiles().removeExpired(at); }},
      {"catalogue versions",
       [&store, kept](Time at) { return store.catalogueVersions().removeOver(at, kept); }}};
}

/// A watch is a duty that removes nothing.
Janitor::Duty watchDuty(ServiceClock& clock, HealthWatch& health) {
  return {"nothing", [&](std::chrono::sys_seconds) {
            clock.look();
            health.look();
            return std::size_t{0};
          }};
}

}  // namespace

Service::Service(const Settings& settings, Content content, bool accept_clock)
    : metrics_address_(settings.metrics_address),
      content_(std::move(content)),
      log_([this](std::string_view line) { log_writer_.write(line); }),
      keyed_(openKeyedStore(settings)),
      clock_(keyed_.store->clock(), {.now = now, .awake = awake, .log = log_}),
      catalogues_(content_.catalogue, &keyed_.store->catalogueVersions()),
      code_door_([this] { return clock_.now(); }),
      shared_{.catalogues = catalogues_,
              .store = *keyed_.store,
              .today = today,
              .now = [this] { return clock_.now(); },
              .service_key = keyed_.ring,
              .code_door = code_door_},
      public_services_{shared_,
                       settings.backup_days,
                       {.anonymous = settings.anonymous_points, .key = settings.key_points},
                       content_.conformance,
                       [this] { return server_.counters(); },
                       [this] { return log_writer_.dropped(); },
                       catalogueKept(settings),
                       settings.public_url},
      desk_services_{shared_, content_.deadlines, deskOptions(settings)},
      site_services_{catalogues_,
                     today,
                     settings.public_url,
                     [this](const std::string& path) { return content_.pages.versioned(path); },
                     {.anonymous_points = settings.anonymous_points,
                      .key_points = settings.key_points,
                      .catalogue_months = settings.catalogue_months,
                      .request_seconds = settings.request_deadline_seconds}},
      server_(serverOptions(settings, log_, router_),
              withFreshKeys(std::cref(router_), keyed_.ring)),
      health_(*keyed_.store, log_) {
  if (accept_clock) keyed_.store->clock().confirm(now());
  clock_.look();
  publish();
  desk::prepare(desk_services_);
  addRoutes();
}

void Service::publish() {
  const auto& catalogue = content_.catalogue;
  keyed_.store->catalogueVersions().publish({catalogue->hash(), now(), catalogue->content()});
  catalogues_.renderingFor(catalogue, today());  // makes it before the first request needs it
}

void Service::addRoutes() {
  const bool metrics_apart = !metrics_address_.empty();
  api::addRoutes(router_, public_services_, metrics_apart ? &metrics_router_ : nullptr);
  desk::addRoutes(router_, desk_services_);
  site::addRoutes(router_, site_services_);
  router_.fallback(site::withPageForUnknown(
      desk::withDeskPage(content_.pages, desk_services_.options), site_services_));
}

void Service::start() {
  metrics_.emplace(metrics_address_, metrics_router_, log_);
  watch_.emplace(std::vector{watchDuty(clock_, health_)},
                 JanitorOptions{.interval = std::chrono::minutes(1), .now = now, .log = {}});
  janitor_.emplace(janitorsDuties(*keyed_.store, public_services_.catalogue_kept),
                   JanitorOptions{.now = now, .log = log_, .clock_is_believed = [this] {
                                    return clock_.isBelieved();
                                  }});
  server_.start();
}

}  // namespace policycalc::app
