#include "policycalc/base/issue.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace policycalc::base {

void Issues::addUpTo(std::size_t most, Issue issue) {
  if (size() < most) {
    push_back(std::move(issue));
  } else {
    ++omitted_;
  }
}

void Issues::addUpTo(std::size_t most, const Issues& more) {
  for (const Issue& issue : more) addUpTo(most, issue);
  omitted_ += more.omitted_;
}

void sortIssues(Issues& issues) {
  std::stable_sort(issues.begin(), issues.end(), [](const Issue& a, const Issue& b) {
    return std::tie(a.file, a.line, a.column, a.pointer, a.code) <
           std::tie(b.file, b.line, b.column, b.pointer, b.code);
  });
}

bool hasErrors(const Issues& issues) {
  return std::any_of(issues.begin(), issues.end(),
                     [](const Issue& issue) { return issue.severity == Severity::kError; });
}

std::string formatIssue(const Issue& issue) {
  std::string text;
  if (!issue.file.empty()) {
    text += issue.file;
    if (issue.line > 0) {
      text += ":" + std::to_string(issue.line) + ":" + std::to_string(issue.column);
    }
    text += ": ";
  }
  if (!issue.pointer.empty()) text += issue.pointer + ": ";
  if (issue.severity == Severity::kWarning) text += "warning: ";
  text += issue.code + ": " + issue.message;
  return text;
}

std::string childPointer(std::string_view pointer, std::string_view key) {
  std::string child(pointer);
  child += '/';
  for (const char c : key) {
    if (c == '~') {
      child += "~0";
    } else if (c == '/') {
      child += "~1";
    } else {
      child += c;
    }
  }
  return child;
}

std::string childPointer(std::string_view pointer, std::size_t index) {
  return std::string(pointer) + "/" + std::to_string(index);
}

}  // namespace policycalc::base
