#pragma once

#include <cstdint>
#include <string>

#include "desk/browser.h"

namespace policycalc::desk::test {

inline constexpr const char* kZhanggong = "360702";
inline constexpr const char* kNankang = "360703";
inline constexpr const char* kCreditCode = "913607021922038219";

/// As employ(), with this county and unit; "" for none.
std::int64_t employAt(const live::LiveService& service, const std::string& login,
                      const std::string& role, const std::string& county,
                      const std::string& unit = {});
/// A browser in which such a member has just logged in.
Browser signedInAt(const live::LiveService& service, const std::string& login,
                   const std::string& role, const std::string& county,
                   const std::string& unit = {});

/// The object `authorisation` of a body, for 30 days. `days` is that member, after a comma.
std::string authorisation(const std::string& given = "paper", bool for_matters = true,
                          const std::string& days = ",\"days\":30");

/// The body of `POST applicants`, for another company even if one of its name is kept.
std::string helpedBody(const std::string& name = "赣州甲食品有限公司",
                       const std::string& profile = R"({"district":"360702","employees":8})",
                       const std::string& verified = "[]", const std::string& more = {});
/// The same by code, which has no profile.
std::string byCodeBody(const std::string& more = {});

/// The body of `PUT applicants/{id}`.
std::string changedApplicant(int revision, const std::string& profile,
                             const std::string& verified = "[]",
                             const std::string& name = "赣州甲食品有限公司");

/// Adds an applicant and gives its path, `/applicants/1`; throws if it is refused.
std::string help(Browser& browser, const std::string& body = helpedBody());

/// Status, code and pointer of a refusal.
std::string refusalOf(const http::test::Reply& reply);

}  // namespace policycalc::desk::test
