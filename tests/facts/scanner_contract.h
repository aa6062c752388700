#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "policycalc/facts/profile.h"
#include "policycalc/facts/profile_scanner.h"
#include "policycalc/json/reader.h"

namespace policycalc::facts {

inline bool sameProfile(const Profile& a, const Profile& b) {
  if (a.size() != b.size()) return false;
  for (FactIndex i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

/// The profile in a document as the scanner reads it; nothing if it gave up.
inline std::optional<Profile> scannedProfile(std::string_view text, const Vocabulary& vocabulary,
                                             const NameIndex* names = nullptr) {
  json::Scanner scanner(text);
  // What the memory held before must not matter.
  Profile profile(1);
  profile[0] = {true, kTrue, 1, "before"};
  if (!ProfileScanner(vocabulary, names).readObject(scanner, profile)) return {};
  if (!scanner.isAtEnd()) return {};
  return profile;
}

/// Checks what the scanner promises for any bytes: it gives up, or reads the profile that
/// readProfile() reads. Returns "" or what is wrong.
inline std::string profileScannerFault(std::string_view text, const Vocabulary& vocabulary) {
  const auto scanned = scannedProfile(text, vocabulary);
  const NameIndex names(vocabulary);
  const auto by_index = scannedProfile(text, vocabulary, &names);
  if (scanned.has_value() != by_index.has_value()) return "an index of names makes a difference";
  if (!scanned) return {};
  if (!sameProfile(*scanned, *by_index)) return "an index of names makes a difference";
  const auto value = json::read(text);
  if (!value.ok()) return "the scanner took what is refused: " + formatIssue(value.error().front());
  const auto profile = readProfile(*value, vocabulary, "");
  if (!profile.ok()) {
    return "the scanner took what is refused: " + formatIssue(profile.error().front());
  }
  return sameProfile(*profile, *scanned) ? "" : "the scanner read another profile";
}

}  // namespace policycalc::facts
