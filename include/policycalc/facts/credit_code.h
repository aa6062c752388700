#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/facts/warning_codes.h"

namespace policycalc::facts {

/// A fault in a unified social credit code. Codes: `length`, `alphabet`, `department`, `category`,
/// `region`, `organisation_checksum` (character 17), `checksum` (character 18), or only
/// `citizen_number` for a person's identity number in the wrong field.
struct CreditCodeFault {
  WarningCode code;
  std::string message;  ///< Chinese, for people
  std::string message_en;
};

/// The code as the standard writes it: without hyphens, blanks and invisible characters, in half
/// width and upper case. Does not change look-alikes (O for 0, I for 1).
std::string normalizeCreditCode(std::string_view text);

/// Checks a code by GB 32100—2015 (with its amendment no. 1) and GB 11714 and returns all faults. A
/// code with a wrong length or alphabet is not checked further. Faults are warnings only: codes
/// issued before 2016 and local practice differ, so a fault must never lock a company out.
std::vector<CreditCodeFault> checkCreditCode(std::string_view text);

}  // namespace policycalc::facts
