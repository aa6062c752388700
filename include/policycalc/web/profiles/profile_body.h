#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::web {

/// What an owner agrees to; without it the service has no key to the profile.
struct Consent {
  bool help = false;    ///< staff may open it to help
  bool notify = false;  ///< to be told of changed policies

  bool any() const { return help || notify; }
};

/// What a body says of it; what it does not say stays as it was.
struct ConsentChange {
  std::optional<bool> help;
  std::optional<bool> notify;

  Consent appliedTo(Consent before) const {
    return {.help = help.value_or(before.help), .notify = notify.value_or(before.notify)};
  }
};

/// The body of `POST /api/v1/profiles` and `PUT /api/v1/profiles/mine`.
struct ProfileBody {
  /// `"profile":{…},"as_of":…,"needs":[…],"left_out":[…]` as members: what is sealed, and given
  /// back as it is.
  std::string answers;
  std::optional<int> expires_in_days;
  ConsentChange consent;
  std::int64_t revision = 0;  ///< PUT's alone
};

/// How long a profile may be kept.
inline constexpr int kExpiryDays[] = {30, 90, 365};

enum class BodyKind : unsigned char { kNew, kChange };

/// Reads a body; all issues together, each with its pointer: those of the JSON reader,
/// `unknown_field`, `missing_field`, `wrong_type`, `wrong_date`, `wrong_value`, `unknown_need`,
/// `duplicate_need`, those of readLeftOut(), and those of readProfile() below `/profile`. A new one
/// must say when it expires, a change which revision it is a change of.
base::Result<ProfileBody, base::Issues> readProfileBody(std::string_view body, BodyKind kind,
                                                        const catalogue::Catalogue& catalogue);

}  // namespace policycalc::web
