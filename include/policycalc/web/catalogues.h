#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/engine/edition.h"
#include "policycalc/store/catalogue_versions.h"

namespace policycalc::web {

class Rendering;

/// The catalogues that answers are made by: the current one, and earlier ones from the store. The
/// rendering of a stretch of days is made once and then shared. Thread-safe.
///
/// A request asks once for the catalogue it needs and keeps the pointer: a later call may return
/// another catalogue.
class Catalogues {
 public:
  /// Without `versions` (null) only the current catalogue is known.
  Catalogues(std::shared_ptr<const catalogue::Catalogue> current,
             const store::CatalogueVersions* versions);
  ~Catalogues();

  std::shared_ptr<const catalogue::Catalogue> current() const { return current_; }

  /// The catalogue of that hash, or null. May throw StoreError.
  std::shared_ptr<const catalogue::Catalogue> find(std::string_view hash);

  std::shared_ptr<const Rendering> renderingFor(
      const std::shared_ptr<const catalogue::Catalogue>& catalogue, base::Date day);

 private:
  const std::shared_ptr<const catalogue::Catalogue> current_;
  const store::CatalogueVersions* versions_;
  std::mutex mutex_;  // guards both maps
  std::map<std::string, std::shared_ptr<const catalogue::Catalogue>, std::less<>> earlier_;
  std::map<std::pair<std::string, std::size_t>, std::shared_ptr<const Rendering>> renderings_;
};

}  // namespace policycalc::web
