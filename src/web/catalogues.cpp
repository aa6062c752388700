#include "policycalc/web/catalogues.h"

#include "policycalc/web/match/rendering.h"

namespace policycalc::web {
namespace {

// Each is a few MB. Old versions are rarely asked for, so a full map is simply emptied.
constexpr std::size_t kMostEarlier = 8;
constexpr std::size_t kMostRenderings = 64;

}  // namespace

Catalogues::Catalogues(std::shared_ptr<const catalogue::Catalogue> current,
                       const store::CatalogueVersions* versions)
    : current_(std::move(current)), versions_(versions) {}

Catalogues::~Catalogues() = default;

std::shared_ptr<const catalogue::Catalogue> Catalogues::find(std::string_view hash) {
  if (hash.empty() || hash == current_->hash()) return current_;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto known = earlier_.find(hash);
    if (known != earlier_.end()) return known->second;
  }
  if (versions_ == nullptr) return nullptr;
  const auto version = versions_->find(hash);
  if (!version) return nullptr;
  const auto restored = catalogue::Catalogue::restore(version->content);
  // A version that this program can no longer read counts as lost.
  if (!restored.ok()) return nullptr;
  const std::lock_guard<std::mutex> lock(mutex_);
  if (earlier_.size() >= kMostEarlier) earlier_.clear();
  return earlier_.emplace(std::string(hash), *restored).first->second;
}

std::shared_ptr<const Rendering> Catalogues::renderingFor(
    const std::shared_ptr<const catalogue::Catalogue>& catalogue, base::Date day) {
  const auto key = std::make_pair(catalogue->hash(), engine::Edition::indexOf(*catalogue, day));
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto known = renderings_.find(key);
    if (known != renderings_.end()) return known->second;
  }
  auto rendering = std::make_shared<const Rendering>(engine::Edition(catalogue, day));
  const std::lock_guard<std::mutex> lock(mutex_);
  if (renderings_.size() >= kMostRenderings) renderings_.clear();
  return renderings_.emplace(key, std::move(rendering)).first->second;
}

}  // namespace policycalc::web
