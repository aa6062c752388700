#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/api/routes.h"
#include "policycalc/base/date.h"
#include "policycalc/catalogue/changes.h"
#include "policycalc/store/catalogue_versions.h"

#include "api/changes/steps.h"

namespace policycalc::api {

/// The versions of the catalogue that the store holds, newest first, as they were at one moment.
class Versions {
 public:
  /// Throws StoreError. `services` and `steps` outlive this.
  Versions(const Services& services, Steps& steps);

  using Version = store::CatalogueVersionSummary;
  const std::vector<Version>& all() const { return all_; }
  /// The version of that hash, or null.
  const Version* find(std::string_view hash) const;
  /// The version that was current as `day` began at UTC+8, else the oldest.
  const Version& at(base::Date day) const;
  const Version& oldest() const { return all_.back(); }
  bool isCurrent(const Version& version) const;

  /// How many changes the version brought; nothing for the oldest one and where one of the two
  /// cannot be read.
  std::optional<std::size_t> changesOf(const Version& version) const;

  /// A change and the time since which it holds.
  struct Dated {
    const catalogue::Change* change;
    std::chrono::sys_seconds since;
  };
  /// Adds the time of the last version between the two that touched the same value.
  std::vector<Dated> dated(const std::vector<catalogue::Change>& changes, const Version& from,
                           const Version& to) const;

 private:
  /// What the version changed of the next older one; null if one of the two cannot be read.
  Steps::Keys stepTo(std::size_t place) const;

  const Services& services_;
  Steps& steps_;
  std::vector<Version> all_;
};

/// All versions, as GET /api/v1/catalogues shows them.
std::string writeVersions(const Versions& versions, std::chrono::seconds kept);

/// What GET /api/v1/changes shows.
std::string writeChanges(const Versions& versions, const std::vector<catalogue::Change>& changes,
                         const Versions::Version& from, const Versions::Version& to);

}  // namespace policycalc::api
