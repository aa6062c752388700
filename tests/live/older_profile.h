#pragma once

#include <string>
#include <string_view>

#include "live/live_service.h"

namespace policycalc::live {

/// Answers in the words of an earlier vocabulary, as JSON: a retired fact and a retired option, and
/// a single answer where today's question takes several.
inline constexpr std::string_view kOlderProfile =
    R"({"company_name":"红星家具厂","district":"360702","employees":8,)"
    R"("situations":["arrears","ip_dispute"],"credit_risk_class":"a","training_plan":"job_skills"})";

/// The same answers under today's vocabulary.
inline constexpr std::string_view kOlderProfileToday =
    R"({"company_name":"红星家具厂","district":"360702","employees":8,)"
    R"("training_plan":["job_skills"]})";

/// Stores `profile` as an earlier service sealed it and gives the owner's code. `help` lets staff
/// open it.
std::string keepOlderProfile(const LiveService& service, bool help = false,
                             std::string_view profile = kOlderProfile);

}  // namespace policycalc::live
