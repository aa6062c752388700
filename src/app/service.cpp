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
                                  const InUse<Served>& served) {
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
  // Pages take the service's day from its answers.
  options.unix_time = [] { return std::int64_t{now().time_since_epoch().count()}; };
  options.access_log = log;
  options.error_log = log;
  options.failure_of = web::failureOf;
  options.max_body_bytes = api::kLargestBody;
  options.body_limit = [&served](const http::Request& head) {
    return served.get()->router().bodyLimit(head);
  };
  return options;
}

std::vector<Janitor::Duty> janitorsDuties(store::Store& store, const InUse<Served>& served,
                                          std::chrono::seconds kept) {
  using Time = std::chrono::sys_seconds;
  return {
      // Before the profiles: the authorisation of an applicant may rest on a saved profile, which
      // tells how it ended.
      {"applicants without authorisation",
       [&store](Time at) { return store.applicants().endOver(at); }},
      {"times to complete papers",
       [&store](Time at) { return store.matters().endCompletions(at); }},
      // Removes nothing, but what ends by its date is seen each day.
      {"marks of measures",
       [&served](Time) {
         served.get()->markEndedMeasures();
         return std::size_t{0};
       }},
      {"expired profiles", [&store](Time at) { return store.savedProfiles().removeExpired(at); }},
      {"catalogue versions",
       [&store, kept](Time at) { return store.catalogueVersions().removeOver(at, kept); }}};
}

/// A watch is a duty that removes nothing.
std::vector<Janitor::Duty> watchDuty(std::function<void()> look) {
  return {{"nothing", [look = std::move(look)](std::chrono::sys_seconds) {
             look();
             return std::size_t{0};
           }}};
}

store::StoreOptions publicationsAt(const Settings& settings) {
  store::StoreOptions options;
  options.path = settings.database;
  options.readers = 1;
  return options;
}

}  // namespace

Service::Service(const Settings& settings, Content content, bool accept_clock)
    : settings_(settings),
      pages_(std::move(content.pages)),
      log_([this](std::string_view line) { log_writer_.write(line); }),
      keyed_(openKeyedStore(settings_)),
      publications_(publicationsAt(settings_)),
      server_time_(*keyed_.store, log_),
      clock_(keyed_.store->clock(), {.now = now, .awake = awake, .log = log_}),
      code_door_([this] { return clock_.now(); }, share_),
      lasting_{.settings = settings_,
               .keyed = keyed_,
               .pages = pages_,
               .code_door = code_door_,
               .now = [this] { return clock_.now(); },
               .http_counters = [this] { return server_.counters(); },
               .dropped_log_lines = [this] { return log_writer_.dropped(); },
               .unserved = [this] { return unserved_.get(); },
               .share = share_},
      beginning_(beginWith(publications_, content.folder, now(), log_)),
      served_(servedBy(beginning_.policies)),
      server_(serverOptions(settings_, log_, served_), withFreshKeys(
                                                           [this](const http::Request& request) {
                                                             const auto served = served_.get();
                                                             return served->answer(request);
                                                           },
                                                           keyed_.ring)),
      health_(*keyed_.store, log_) {
  if (accept_clock) keyed_.store->clock().confirm(now());
  unserved_.set(beginning_.unserved);
  clock_.look();
}

std::shared_ptr<const Served> Service::servedBy(Policies policies) const {
  return std::make_shared<const Served>(lasting_, std::move(policies));
}

void Service::start() {
  metrics_.emplace(
      settings_.metrics_address,
      [this](const http::Request& request) {
        const auto served = served_.get();
        return served->metricsRouter()(request);
      },
      log_);
  publication_watch_.emplace(
      publications_, beginning_.number,
      PublicationWatch::Follower{
          .take = [this](Policies policies) { served_.set(servedBy(std::move(policies))); },
          .note =
              [this](std::optional<api::Unserved> unserved) {
                unserved_.set(std::move(unserved));
              }},
      log_);
  // All services on a database follow within a few seconds.
  publication_rounds_.emplace(
      watchDuty([this] { publication_watch_->look(); }),
      JanitorOptions{.interval = std::chrono::seconds(1), .now = now, .log = {}});
  watch_.emplace(watchDuty([this] {
                   server_time_.look();
                   clock_.look();
                   health_.look();
                 }),
                 JanitorOptions{.interval = std::chrono::minutes(1), .now = now, .log = {}});
  janitor_.emplace(janitorsDuties(*keyed_.store, served_, catalogueKept(settings_)),
                   JanitorOptions{.now = now, .log = log_, .clock_is_believed = [this] {
                                    return clock_.isBelieved();
                                  }});
  server_.start();
  node_watch_.emplace(keyed_.store->nodes(), placeOf(server_.port()), share_, log_);
  node_rounds_.emplace(watchDuty([this] { node_watch_->look(); }),
                       JanitorOptions{.interval = std::chrono::seconds(5), .now = now, .log = {}});
}

}  // namespace policycalc::app
