// Arbitrary bytes as a profile: refused with usable issues, or read and written so that they read
// the same again; and the scanner agrees.
#include <string>
#include <string_view>

#include "policycalc/base/unicode.h"
#include "policycalc/facts/profile.h"
#include "policycalc/json/reader.h"

#include "facts/scanner_contract.h"
#include "fuzz/contract.h"
#include "fuzz/vocabulary.h"

namespace policycalc::fuzz {

namespace {

std::string written(const facts::Profile& profile) {
  json::Writer writer;
  facts::writeProfile(writer, profile, vocabulary());
  return writer.take();
}

std::string faultOf(const base::Issues& issues) {
  if (issues.empty()) return "refused without an issue";
  for (const base::Issue& issue : issues) {
    const bool is_usable = !issue.code.empty() && !issue.message.empty() &&
                           base::isUtf8(issue.message) && base::isUtf8(issue.pointer);
    if (!is_usable) return "unusable issue " + base::formatIssue(issue);
  }
  return {};
}

}  // namespace

std::string contractFault(std::string_view bytes) {
  const std::string disagreement = facts::profileScannerFault(bytes, vocabulary());
  if (!disagreement.empty()) return disagreement;
  const auto value = json::read(bytes);
  if (!value.ok()) return {};
  const auto profile = facts::readProfile(*value, vocabulary(), "/profile");
  if (!profile.ok()) return faultOf(profile.error());
  const std::string once = written(*profile);
  const auto again = json::read(once);
  if (!again.ok()) return "its own text is not JSON: " + once;
  const auto same = facts::readProfile(*again, vocabulary(), "/profile");
  if (!same.ok()) return "its own text is refused: " + once;
  if (written(*same) != once) return "its own text is not stable: " + once;
  return {};
}

}  // namespace policycalc::fuzz
