#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/catalogue/changes.h"
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

  /// The catalogue of that hash, or null. May throw StoreError. An earlier one is read again from
  /// its text, one at a time, and the last few are kept.
  std::shared_ptr<const catalogue::Catalogue> find(std::string_view hash);

  /// Whether there was a catalogue of that hash until its time was over. May throw StoreError.
  bool isGone(std::string_view hash) const;

  /// catalogue::changesBetween(), made once for the last few pairs.
  using Changes = std::shared_ptr<const std::vector<catalogue::Change>>;
  Changes changes(const catalogue::Catalogue& before, const catalogue::Catalogue& after,
                  base::Date day);

  std::shared_ptr<const Rendering> renderingFor(
      const std::shared_ptr<const catalogue::Catalogue>& catalogue, base::Date day);

 private:
  const std::shared_ptr<const catalogue::Catalogue> current_;
  const store::CatalogueVersions* versions_;
  struct Earlier {
    std::shared_ptr<const catalogue::Catalogue> catalogue;
    std::uint64_t used = 0;  ///< the turn of its last use
  };
  std::shared_ptr<const catalogue::Catalogue> kept(std::string_view hash);
  void keep(std::shared_ptr<const catalogue::Catalogue> restored);

  std::mutex restoring_;  // held while one is read from its text
  std::mutex mutex_;      // guards what follows
  std::uint64_t turn_ = 0;
  std::map<std::string, Earlier, std::less<>> earlier_;
  std::map<std::tuple<std::string, std::string, base::Date>, Changes> changes_;
  std::map<std::pair<std::string, std::size_t>, std::shared_ptr<const Rendering>> renderings_;
};

}  // namespace policycalc::web
