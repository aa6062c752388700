#include "app/shadow_run.h"

#include <string>

#include "policycalc/impact/trial.h"
#include "policycalc/json/reader.h"
#include "policycalc/vault/sealing.h"

namespace policycalc::app {
namespace {

constexpr std::size_t kDrawn = 10'000;
constexpr std::uint64_t kSeed = 1;

/// The answers of a saved profile, `"profile":{…},…`; nothing if its owner did not agree.
std::optional<std::string> answersOf(const store::SealedRow& row, const ShadowRun& run) {
  const auto saved = run.saved.find(row.bound_to, run.now);
  if (!saved || !saved->may_notify) return std::nullopt;
  const auto key = run.keys->unwrap(saved->key_by_service, saved->lookup);
  return key ? vault::open(saved->sealed, *key, saved->lookup) : std::nullopt;
}

void takeSavedProfiles(const ShadowRun& run, const impact::TakeFirm& take) {
  std::int64_t last = 0;
  for (;;) {
    const auto rows = run.records.rows(store::SealedKind::kProfile, last);
    for (const store::SealedRow& row : rows) {
      const auto answers = answersOf(row, run);
      const auto document = json::read("{" + answers.value_or("") + "}");
      const json::Value* profile = document.ok() ? document->find("profile") : nullptr;
      if (profile != nullptr) impact::takeSaved(*profile, *run.after.catalogue, take);
    }
    if (rows.empty()) return;
    last = rows.back().id;
  }
}

}  // namespace

impact::Report runInShadow(const ShadowRun& run) {
  impact::Trial trial(run.before, run.after.catalogue, run.day);
  const impact::TakeFirm take = [&](const impact::Firm& firm) { trial.take(firm); };
  impact::forEachStory(run.after.stories, *run.after.catalogue, take);
  impact::forEachWorkedCase(run.after.cases, *run.after.catalogue, take);
  impact::drawFirms(*run.before, *run.after.catalogue, kDrawn, kSeed, take);
  if (run.keys) takeSavedProfiles(run, take);
  return trial.report();
}

}  // namespace policycalc::app
