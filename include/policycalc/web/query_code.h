#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "policycalc/vault/key_ring.h"

namespace policycalc::web {

/// An applicant's key is wrapped by the service's for this purpose.
inline constexpr std::string_view kApplicantKey = "applicant";
/// What a company says when it rates its matter is sealed under the applicant's key for this.
inline constexpr std::string_view kRatingWords = "matter/rating";

// The query code of a matter: with the reference, it shows the matter to its company, and lets it
// rate the end. Each matter has a code for itself, so that each receipt can carry one: a code is
// shown once, and a second matter of the same company could not show the first one's again.

/// A new one as people read it, `XXXX-XXXX-XXXX`: 60 bits from the system's generator. Short enough
/// to type; guesses are limited by the CodeDoor. Thread-safe.
std::string newQueryCode();

/// The symbols of a code as people type it, see vault::readSymbols(); nothing for any other text.
std::optional<std::string> readQueryCode(std::string_view text);

/// What is kept of the code `symbols`. The applicant's key is erased with the applicant's data.
std::string queryCodeHash(std::string_view symbols, const vault::Key& applicant_key);

}  // namespace policycalc::web
