#include "policycalc/web/catalogues.h"

#include <algorithm>

#include "policycalc/web/match/rendering.h"

namespace policycalc::web {
namespace {

// Each is a few MB, with the renderings that hold it.
constexpr std::size_t kMostEarlier = 8;
constexpr std::size_t kMostRenderings = 64;
// Two versions a week for two years, each compared with the one before it; a list has mostly a few
// entries.
constexpr std::size_t kMostComparisons = 256;

}  // namespace

Catalogues::Catalogues(std::shared_ptr<const catalogue::Catalogue> current,
                       const store::CatalogueVersions* versions)
    : current_(std::move(current)), versions_(versions) {}

Catalogues::~Catalogues() = default;

std::shared_ptr<const catalogue::Catalogue> Catalogues::kept(std::string_view hash) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto known = earlier_.find(hash);
  if (known == earlier_.end()) return nullptr;
  known->second.used = ++turn_;
  return known->second.catalogue;
}

void Catalogues::keep(std::shared_ptr<const catalogue::Catalogue> restored) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (earlier_.size() >= kMostEarlier) {
    const auto oldest = std::min_element(
        earlier_.begin(), earlier_.end(),
        [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
    // Its renderings hold it, too.
    std::erase_if(renderings_,
                  [&](const auto& entry) { return entry.first.first == oldest->first; });
    earlier_.erase(oldest);
  }
  const std::string hash = restored->hash();
  earlier_[hash] = {std::move(restored), ++turn_};
}

std::shared_ptr<const catalogue::Catalogue> Catalogues::find(std::string_view hash) {
  if (hash.empty() || hash == current_->hash()) return current_;
  if (auto known = kept(hash)) return known;
  if (versions_ == nullptr) return nullptr;
  // Many requests for old versions at once take one core and the memory of one.
  const std::lock_guard<std::mutex> turn(restoring_);
  if (auto known = kept(hash)) return known;
  const auto version = versions_->find(hash);
  if (!version) return nullptr;
  const auto restored = catalogue::Catalogue::restore(version->content);
  // A version that this program can no longer read counts as lost.
  if (!restored.ok()) return nullptr;
  keep(*restored);
  return *restored;
}

bool Catalogues::isGone(std::string_view hash) const {
  return versions_ != nullptr && !hash.empty() && hash != current_->hash() &&
         versions_->isRemoved(hash);
}

Catalogues::Changes Catalogues::changes(const catalogue::Catalogue& before,
                                        const catalogue::Catalogue& after, base::Date day) {
  const std::tuple<std::string, std::string, base::Date> key{before.hash(), after.hash(), day};
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto known = changes_.find(key);
    if (known != changes_.end()) return known->second;
  }
  auto changes = std::make_shared<const std::vector<catalogue::Change>>(
      catalogue::changesBetween(before, after, day));
  const std::lock_guard<std::mutex> lock(mutex_);
  if (changes_.size() >= kMostComparisons) changes_.clear();
  return changes_.emplace(key, std::move(changes)).first->second;
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
