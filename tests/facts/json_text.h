#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/base/issue.h"
#include "policycalc/base/text.h"
#include "policycalc/json/reader.h"
#include "policycalc/json/value.h"

namespace policycalc::test {

/// The document in `text`, which must be well formed.
inline json::Value parse(std::string_view text) {
  auto document = json::read(text, "test.json", {4 * 1024 * 1024, 32});
  BOOST_REQUIRE_MESSAGE(document.ok(), "the test's own JSON is broken: " << text);
  return std::move(document).value();
}

/// `text` with its only occurrence of `from` replaced by `to`.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, "the text does not hold " << from);
  BOOST_REQUIRE_MESSAGE(text.find(from, at + 1) == std::string::npos, from << " appears twice");
  return text.replace(at, from.size(), to);
}

/// `line pointer code` of each issue, in order, one on each line.
inline std::string listed(base::Issues issues) {
  base::sortIssues(issues);
  std::vector<std::string> lines;
  for (const base::Issue& issue : issues) {
    lines.push_back(std::to_string(issue.line) + " " + issue.pointer + " " + issue.code);
  }
  return base::join(lines, "\n");
}

/// True if every issue has a message in lower case without a full stop.
inline bool worded(const base::Issues& issues) {
  for (const base::Issue& issue : issues) {
    const std::string& text = issue.message;
    if (text.empty() || text.back() == '.' || (text.front() >= 'A' && text.front() <= 'Z')) {
      return false;
    }
  }
  return true;
}

}  // namespace policycalc::test
