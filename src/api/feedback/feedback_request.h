#pragma once

#include <string>
#include <string_view>

#include "policycalc/api/feedback.h"
#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/web/match/match_request.h"

namespace policycalc::api {

/// The body of `POST /api/v1/feedback`.
struct FeedbackRequest {
  std::string kind;       ///< one of kFeedbackKinds
  std::string measure;    ///< "" only for a suggestion
  std::string catalogue;  ///< the given hash, else that of the current catalogue
  FeedbackText text;
};

/// Reads a request; all issues together, each with its pointer: those of the JSON reader,
/// `unknown_field`, `missing_field`, `wrong_type`, `unknown_kind`, `unknown_measure`,
/// `wrong_catalogue`, `blank`, `too_long`. A measure is known if the named catalogue or the current
/// one has it; the named catalogue need not be kept any more, but must be spelt as a hash.
base::Result<FeedbackRequest, base::Issues> readFeedbackRequest(std::string_view body,
                                                                const web::CatalogueLookup& lookup);

}  // namespace policycalc::api
