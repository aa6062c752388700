#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>

#include "policycalc/base/detailed_error.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/http/static_files.h"
#include "policycalc/store/place.h"

#include "app/checked_folder.h"
#include "app/commands.h"
#include "app/end_signals.h"
#include "app/hardening.h"
#include "app/keyed_store.h"
#include "app/memory.h"
#include "app/own_port.h"
#include "app/publications_file.h"
#include "app/service.h"
#include "app/service_manager.h"
#include "app/workdays_file.h"

namespace policycalc::app {
namespace {

/// How long a service that lives may take to say so, and to end after its last request.
constexpr std::chrono::seconds kPatience{5};

struct StartOptions {
  bool accept_clock = false;
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

/// Returns when a signal asks for the end.
void waitForTheEnd(const EndSignals& signals, const ServiceManager& manager, const OwnPort& at) {
  const SignsOfLife signs(manager,
                          [&at] { return ask(at, "/health/live").rfind("HTTP/1.1 200 ", 0) == 0; });
  tell(manager, "READY=1");
  signals.wait();
}

/// Serves until a signal comes.
int serveContent(const Settings& settings, const StartOptions& start, Service::Content content) {
  const ServiceManager manager = serviceManager(std::getenv, ::getpid());
  const EndSignals signals;
  Service service(settings, std::move(content), start.accept_clock);
  service.start();
  std::cout << "listening on " << urlOf(settings, service.port()) << std::endl;
  waitForTheEnd(signals, manager, {settings.host, service.port(), kPatience});
  // The manager kills a service that ends too slowly, so it has to know how long a drain may take.
  const auto end = std::chrono::seconds(settings.drain_seconds) + kPatience;
  tell(manager,
       "STOPPING=1\nEXTEND_TIMEOUT_USEC=" + std::to_string(std::chrono::microseconds(end).count()));
  service.stop();
  return kDone;
}

base::Result<FolderPolicies, base::Issues> readFolder(const std::string& folder) {
  auto files = catalogue::readPolicyFolder(folder);
  if (!files.ok()) return files.takeError();
  auto catalogue = catalogue::Catalogue::load(*files);
  if (!catalogue.ok()) return catalogue.takeError();
  auto deadlines = readWorkdays(folder);
  if (!deadlines.ok()) return deadlines.takeError();
  auto workdays = readWorkdaysText(folder);
  if (!workdays.ok()) return workdays.takeError();
  const std::string pack = conformancePack(folder, (*catalogue)->hash());
  return FolderPolicies{{(*catalogue)->hash(), (*catalogue)->content(), *workdays, pack},
                        {*catalogue, *deadlines, std::make_shared<const std::string>(pack)}};
}

/// Whether the database has policies to serve when the folder has a fault.
bool hasPolicies(const Settings& settings) {
  std::error_code error;
  if (!store::isOnServer(settings.database) &&
      !std::filesystem::is_regular_file(settings.database, error)) {
    return false;
  }
  try {
    return openPublications(settings)->inUse() > 0;
  } catch (const std::exception&) {
    return false;  // the service itself says why
  }
}

int serve(const Settings& settings, const StartOptions& start) {
  boundAllocator();
  auto read = readFolder(settings.policies);
  if (!read.ok() && !hasPolicies(settings)) return refuse(read.error());
  if (!read.ok()) printIssues(read.error());
  Folder folder = read.ok() ? Folder(*std::move(read)) : Folder(read.error().front());
  auto pages = http::StaticFiles::load(settings.webroot);
  if (!pages.ok()) return fail(settings.webroot + ": " + pages.error().message);
  try {
    keepMemoryPrivate();
    return serveContent(settings, start, {std::move(folder), std::move(*pages)});
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
                       "catalogue_months",
                       "allowed_hosts",
                       "session_idle_minutes",
                       "session_absolute_minutes",
                       "max_saved_profiles",
                       "max_feedback",
                       "anonymous_points",
                       "key_points",
                       "metrics_address",
                       "second_factor",
                       "second_approval",
                       "public_url"},
                      [start](const Settings& settings) { return serve(settings, *start); });
  addSwitch(command, "--accept-clock", start->accept_clock,
            "confirm the time that the clock shows: see `policycalc clock`");
}

}  // namespace policycalc::app
