#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "policycalc/base/result.h"
#include "policycalc/http/endpoint.h"
#include "policycalc/store/publications.h"

#include "app/served.h"

namespace policycalc::app {

/// The policies of a publication as the service holds them. Fails with one line that names the
/// first fault and its place: this version of the program cannot read them, they are not those that
/// their hash names, or a worked case gives another answer.
base::Result<Policies> policiesOf(const store::PublishedPolicies& published);

/// The policies of a service's folder: their texts, and as the service holds them.
struct FolderPolicies {
  store::PublishedPolicies texts;
  Policies policies;
};

/// The policies of the folder, or the first of its issues.
using Folder = std::variant<FolderPolicies, base::Issue>;

/// The policies with which a service begins.
struct Beginning {
  Policies policies;
  std::int64_t number = 0;  ///< the publication that was in use
  std::optional<api::Unserved> unserved = {};
};

/// Those that were published on the database. Until anyone has published, they are those of the
/// service's `folder`, which become the ones in use if they differ. If what should be served has a
/// fault, they are those of the latest publication without one, else those of the folder, and the
/// log and `unserved` say so. Throws StoreError, and std::runtime_error if no policies are sound.
Beginning beginWith(store::Publications& publications, const Folder& folder,
                    std::chrono::sys_seconds now, const http::LineSink& log);

/// Follows the publications of a database. For one thread.
class PublicationWatch {
 public:
  struct Follower {
    /// Makes the service answer by the policies; what it throws is logged, and the service goes on
    /// by the former ones.
    std::function<void(Policies)> take;
    /// Notes which policies have a fault and are not taken; nothing once others are.
    std::function<void(std::optional<api::Unserved>)> note;
  };

  PublicationWatch(const store::Publications& publications, std::int64_t number, Follower follower,
                   http::LineSink log)
      : publications_(publications),
        number_(number),
        follower_(std::move(follower)),
        log_(std::move(log)) {}

  /// To be called each second. Throws nothing.
  void look() noexcept;

 private:
  void follow(std::int64_t number);

  const store::Publications& publications_;
  std::int64_t number_;  ///< the last that was taken or found unfit
  bool failing_ = false;
  const Follower follower_;
  const http::LineSink log_;
};

}  // namespace policycalc::app
