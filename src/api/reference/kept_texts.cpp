#include "api/reference/kept_texts.h"

#include "policycalc/http/decorators.h"

#include "api/reference/reference.h"

namespace policycalc::api {
namespace {

// Each is less than 1 MB. Few editions are asked for, so a full map is simply emptied.
constexpr std::size_t kMostKept = 16;

}  // namespace

http::Response KeptTexts::answer(const web::Rendering& rendering) {
  const engine::Edition& edition = rendering.edition();
  const auto key = std::make_pair(edition.catalogue().hash(),
                                  engine::Edition::indexOf(edition.catalogue(), edition.day()));
  // Others wait, rather than write the same at the same time.
  const std::lock_guard<std::mutex> lock(mutex_);
  auto found = kept_.find(key);
  if (found == kept_.end()) {
    if (kept_.size() >= kMostKept) kept_.clear();
    auto body = std::make_shared<const std::string>(writeMeasureTexts(rendering, {}));
    std::string etag = http::etagOf(*body);
    found = kept_.emplace(key, Kept{std::move(body), std::move(etag)}).first;
  }
  http::Response response = http::Response::json({});
  response.body = found->second.body;
  response.headers.emplace("ETag", found->second.etag);
  return response;
}

}  // namespace policycalc::api
