#include "live/live_service.h"

#include <fstream>
#include <iterator>
#include <mutex>
#include <stdexcept>
#include <utility>

#include "policycalc/api/largest_body.h"
#include "policycalc/engine/conformance.h"
#include "policycalc/web/failures.h"

#include "live/recorder.h"
#include "support/real_policies.h"

namespace policycalc::live {

struct LiveService::Log {
  std::mutex mutex;
  std::string text;
};

desk::DeskOptions quickDesk() {
  desk::DeskOptions options;
  options.allowed_hosts = {"test"};
  options.password_cost = vault::PasswordCost::least();
  options.second_factor = desk::SecondFactorRule::kOff;
  return options;
}

std::shared_ptr<const catalogue::Catalogue> realCatalogue() {
  return test::realCatalogue();
}

/// The pack of the real cases.
std::shared_ptr<const std::string> realConformancePack() {
  static const auto pack = [] {
    const auto cases = catalogue::readWorkedCases(POLICYCALC_SOURCE_DIR "/policies");
    if (!cases.ok()) throw std::runtime_error("the cases cannot be read");
    return std::make_shared<const std::string>(
        engine::writeConformancePack(realCatalogue()->hash(), *cases));
  }();
  return pack;
}

const desk::Deadlines& realDeadlines() {
  static const desk::Deadlines deadlines = [] {
    std::ifstream file(POLICYCALC_SOURCE_DIR "/policies/hall/workdays.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    auto read = desk::Deadlines::read(text, "hall/workdays.json");
    if (!read.ok()) throw std::runtime_error(base::formatIssue(read.error().front()));
    return *std::move(read);
  }();
  return deadlines;
}

LiveService::LiveService(std::shared_ptr<const catalogue::Catalogue> catalogue)
    : place_(std::make_unique<store::test::StorePlace>()) {
  start(catalogue, {.path = place_->database()});
}

LiveService::LiveService(std::shared_ptr<const catalogue::Catalogue> catalogue,
                         const std::filesystem::path& database) {
  start(catalogue, {.path = database});
}

LiveService::LiveService(const store::StoreOptions& database) {
  start(realCatalogue(), database);
}

LiveService::LiveService(desk::DeskOptions desk)
    : place_(std::make_unique<store::test::StorePlace>()), desk_options_(std::move(desk)) {
  start(realCatalogue(), {.path = place_->database()});
}

LiveService::LiveService(api::CallLimits limits)
    : place_(std::make_unique<store::test::StorePlace>()), limits_(limits) {
  start(realCatalogue(), {.path = place_->database()});
}

LiveService::~LiveService() {
  server_->stop();
}

void LiveService::start(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                        const store::StoreOptions& database) {
  store_ = store::openStore(database);
  catalogues_ = std::make_unique<web::Catalogues>(catalogue, &store_->catalogueVersions());
  constexpr std::chrono::hours kMorning{8};
  clock_ = std::make_unique<Clock>(
      std::chrono::sys_seconds(base::Date::parse("2026-11-25")->days() + kMorning)
          .time_since_epoch()
          .count());
  store_->catalogueVersions().publish({catalogue->hash(), now(), catalogue->content()});
  code_door_ = std::make_unique<web::CodeDoor>([this] { return now(); });
  const web::Services shared{.catalogues = *catalogues_,
                             .store = *store_,
                             .today = [this] { return base::dayInChina(now()); },
                             .now = [this] { return now(); },
                             .service_key = service_key_,
                             .code_door = *code_door_};
  public_services_ = std::make_unique<api::Services>(
      api::Services{shared, 30, limits_, realConformancePack(),
                    [this] { return server_->counters(); }, [] { return 0; }});
  desk_services_ =
      std::make_unique<desk::Services>(desk::Services{shared, realDeadlines(), desk_options_});
  api::addRoutes(router_, *public_services_);
  desk::prepare(*desk_services_);
  desk::addRoutes(router_, *desk_services_);
  log_ = std::make_shared<Log>();
  http::ServerOptions options;
  options.cors_prefix = "/api/v1";
  options.cors_except = "/api/v1/hall";
  options.trusted_proxies = {"127.0.0.1"};
  options.access_log = [log = log_](std::string_view line) {
    const std::lock_guard<std::mutex> lock(log->mutex);
    log->text += std::string(line) + "\n";
  };
  options.error_log = options.access_log;
  options.failure_of = web::failureOf;
  options.max_body_bytes = api::kLargestBody;
  options.body_limit = [this](const http::Request& head) { return router_.bodyLimit(head); };
  server_ = std::make_unique<http::Server>(
      options, recorded([this](const http::Request& request) { return router_(request); }));
  server_->start();
}

std::string LiveService::log() const {
  const std::lock_guard<std::mutex> lock(log_->mutex);
  return log_->text;
}

http::test::Reply LiveService::send(std::string_view method, std::string_view target,
                                    std::string_view headers) const {
  std::string request(method);
  request.append(" ").append(target).append(" HTTP/1.1\r\nHost: test\r\n").append(headers);
  return http::test::exchange(port(), request.append("Connection: close\r\n\r\n"));
}

http::test::Reply LiveService::sendBody(std::string_view method, std::string_view target,
                                        std::string_view headers, std::string_view body) const {
  std::string request(method);
  request.append(" ").append(target).append(" HTTP/1.1\r\nHost: test\r\n").append(headers);
  request.append("Content-Length: ").append(std::to_string(body.size()));
  request.append("\r\nConnection: close\r\n\r\n").append(body);
  return http::test::exchange(port(), request);
}

http::test::Reply LiveService::get(std::string_view target, std::string_view headers) const {
  return send("GET", target, headers);
}

http::test::Reply LiveService::del(std::string_view target, std::string_view headers) const {
  return send("DELETE", target, headers);
}

http::test::Reply LiveService::post(std::string_view target, std::string_view body,
                                    std::string_view type, std::string_view headers) const {
  std::string all = "Content-Type: ";
  return sendBody("POST", target, all.append(type).append("\r\n").append(headers), body);
}

http::test::Reply LiveService::put(std::string_view target, std::string_view body,
                                   std::string_view headers) const {
  std::string all = "Content-Type: application/json\r\n";
  return sendBody("PUT", target, all.append(headers), body);
}

std::string bearer(std::string_view code) {
  return std::string("Authorization: Bearer ").append(code).append("\r\n");
}

std::string from(std::string_view address) {
  return std::string("X-Forwarded-For: ").append(address).append("\r\n");
}

}  // namespace policycalc::live
