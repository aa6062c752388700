#include <chrono>
#include <csignal>
#include <functional>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "policycalc/api/routes.h"
#include "policycalc/base/detailed_error.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/desk.h"
#include "policycalc/http/router.h"
#include "policycalc/http/server.h"
#include "policycalc/http/static_files.h"
#include "policycalc/site/site.h"
#include "policycalc/store/store.h"
#include "policycalc/web/catalogues.h"
#include "policycalc/web/failures.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/hardening.h"
#include "app/health_watch.h"
#include "app/janitor.h"
#include "app/keyed_store.h"
#include "app/log_writer.h"
#include "app/memory.h"
#include "app/metrics_server.h"
#include "app/service_clock.h"
#include "app/workdays_file.h"

namespace policycalc::app {
namespace {

struct StartOptions {
  bool accept_clock = false;
};

http::ServerOptions serverOptions(const Settings& settings, const http::LineSink& log) {
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

/// Blocks SIGTERM, SIGINT and SIGQUIT in this thread and those it starts, so that `wait` receives
/// them.
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGTERM);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGQUIT);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    // A client that goes away makes the send fail and must not end the program.
    std::signal(SIGPIPE, SIG_IGN);
    // The service outlives the terminal that it was started from, and rereads nothing.
    std::signal(SIGHUP, SIG_IGN);
  }

  void wait() const {
    int signal = 0;
    sigwait(&set_, &signal);
  }

 private:
  sigset_t set_{};
};

std::string urlOf(const Settings& settings, std::uint16_t port) {
  const bool v6 = settings.host.find(':') != std::string::npos;
  return "http://" + (v6 ? "[" + settings.host + "]" : settings.host) + ":" + std::to_string(port);
}

int fail(const std::string& message) {
  return complain("policycalc serve", message, kFailed);
}

int refuse(const base::Issues& issues) {
  printIssues(issues);
  return complain("policycalc serve",
                  "not started: the policies have " + std::to_string(issues.size()) +
                      (issues.size() == 1 ? " issue" : " issues"),
                  kRefused);
}

std::vector<Janitor::Duty> janitorsDuties(store::Store& store) {
  using Time = std::chrono::sys_seconds;
  return {
      {"expired profiles", [&store](Time at) { return store.savedProfiles().removeExpired(at); }},
      // After the profiles: the authorisation of an applicant may rest on a saved profile.
      {"applicants without authorisation",
       [&store](Time at) { return store.applicants().endOver(at); }}};
}

/// A watch is a janitor with nothing to remove.
Janitor watchOver(ServiceClock& clock, HealthWatch& health) {
  return Janitor({{"nothing",
                   [&](std::chrono::sys_seconds) {
                     clock.look();
                     health.look();
                     return std::size_t{0};
                   }}},
                 {.interval = std::chrono::minutes(1), .now = now, .log = {}});
}

/// Publishes the catalogue and serves until a signal comes.
int serveCatalogue(const Settings& settings, const StartOptions& start,
                   const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                   const desk::Deadlines& deadlines) {
  const EndSignals signals;
  auto pages = http::StaticFiles::load(settings.webroot);
  if (!pages.ok()) return fail(settings.webroot + ": " + pages.error().message);
  LogWriter log_writer;
  const http::LineSink log = [&log_writer](std::string_view line) { log_writer.write(line); };
  const KeyedStore keyed = openKeyedStore(settings);
  const auto& store = keyed.store;
  if (start.accept_clock) store->clock().confirm(now());
  ServiceClock clock(store->clock(), {.now = now, .awake = awake, .log = log});
  clock.look();
  store->catalogueVersions().publish({catalogue->hash(), now(), catalogue->content()});

  web::Catalogues catalogues(catalogue, &store->catalogueVersions());
  catalogues.renderingFor(catalogue, today());  // makes it before the first request needs it
  http::Server* server_for_metrics = nullptr;
  const auto watched_now = [&clock] { return clock.now(); };
  web::CodeDoor code_door(watched_now);
  const web::Services shared{.catalogues = catalogues,
                             .store = *store,
                             .today = today,
                             .now = watched_now,
                             .service_key = keyed.ring,
                             .code_door = code_door};
  const api::Services public_services{shared, settings.backup_days, [&server_for_metrics] {
                                        return server_for_metrics->counters();
                                      }};
  const desk::Services desk_services{shared, deadlines, deskOptions(settings)};
  http::Router router;
  http::Router metrics_router;
  api::addRoutes(router, public_services,
                 settings.metrics_address.empty() ? nullptr : &metrics_router);
  desk::addRoutes(router, desk_services);
  const site::Services site_services{
      catalogues, today, settings.public_url,
      [&pages](const std::string& path) { return pages->versioned(path); }};
  site::addRoutes(router, site_services);
  router.fallback(
      site::withPageForUnknown(desk::withDeskPage(*pages, desk_services.options), site_services));
  http::ServerOptions server_options = serverOptions(settings, log);
  server_options.body_limit = [&router](const http::Request& head) {
    return router.bodyLimit(head);
  };
  http::Server server(std::move(server_options), withFreshKeys(std::cref(router), keyed.ring));
  server_for_metrics = &server;
  const MetricsServers metrics(settings.metrics_address, metrics_router, log);
  HealthWatch health(*store, log);
  const Janitor watch = watchOver(clock, health);
  const Janitor janitor(
      janitorsDuties(*store),
      {.now = now, .log = log, .clock_is_believed = [&clock] { return clock.isBelieved(); }});
  server.start();
  std::cout << "listening on " << urlOf(settings, server.port()) << std::endl;
  signals.wait();
  server.stop();
  return kDone;
}

int serve(const Settings& settings, const StartOptions& start) {
  boundAllocator();
  const auto files = catalogue::readPolicyFolder(settings.policies);
  if (!files.ok()) {
    printIssues(files.error());
    return kRefused;
  }
  const auto catalogue = catalogue::Catalogue::load(*files);
  if (!catalogue.ok()) return refuse(catalogue.error());
  const auto deadlines = readWorkdays(settings.policies);
  if (!deadlines.ok()) return refuse(deadlines.error());
  try {
    keepMemoryPrivate();
    return serveCatalogue(settings, start, *catalogue, *deadlines);
  } catch (const store::StoreError& error) {
    return fail(namingDatabase(base::logText(error), settings));
  } catch (const std::exception& error) {
    return fail(base::logText(error));
  }
}

}  // namespace

void addServe(Program& program) {
  const auto start = std::make_shared<StartOptions>();
  CLI::App& command =
      program.command("serve", "run the service until SIGTERM or SIGINT",
                      {"policies",
                       "webroot",
                       "database",
                       "host",
                       "port",
                       "max_connections",
                       "request_deadline_seconds",
                       "keep_alive_seconds",
                       "drain_seconds",
                       "compress",
                       "cors",
                       "service_key",
                       "trusted_proxies",
                       "backup_days",
                       "allowed_hosts",
                       "session_idle_minutes",
                       "session_absolute_minutes",
                       "max_saved_profiles",
                       "max_feedback",
                       "metrics_address",
                       "second_factor",
                       "public_url"},
                      [start](const Settings& settings) { return serve(settings, *start); });
  addSwitch(command, "--accept-clock", start->accept_clock,
            "confirm the time that the clock shows: see `policycalc clock`");
}

}  // namespace policycalc::app
