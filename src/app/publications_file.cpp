#include "app/publications_file.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "policycalc/base/text.h"

#include "app/existing_store.h"
#include "app/keyed_store.h"
#include "app/report.h"

namespace policycalc::app {
namespace {

/// More would be an essay. In characters.
constexpr std::size_t kMostText = 500;

std::string refuseEmptyOrLong(const std::string& text) {
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return "the value is empty";
  return base::countCodePoints(text) > kMostText
             ? "the value has more than " + std::to_string(kMostText) + " characters"
             : "";
}

std::string lineOf(const catalogue::Change& change) {
  std::string line = std::string(toString(change.subject)) + " " + change.id;
  if (!change.field.empty()) line += " " + change.field;
  if (change.field.empty()) line += change.after ? " added" : " removed";
  // A figure fits; a text would not.
  constexpr std::size_t kLongestFigure = 40;
  const bool shows = !change.field.empty() && change.before && change.after &&
                     std::max(change.before->size(), change.after->size()) <= kLongestFigure;
  return shows ? line + " " + *change.before + " -> " + *change.after : line;
}

}  // namespace

std::unique_ptr<store::Publications> openPublications(const Settings& settings) {
  return std::make_unique<store::Publications>(existingDatabase(settings));
}

store::PublishedPolicies policiesInUse(const store::Publications& publications,
                                       std::int64_t number) {
  auto policies = publications.policies(number);
  if (!policies) throw std::runtime_error("no policies are in use: run `policycalc serve` first");
  return *std::move(policies);
}

std::string summaryOf(const impact::Report& report) {
  constexpr std::size_t kMost = 8;
  const std::size_t shown = std::min(report.changes.size(), kMost);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < shown; ++i) lines.push_back(lineOf(report.changes[i]));
  if (shown < report.changes.size()) {
    lines.push_back("and " + std::to_string(report.changes.size() - shown) + " more");
  }
  return lines.empty() ? "no change of the catalogue" : base::join(lines, "; ");
}

bool namesVersion(const std::string& text, const std::string& hash) {
  constexpr std::string_view kHead = "sha256:";
  constexpr std::size_t kFewestDigits = 6;
  const std::string full = text.rfind(kHead, 0) == 0 ? text : std::string(kHead) + text;
  return full.size() >= kHead.size() + kFewestDigits && hash.rfind(full, 0) == 0;
}

int guarded(const char* who, const Settings& settings, const std::function<int()>& work) {
  try {
    return work();
  } catch (const std::exception& error) {
    return complain(who, namingDatabase(error.what(), settings), kFailed);
  }
}

void addHash(CLI::App& command, std::string& hash) {
  addArgument(command, "HASH", hash, "the version, or the first digits of its hash")
      ->required()
      ->check(refuseEmpty);
}

void addWho(CLI::App& command, std::string& by) {
  command.add_option("--by", by, "who decided it, for the record")
      ->type_name("NAME")
      ->check(refuseEmptyOrLong);
}

void addWhoAndWhy(CLI::App& command, std::string& by, std::string& why) {
  addWho(command, by);
  command.add_option("--why", why, "the reason, for the record")
      ->type_name("TEXT")
      ->check(refuseEmptyOrLong);
}

}  // namespace policycalc::app
