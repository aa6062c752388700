#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace policycalc::facts {

/// One thing that does not fit in a unified social credit code. Codes: `length`, `alphabet`,
/// `department`, `category`, `region`, `organisation_checksum` (character 17), `checksum` (18); or
/// `citizen_number` by itself, for a person's identity number that got into the wrong field.
struct CreditCodeFault {
  std::string code;
  std::string message;  ///< Chinese, for people
};

/// The code as the standard writes it: hyphens, blanks of any width and unseen characters dropped,
/// full width made half width, upper case. Look-alikes (O for 0, I for 1) are left as they are.
std::string normalizeCreditCode(std::string_view text);

/// Checks a code by GB 32100—2015 (with its amendment no. 1) and GB 11714. All faults that can be
/// told are returned; a code of another length or alphabet is not checked further. Only warnings:
/// codes given before 2016 and local practice differ, so a fault must never lock a company out.
std::vector<CreditCodeFault> checkCreditCode(std::string_view text);

}  // namespace policycalc::facts
