#include <chrono>
#include <csignal>
#include <iostream>
#include <mutex>
#include <string>
#include <vector>

#include "policycalc/api/routes.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/desk.h"
#include "policycalc/http/router.h"
#include "policycalc/http/server.h"
#include "policycalc/http/static_files.h"
#include "policycalc/store/store.h"
#include "policycalc/vault/service_key.h"
#include "policycalc/web/catalogues.h"
#include "policycalc/web/failures.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/janitor.h"
#include "app/workdays_file.h"

namespace policycalc::app {
namespace {

/// Writes whole lines to standard error, from any thread.
http::LineSink standardError() {
  const auto mutex = std::make_shared<std::mutex>();
  return [mutex](std::string_view line) {
    const std::lock_guard<std::mutex> lock(*mutex);
    std::cerr << line << '\n';
  };
}

http::ServerOptions serverOptions(const Settings& settings, const http::LineSink& log) {
  http::ServerOptions options;
  options.host = settings.host;
  options.port = static_cast<std::uint16_t>(settings.port);
  options.max_connections = static_cast<std::size_t>(settings.max_connections);
  options.request_deadline = std::chrono::seconds(settings.request_deadline_seconds);
  options.keep_alive_timeout = std::chrono::seconds(settings.keep_alive_seconds);
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

/// Blocks SIGTERM and SIGINT in this thread and those it starts, so that `wait` receives them.
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGTERM);
    sigaddset(&set_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    // A client that goes away makes the send fail and must not end the program.
    std::signal(SIGPIPE, SIG_IGN);
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
      {"expired profiles", [&store](Time at) { store.savedProfiles().removeExpired(at); }},
      // After the profiles: the authorisation of an applicant may rest on a saved profile.
      {"applicants without authorisation", [&store](Time at) { store.applicants().endOver(at); }}};
}

/// Publishes the catalogue and serves until a signal comes.
int serveCatalogue(const Settings& settings,
                   const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                   const desk::Deadlines& deadlines) {
  const EndSignals signals;
  auto pages = http::StaticFiles::load(settings.webroot);
  if (!pages.ok()) return fail(settings.webroot + ": " + pages.error().message);
  store::StoreOptions store_options;
  store_options.path = settings.database;
  const std::unique_ptr<store::Store> store = store::openStore(store_options);
  const auto service_key = vault::loadOrCreateServiceKey(settings.service_key);
  if (!service_key.ok()) return fail(service_key.error().message);
  store->catalogueVersions().publish({catalogue->hash(), now(), catalogue->content()});

  web::Catalogues catalogues(catalogue, &store->catalogueVersions());
  catalogues.renderingFor(catalogue, today());  // makes it before the first request needs it
  http::Server* server_for_metrics = nullptr;
  web::CodeDoor code_door(now);
  const web::Services shared{.catalogues = catalogues,
                             .store = *store,
                             .today = today,
                             .now = now,
                             .service_key = *service_key,
                             .code_door = code_door};
  const api::Services public_services{shared, settings.backup_days, [&server_for_metrics] {
                                        return server_for_metrics->counters();
                                      }};
  const desk::Services desk_services{shared, deadlines, deskOptions(settings)};
  http::Router router;
  api::addRoutes(router, public_services);
  desk::addRoutes(router, desk_services);
  router.fallback(desk::withDeskPage(*pages, desk_services.options));
  const http::LineSink log = standardError();
  http::Server server(serverOptions(settings, log),
                      [&router](const http::Request& request) { return router(request); });
  server_for_metrics = &server;
  const Janitor janitor(janitorsDuties(*store), {.now = now, .log = log});
  server.start();
  std::cout << "listening on " << urlOf(settings, server.port()) << std::endl;
  signals.wait();
  server.stop();
  return kDone;
}

int serve(const Settings& settings) {
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
    return serveCatalogue(settings, *catalogue, *deadlines);
  } catch (const std::exception& error) {
    return fail(error.what());
  }
}

}  // namespace

void addServe(Program& program) {
  program.command("serve", "run the service until SIGTERM or SIGINT",
                  {"policies", "webroot", "database", "host", "port", "max_connections",
                   "request_deadline_seconds", "keep_alive_seconds", "compress", "cors",
                   "service_key", "trusted_proxies", "backup_days", "allowed_hosts",
                   "session_idle_minutes", "session_absolute_minutes", "second_factor"},
                  serve);
}

}  // namespace policycalc::app
