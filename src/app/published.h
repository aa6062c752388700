#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "policycalc/base/result.h"
#include "policycalc/http/endpoint.h"
#include "policycalc/store/publications.h"

#include "app/served.h"

namespace policycalc::app {

/// The policies of a publication as the service holds them. Fails with one line that names the
/// first fault if this version of the program cannot read them.
base::Result<Policies> policiesOf(const store::PublishedPolicies& published);

/// The policies of a service's folder: their texts, and as the service holds them.
struct FolderPolicies {
  store::PublishedPolicies texts;
  Policies policies;
};

/// The policies with which a service begins, and the number of their publication.
struct Beginning {
  Policies policies;
  std::int64_t number = 0;
};

/// Those that were published on the database. Until anyone has published, they are those of the
/// service's `folder`, which become the ones in use if they differ. If the published ones cannot be
/// read, they are those of the folder, too, and the log says so. Throws StoreError.
Beginning beginWith(store::Publications& publications, const FolderPolicies& folder,
                    std::chrono::sys_seconds now, const http::LineSink& log);

/// Follows the publications of a database. For one thread.
class PublicationWatch {
 public:
  /// `take` makes the service answer by the policies; what it throws is logged, and the service
  /// goes on by the former ones.
  PublicationWatch(const store::Publications& publications, std::int64_t number,
                   std::function<void(Policies)> take, http::LineSink log)
      : publications_(publications),
        number_(number),
        take_(std::move(take)),
        log_(std::move(log)) {}

  /// To be called each second. Throws nothing.
  void look() noexcept;

 private:
  void follow(std::int64_t number);

  const store::Publications& publications_;
  std::int64_t number_;  ///< the last that was taken or found unfit
  bool failing_ = false;
  const std::function<void(Policies)> take_;
  const http::LineSink log_;
};

}  // namespace policycalc::app
