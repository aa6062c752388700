#pragma once

#include <string>
#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/http/message.h"

namespace policycalc::http {

/// An error answer as RFC 9457 describes it. All texts are valid UTF-8 and may leave the process.
struct Problem {
  int status = 0;      ///< as problemOf() or makeProblem() sets it
  std::string code;    ///< what went wrong, for programs; see problem_codes.h
  std::string title;   ///< for people, in Chinese; empty: the usual one of `status`
  std::string detail;  ///< for people; empty: the usual one of `status`
  base::Issues issues;
  std::string more;  ///< further members, already rendered (`"a":1,"b":[]`), under new names
};

/// An issue as a problem lists it: {pointer, code, message, message_en, instead}.
std::string issueJson(const base::Issue& issue);

/// A problem with the usual title of `status`, and its usual detail if `detail` is empty.
Problem makeProblem(int status, std::string detail = {});

/// `application/problem+json` with the keys code, type (a page about the code), title, status,
/// detail, request_id and issues: [{pointer, code, message, message_en, instead}] (files, lines and
/// severities stay inside the process), issues_omitted if not all are listed, and the members of
/// `more`. At most kMostIssues issues and 30 KiB of them are listed, the first ones.
Response problemResponse(const Problem& problem, std::string_view request_id);

}  // namespace policycalc::http
