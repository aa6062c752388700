#include "app/published.h"

#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

#include "policycalc/base/detailed_error.h"
#include "policycalc/engine/conformance.h"

namespace policycalc::app {
namespace {

using store::PublicationKind;
using store::PublishedPolicies;

base::Result<Policies> unfit(std::string why) {
  return base::Error{base::Error::Code::kInvalid, std::move(why), {}};
}

void say(const http::LineSink& log, const std::string& line) {
  if (log) log(line);
}

/// Says in the log that policies have a fault.
api::Unserved unserved(const store::Publication& publication, const std::string& fault,
                       const http::LineSink& log) {
  say(log, "- the policies " + publication.hash + ", publication " +
               std::to_string(publication.number) + ", cannot be taken: " + fault);
  return {publication.hash, publication.number, fault};
}

/// The policies of a publication, or their fault.
base::Result<Policies> policiesUnder(const store::Publications& publications, std::int64_t number) {
  const auto published = publications.policies(number);
  return published ? policiesOf(*published) : unfit("their texts are missing");
}

/// The policies of the latest publication before `number` that have no fault; else those of the
/// folder.
Policies formerPolicies(const store::Publications& publications, std::int64_t number,
                        const Folder& folder) {
  while (--number > 0) {
    auto policies = policiesUnder(publications, number);
    if (policies.ok()) return *std::move(policies);
  }
  const auto* sound = std::get_if<FolderPolicies>(&folder);
  if (sound == nullptr)
    throw std::runtime_error("neither the folder nor the database has policies without a fault");
  return sound->policies;
}

/// Brings the policies of a folder into use; nothing if another service was faster. On a full disk
/// it only says that they are not recorded, and returns `number`: what is stored can still be read
/// and removed.
std::optional<std::int64_t> record(store::Publications& publications,
                                   const PublishedPolicies& texts, std::chrono::sys_seconds now,
                                   std::int64_t number, const http::LineSink& log) {
  try {
    return publications.put({.kind = PublicationKind::kFolder, .hash = texts.hash, .at = now},
                            texts, number);
  } catch (const store::StoreError& error) {
    if (error.kind() != store::StoreError::Kind::kFull) throw;
    say(log, "- the policies of the folder are not recorded: " + base::logText(error));
    return number;
  }
}

}  // namespace

base::Result<Policies> policiesOf(const PublishedPolicies& published) {
  const auto catalogue = catalogue::Catalogue::restore(published.content);
  if (!catalogue.ok()) return unfit(base::formatIssue(catalogue.error().front()));
  if ((*catalogue)->hash() != published.hash) {
    return unfit("their text is that of " + (*catalogue)->hash());
  }
  const auto deadlines = desk::Deadlines::read(published.workdays, "hall/workdays.json");
  if (!deadlines.ok()) return unfit(base::formatIssue(deadlines.error().front()));
  if (const auto fault = engine::faultOfPack(*catalogue, published.conformance)) {
    return unfit(*fault);
  }
  return Policies{*catalogue, *deadlines,
                  std::make_shared<const std::string>(published.conformance)};
}

Beginning beginWith(store::Publications& publications, const Folder& folder,
                    std::chrono::sys_seconds now, const http::LineSink& log) {
  const auto* sound = std::get_if<FolderPolicies>(&folder);
  for (;;) {
    const std::int64_t number = publications.inUse();
    const auto last = publications.find(number);
    const auto published = publications.policies(number);
    if (sound != nullptr && published && *published == sound->texts) {
      return {sound->policies, number};
    }
    if (last && (sound == nullptr || last->kind != PublicationKind::kFolder)) {
      auto policies = policiesUnder(publications, number);
      if (!policies.ok()) {
        auto fault = unserved(*last, policies.error().message, log);
        return {formerPolicies(publications, number, folder), number, std::move(fault)};
      }
      if (sound != nullptr) return {*std::move(policies), number};
      std::string fault = base::formatIssue(std::get<base::Issue>(folder));
      say(log, "- the policies of the folder cannot be taken: " + fault);
      return {*std::move(policies), number, api::Unserved{{}, 0, std::move(fault)}};
    }
    if (sound == nullptr) return {formerPolicies(publications, 0, folder), 0};  // throws
    const auto put = record(publications, sound->texts, now, number, log);
    if (put) return {sound->policies, *put};
    // Another service was faster.
  }
}

void PublicationWatch::look() noexcept {
  try {
    const std::int64_t number = publications_.inUse();
    if (number != number_) follow(number);
    failing_ = false;
  } catch (const std::exception& failure) {
    if (!failing_) say(log_, "- publications cannot be followed: " + base::logText(failure));
    failing_ = true;
  }
}

void PublicationWatch::follow(std::int64_t number) {
  const auto last = publications_.find(number);
  if (!last) throw std::runtime_error("the policies in use are missing");
  const auto policies = policiesUnder(publications_, number);
  if (policies.ok()) {
    follower_.take(*policies);
    follower_.note(std::nullopt);
    say(log_,
        "- the policies " + last->hash + " are in use, publication " + std::to_string(number));
  } else {
    follower_.note(unserved(*last, policies.error().message, log_));
  }
  number_ = number;
}

}  // namespace policycalc::app
