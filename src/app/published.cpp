#include "app/published.h"

#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

#include "policycalc/base/detailed_error.h"

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

std::string unfitLine(const std::string& hash, const std::string& why) {
  return "- the published policies " + hash + " cannot be taken: " + why;
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
  const auto deadlines = desk::Deadlines::read(published.workdays, "hall/workdays.json");
  if (!deadlines.ok()) return unfit(base::formatIssue(deadlines.error().front()));
  return Policies{*catalogue, *deadlines,
                  std::make_shared<const std::string>(published.conformance)};
}

Beginning beginWith(store::Publications& publications, const FolderPolicies& folder,
                    std::chrono::sys_seconds now, const http::LineSink& log) {
  for (;;) {
    const std::int64_t number = publications.inUse();
    const auto last = publications.find(number);
    const auto published = publications.policies(number);
    if (published && *published == folder.texts) return {folder.policies, number};
    if (last && last->kind != PublicationKind::kFolder) {
      const auto policies = published ? policiesOf(*published) : unfit("they are missing");
      if (policies.ok()) return {*policies, number};
      say(log, unfitLine(last->hash, policies.error().message));
      return {folder.policies, number};
    }
    const auto put = record(publications, folder.texts, now, number, log);
    if (put) return {folder.policies, *put};
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
  const auto published = publications_.policies(number);
  if (!published) throw std::runtime_error("the policies in use are missing");
  const auto policies = policiesOf(*published);
  if (policies.ok()) {
    take_(*policies);
    say(log_,
        "- the policies " + published->hash + " are in use, publication " + std::to_string(number));
  } else {
    say(log_, unfitLine(published->hash, policies.error().message));
  }
  number_ = number;
}

}  // namespace policycalc::app
