#pragma once

#include <string>

#include "desk/helped.h"

namespace policycalc::desk::test {

inline constexpr const char* kMarketRegulation = "gz-market-regulation";
inline constexpr const char* kCommerce = "gz-commerce";
/// One responsible unit, one document; applies to kAwarded.
inline constexpr const char* kAward = "11.1.1a";
/// Three responsible units; undetermined for kAwarded.
inline constexpr const char* kFair = "10.1";
inline constexpr const char* kAwarded =
    R"({"district":"360702","quality_awards":["china_quality_award"]})";

/// Sessions that outlast every jump of a test's clock.
DeskOptions patientHall();

/// The desk with a clerk, a handler of the market regulation and a supervisor of everything, all
/// logged in, and an applicant of the clerk's who is authorised for matters.
struct Casework {
  Casework();

  live::LiveService service;
  Browser clerk;
  Browser handler;
  Browser supervisor;
  std::int64_t clerk_id;
  std::int64_t handler_id;
  std::int64_t supervisor_id;
  std::string applicant;  ///< its path

  std::string applicantId() const { return applicant.substr(applicant.rfind('/') + 1); }
  /// Opens a matter as the clerk and gives its path, `/matters/1`; throws if it is refused.
  std::string open(const std::string& measure = kAward, const std::string& more = {});
  /// Names the handler for kAward in every county.
  void nameHandler();
};

/// Bodies of the requests about matters. A new one accepts a short permission, and a step has the
/// end that its state asks for, unless `more` has one or there is none.
std::string newMatter(const std::string& applicant_id, const std::string& measure = kAward,
                      const std::string& more = {});
std::string stepTo(const std::string& state, int revision, const std::string& more = {});
std::string handlerBody(const std::string& unit, const std::string& handler, int revision);

/// The value at a pointer of a reply's body; throws if there is none.
std::string valueAt(const http::test::Reply& reply, const std::string& pointer);

}  // namespace policycalc::desk::test
