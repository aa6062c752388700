#pragma once

#include <array>
#include <string_view>

#include "policycalc/base/code.h"

namespace policycalc::web {

// The codes of issues, in the order of the API documents: a test holds both against each other.

/// Of any request: `CommonIssueCode`.
inline constexpr auto kCommonIssueCodes = std::to_array<std::string_view>({
    "syntax",           "too_large",          "too_many_values",    "too_many_lines",
    "too_deep",         "trailing_text",      "duplicate_key",      "invalid_utf8",
    "lone_surrogate",   "number_range",       "wrong_type",         "wrong_value",
    "missing_field",    "unknown_field",      "unknown_parameter",  "duplicate_parameter",
    "unknown_fact",     "retired_fact",       "unknown_option",     "retired_option",
    "duplicate_option", "empty_text",         "too_long",           "control_character",
    "malformed",        "negative",           "too_many_decimals",  "out_of_range",
    "wrong_date",       "unknown_verdict",    "duplicate_verdict",  "unknown_catalogue",
    "unknown_need",     "duplicate_need",     "unknown_screen",     "duplicate_screen",
    "missing_key",      "malformed_key",      "unknown_key",        "expired_key",
    "revoked_key",      "secret_key_in_page", "origin_not_allowed", "scope_not_granted",
    "unknown_measure",  "duplicate_measure",  "not_answered",       "duplicate_fact",
    "not_left_out",     "catalogue_gone",
});

/// Of feedback only: `FeedbackIssueCode`.
inline constexpr auto kFeedbackIssueCodes = std::to_array<std::string_view>({
    "wrong_catalogue",
    "unknown_kind",
    "blank",
});

/// At the desk only: `DeskIssueCode`.
inline constexpr auto kDeskIssueCodes = std::to_array<std::string_view>({
    "signed_out",
    "wrong_login",
    "open_transport",
    "foreign_origin",
    "wrong_csrf",
    "password_change_required",
    "not_permitted",
    "fresh_password_required",
    "second_factor_required",
    "no_second_factor",
    "wrong_code",
    "unknown_host",
    "busy",
    "wait",
    "changed_elsewhere",
    "too_short",
    "not_text",
    "is_login",
    "guessable",
    "same_password",
    "wrong_password",
    "login_taken",
    "no_account",
    "no_session",
    "own_account",
    "last_administrator",
    "no_applicant",
    "applicant_exists",
    "name_found",
    "no_consent",
    "missing_code",
    "other_company",
    "matters_open",
    "no_matter",
    "closed",
    "no_such_step",
    "matter_open",
    "not_authorised",
    "does_not_apply",
    "no_table",
    "not_tried",
    "told_already",
    "not_closed",
    "too_late",
    "permission_short",
    "cannot_await",
    "nothing_to_remind",
    "measure_read",
});

inline constexpr auto kIssueCodes =
    base::joinedCodes(kCommonIssueCodes, kFeedbackIssueCodes, kDeskIssueCodes);

/// What an endpoint finds wrong with a request.
using IssueCode = base::CodeOf<kIssueCodes>;

}  // namespace policycalc::web
