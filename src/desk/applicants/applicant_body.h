#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/rules/authorisation_way.h"
#include "policycalc/facts/profile.h"
#include "policycalc/facts/retired.h"
#include "policycalc/web/profiles/left_out.h"

namespace policycalc::desk {

/// What a body says of an authorisation.
struct AuthorisationBody {
  AuthorisationWay given = AuthorisationWay::kPaper;
  bool for_matters = false;
  std::string given_by;     ///< the name of the person who gave it
  std::string text_number;  ///< of the text that they agreed to; "" if it is not said
  std::optional<int> days;  ///< optional only for a code, whose profile ends it anyway

  bool byCode() const { return given == AuthorisationWay::kCode; }
};

/// What a body says of an applicant.
struct ApplicantBody {
  std::string name;  ///< "" only for a code: the profile may name the company
  std::string contact;
  std::string county;  ///< of the city; "" if the body has none
  facts::Profile profile{0};
  std::vector<bool> verified;            ///< by fact: staff saw the original
  web::LeftOut left_out;                 ///< of the others: answered by leaving them out
  std::vector<facts::Renewal> renewals;  ///< by code: what changed in the saved profile
  AuthorisationBody authorisation;
  bool is_another = false;    ///< another company than those of its name; only of a POST
  std::int64_t revision = 0;  ///< only of a PUT
};

/// The bodies of `POST applicants`, `PUT applicants/{id}` and `PUT applicants/{id}/authorisation`.
/// They report all issues together, each with its pointer: those of BodyFields and, below
/// `/profile`, of readProfile(); `wrong_value` for a text that is not a line, and for an unknown
/// county, way, number of days or number of a text; `unknown_fact`, `duplicate_fact` and
/// `not_answered` below
/// `/verified`; those of web::readLeftOut(), and `not_left_out` for a mark on a verified fact. When
/// the authorisation is given by code, the body has neither `profile` nor marks: they are those
/// that the code opens.
base::Result<ApplicantBody, base::Issues> readNewApplicant(std::string_view body,
                                                           const catalogue::Catalogue& catalogue);
base::Result<ApplicantBody, base::Issues> readChangedApplicant(
    std::string_view body, const catalogue::Catalogue& catalogue);
base::Result<AuthorisationBody, base::Issues> readAuthorisation(std::string_view body);

}  // namespace policycalc::desk
