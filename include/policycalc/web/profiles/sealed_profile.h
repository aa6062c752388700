#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "policycalc/base/date.h"
#include "policycalc/store/saved_profiles.h"
#include "policycalc/vault/access_code.h"
#include "policycalc/vault/key_ring.h"
#include "policycalc/web/profiles/profile_body.h"

namespace policycalc::web {

/// Puts `answers` into `profile` (whose lookup is set) under a fresh key, which is wrapped for the
/// code, and for the service only where the owner agreed to anything.
void sealProfile(store::SavedProfile& profile, std::string_view answers, Consent consent,
                 const vault::AccessCode& code, const vault::ServiceKeys& service_keys);

/// What sealProfile() was given. Throws std::runtime_error, which tells nothing of it, when what is
/// stored has been changed by somebody else: the code was right, as the lookup was found by it.
std::string openProfile(const store::SavedProfile& profile, const vault::AccessCode& code);

/// What openProfile() gave, with its profile in the words of `catalogue` (facts::renew()), those
/// marks `left_out` that still hold, and a member `renewals` that says what had to change: members
/// of an object, as before.
std::string renewedAnswers(const std::string& answers, const catalogue::Catalogue& catalogue);

/// When a profile that is kept for `days` is no more: at midnight, UTC+8, behind its last day.
std::chrono::sys_seconds expiryAfter(std::chrono::sys_seconds now, int days);
/// The last day, at UTC+8, on which it is there.
base::Date lastDay(std::chrono::sys_seconds expires_at);

}  // namespace policycalc::web
