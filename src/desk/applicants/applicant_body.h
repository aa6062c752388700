#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/facts/profile.h"
#include "policycalc/facts/retired.h"

namespace policycalc::desk {

/// How leave was given; as the store spells it.
namespace given_by_way {
inline constexpr std::string_view kPaper = "paper";
inline constexpr std::string_view kScreen = "screen";
inline constexpr std::string_view kCode = "code";
}  // namespace given_by_way

/// What a body says of an authorisation.
struct AuthorisationBody {
  std::string given;
  bool for_matters = false;
  std::string given_by;     ///< the name of whoever gave it
  std::optional<int> days;  ///< always there but for a code, which ends with its profile

  bool byCode() const { return given == given_by_way::kCode; }
};

/// What a body says of an applicant.
struct ApplicantBody {
  std::string name;  ///< "" only for a code, whose profile may name the company
  std::string contact;
  std::string county;  ///< "" where none is given; a county of the city otherwise
  facts::Profile profile{0};
  std::vector<bool> verified;            ///< by fact: somebody saw the original
  std::vector<facts::Renewal> renewals;  ///< by a code: what the saved profile said otherwise
  AuthorisationBody authorisation;
  std::int64_t revision = 0;  ///< PUT's alone
};

/// The bodies of `POST applicants`, `PUT applicants/{id}` and `PUT applicants/{id}/authorisation`.
/// All issues together, each with its pointer: those of BodyFields and, below `/profile`, of
/// readProfile(); `wrong_value` for what is no line of text, county, way or number of days;
/// `unknown_fact`, `duplicate_fact` and `not_answered` below `/verified`. Where leave is given by
/// code, profile and marks come from what the code opens and are no fields of the body.
base::Result<ApplicantBody, base::Issues> readNewApplicant(std::string_view body,
                                                           const catalogue::Catalogue& catalogue);
base::Result<ApplicantBody, base::Issues> readChangedApplicant(
    std::string_view body, const catalogue::Catalogue& catalogue);
base::Result<AuthorisationBody, base::Issues> readAuthorisation(std::string_view body);

}  // namespace policycalc::desk
