#include "api/live_service.h"

#include <mutex>
#include <stdexcept>

namespace policycalc::api::test {

struct LiveService::Log {
  std::mutex mutex;
  std::string text;
};

std::shared_ptr<const catalogue::Catalogue> realCatalogue() {
  static const auto catalogue = [] {
    const auto files = catalogue::readPolicyFolder(POLICYCALC_SOURCE_DIR "/policies");
    if (!files.ok()) throw std::runtime_error("the policies cannot be read");
    const auto loaded = catalogue::Catalogue::load(*files);
    if (!loaded.ok()) throw std::runtime_error(base::formatIssue(loaded.error().front()));
    return *loaded;
  }();
  return catalogue;
}

LiveService::LiveService(std::shared_ptr<const catalogue::Catalogue> catalogue)
    : folder_(std::make_unique<store::test::TemporaryFolder>()) {
  start(catalogue, folder_->database());
}

LiveService::LiveService(std::shared_ptr<const catalogue::Catalogue> catalogue,
                         const std::filesystem::path& database) {
  start(catalogue, database);
}

LiveService::~LiveService() {
  server_->stop();
}

void LiveService::start(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                        const std::filesystem::path& database) {
  store::StoreOptions store_options;
  store_options.path = database;
  store_ = store::openStore(store_options);
  store_->catalogueVersions().publish({catalogue->hash(), {}, catalogue->content()});
  catalogues_ = std::make_unique<Catalogues>(catalogue, &store_->catalogueVersions());
  addRoutes(router_, {*catalogues_, *store_, [] { return *base::Date::parse("2026-11-25"); },
                      [this] { return server_->counters(); }});
  log_ = std::make_shared<Log>();
  http::ServerOptions options;
  options.cors_prefix = "/api/v1";
  options.access_log = [log = log_](std::string_view line) {
    const std::lock_guard<std::mutex> lock(log->mutex);
    log->text += std::string(line) + "\n";
  };
  options.error_log = options.access_log;
  server_ = std::make_unique<http::Server>(
      options, [this](const http::Request& request) { return router_(request); });
  server_->start();
}

std::string LiveService::log() const {
  const std::lock_guard<std::mutex> lock(log_->mutex);
  return log_->text;
}

http::test::Reply LiveService::get(std::string_view target, std::string_view headers) const {
  return http::test::exchange(port(), "GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" +
                                          std::string(headers) + "Connection: close\r\n\r\n");
}

http::test::Reply LiveService::post(std::string_view target, std::string_view body,
                                    std::string_view type) const {
  return http::test::exchange(
      port(), "POST " + std::string(target) + " HTTP/1.1\r\nHost: test\r\nContent-Type: " +
                  std::string(type) + "\r\nContent-Length: " + std::to_string(body.size()) +
                  "\r\nConnection: close\r\n\r\n" + std::string(body));
}

}  // namespace policycalc::api::test
