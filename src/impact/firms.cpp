#include "policycalc/impact/firms.h"

#include <optional>

#include "policycalc/engine/conformance.h"
#include "policycalc/facts/retired.h"
#include "policycalc/json/reader.h"

namespace policycalc::impact {
namespace {

/// As many bytes as a pack of all worked cases may have.
constexpr std::size_t kMostBytes = std::size_t{64} * 1024 * 1024;

std::optional<json::Value> documentOf(const std::string& text, const std::string& file) {
  json::ReadLimits limits;
  limits.max_bytes = kMostBytes;
  auto document = json::read(text, file, limits);
  if (!document.ok()) return std::nullopt;
  return std::move(document).value();
}

std::optional<facts::Profile> profileOf(const json::Value& value,
                                        const catalogue::Catalogue& catalogue) {
  const facts::RenewedProfile renewed = facts::renew(value, catalogue.vocabulary());
  auto profile = facts::readProfile(renewed.profile, catalogue.vocabulary(), "");
  if (!profile.ok()) return std::nullopt;
  return std::move(profile).value();
}

std::string textAt(const json::Value& object, std::string_view key) {
  const json::Value* found = object.find(key);
  return found == nullptr ? std::string() : found->text;
}

}  // namespace

std::string_view toString(Origin origin) {
  switch (origin) {
    case Origin::kStory:
      return "story";
    case Origin::kWorkedCase:
      return "worked_case";
    case Origin::kDrawn:
      return "drawn";
    case Origin::kSaved:
      break;
  }
  return "saved";
}

std::size_t forEachStory(const catalogue::PolicyFiles& stories,
                         const catalogue::Catalogue& catalogue, const TakeFirm& take) {
  std::size_t unreadable = 0;
  for (const auto& [file, text] : stories) {
    const auto document = documentOf(text, file);
    const json::Value* given = document ? document->find("profile") : nullptr;
    const auto profile = given != nullptr ? profileOf(*given, catalogue) : std::nullopt;
    if (profile) {
      take({Origin::kStory, textAt(*document, "name"), *profile});
    } else {
      ++unreadable;
    }
  }
  return unreadable;
}

void forEachWorkedCase(const catalogue::PolicyFiles& cases, const catalogue::Catalogue& catalogue,
                       const TakeFirm& take) {
  const auto pack = documentOf(engine::writeConformancePack(catalogue.hash(), cases), "");
  const json::Value* all = pack ? pack->find("cases") : nullptr;
  if (all == nullptr) return;
  for (const json::Value& worked : all->elements) {
    const json::Value* request = worked.find("request");
    const json::Value* given = request == nullptr ? nullptr : request->find("profile");
    const auto profile = given != nullptr ? profileOf(*given, catalogue) : std::nullopt;
    if (profile) take({Origin::kWorkedCase, textAt(worked, "name"), *profile});
  }
}

bool takeSaved(const json::Value& profile, const catalogue::Catalogue& catalogue,
               const TakeFirm& take) {
  const auto read = profileOf(profile, catalogue);
  if (read) take({Origin::kSaved, {}, *read});
  return read.has_value();
}

}  // namespace policycalc::impact
