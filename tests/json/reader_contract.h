#pragma once

#include <string>
#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/base/unicode.h"
#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

namespace policycalc::json {

inline bool isUsable(const base::Issue& issue) {
  return !issue.code.empty() && !issue.message.empty() && issue.line >= 1 && issue.column >= 1 &&
         base::isUtf8(issue.message) && base::isUtf8(issue.pointer);
}

/// Checks what the reader promises for any bytes: they are refused with usable issues, or accepted
/// and understood in the same way after writing. Returns "" or what is wrong.
inline std::string contractFault(std::string_view text) {
  const auto value = read(text);
  if (!value.ok()) {
    if (value.error().empty()) return "refused without an issue";
    for (const base::Issue& issue : value.error()) {
      if (!isUsable(issue)) return "unusable issue " + formatIssue(issue);
    }
    return {};
  }
  if (!base::isUtf8(text)) return "accepted though it is not UTF-8";
  const std::string once = canonical(*value);
  const ReadLimits writing_may_enlarge{8 * text.size() + 1024, 32};
  const auto again = read(once, {}, writing_may_enlarge);
  if (!again.ok()) return "canonical text refused: " + once;
  if (canonical(*again) != once) return "canonical text not stable: " + once;
  Writer out;
  const auto compact = read(out.value(*value).take(), {}, writing_may_enlarge);
  if (!compact.ok() || canonical(*compact) != once) return "compact text differs: " + once;
  return {};
}

}  // namespace policycalc::json
