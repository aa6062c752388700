// Arbitrary bytes as a credit code: its plain spelling stays as it is, and is judged as it was.
// Bytes that are not UTF-8, which no JSON brings here, are refused.
#include <algorithm>
#include <string>
#include <string_view>

#include "policycalc/base/unicode.h"
#include "policycalc/facts/credit_code.h"

#include "fuzz/contract.h"

namespace policycalc::fuzz {

std::string contractFault(std::string_view bytes) {
  constexpr std::size_t kLength = 18;
  const std::string plain = facts::normalizeCreditCode(bytes);
  if (plain.size() > bytes.size()) return "the plain spelling is longer: " + plain;
  if (!base::isUtf8(bytes)) {
    // What is left of it when invisible characters are gone may read in another way.
    return facts::checkCreditCode(bytes).empty() ? "accepted though it is not UTF-8"
                                                 : std::string();
  }
  if (facts::normalizeCreditCode(plain) != plain) return "the plain spelling changes: " + plain;
  const auto faults = facts::checkCreditCode(bytes);
  const auto again = facts::checkCreditCode(plain);
  const bool same =
      std::equal(faults.begin(), faults.end(), again.begin(), again.end(),
                 [](const auto& a, const auto& b) { return a.code.text() == b.code.text(); });
  if (!same) return "the plain spelling is judged otherwise: " + plain;
  for (const auto& fault : faults) {
    if (fault.message.empty()) return "an unusable fault";
    if (!base::isUtf8(fault.message)) return "a message that is not UTF-8";
  }
  if (faults.empty() && plain.size() != kLength) return "accepted with a wrong length: " + plain;
  return {};
}

}  // namespace policycalc::fuzz
