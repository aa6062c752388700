#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "policycalc/base/text.h"

#include "app/clock.h"
#include "app/publications_file.h"
#include "app/published.h"
#include "app/publishing.h"
#include "app/report.h"

namespace policycalc::app {
namespace {

using store::Publication;

struct RollbackOptions {
  std::string hash;
  std::string by;
  std::string why;
};

int refuse(const std::string& why) {
  return complain("policycalc rollback", "nothing has changed: " + why, kRefused);
}

int rollBack(const RollbackOptions& options, store::Publications& publications) {
  const std::int64_t in_use = publications.inUse();
  const auto all = publications.list();
  const auto is_named = [&](const Publication& one) {
    return namesVersion(options.hash, one.hash);
  };
  // The one in use may have the hash of an earlier one and another calendar.
  const auto is_earlier = [&](const Publication& one) {
    return is_named(one) && one.number != in_use;
  };
  auto found = std::find_if(all.begin(), all.end(), is_earlier);
  if (found == all.end()) found = std::find_if(all.begin(), all.end(), is_named);
  if (found == all.end()) {
    return refuse(base::quoted(options.hash) + " names no version; see `policycalc versions`");
  }
  const bool is_clear = std::all_of(all.begin(), all.end(), [&](const Publication& one) {
    return !is_named(one) || one.hash == found->hash;
  });
  if (!is_clear) return refuse(base::quoted(options.hash) + " names several versions");
  const auto policies = publications.policies(found->number);
  if (policies && policies == publications.policies(in_use)) {
    return refuse(found->hash + " is in use already");
  }
  if (!policies) return refuse(found->hash + " is no longer kept");
  const auto readable = policiesOf(*policies);
  if (!readable.ok()) {
    return refuse(found->hash +
                  " cannot be read by this version of the program: " + readable.error().message);
  }
  const auto number =
      publications.put({.kind = store::PublicationKind::kRollback,
                        .hash = found->hash,
                        .at = now(),
                        .by = options.by,
                        .why = options.why,
                        .what = "back to publication " + std::to_string(found->number)},
                       *policies, in_use);
  if (!number) return refuse("another publication came in between; run the command again");
  std::cout << "publication " << *number << " is in use: " << found->hash
            << "\nservices on this database answer by it within 5 seconds\n";
  return kDone;
}

}  // namespace

void addRollback(Program& program) {
  const auto options = std::make_shared<RollbackOptions>();
  CLI::App& command = program.command(
      "rollback", "bring an earlier version of the policies back into use", {"database"},
      [options](const Settings& settings) {
        if (options->by.empty() || options->why.empty()) {
          return complain("policycalc rollback", "`--by` and `--why` are needed", kUsage);
        }
        return guarded("policycalc rollback", settings,
                       [&] { return rollBack(*options, *openPublications(settings)); });
      });
  addHash(command, options->hash);
  addWhoAndWhy(command, options->by, options->why);
}

}  // namespace policycalc::app
