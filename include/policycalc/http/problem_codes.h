#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace policycalc::http {

/// One text in both languages of the API.
struct InBoth {
  std::string zh;
  std::string en;
};

/// What one code of a refusal or of an issue means, for people.
struct ProblemCode {
  std::string code;  ///< `no_such_path`, `unknown_fact`
  InBoth title;
  InBoth cause;
  InBoth cure;
};

/// All codes of the public API in the order of their file, problems/codes.json: first those of
/// refusals, then those of issues. Read once; thread-safe.
const std::vector<ProblemCode>& problemCodes();

/// The code's entry, or null for a code of the desk, which the desk's pages explain.
const ProblemCode* findProblemCode(std::string_view code);

/// Where people read of the code: `/problems/CODE`; `about:blank` for one without an entry.
std::string problemType(std::string_view code);

}  // namespace policycalc::http
