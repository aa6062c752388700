#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::base {

enum class Severity : std::uint8_t { kWarning, kError };

/// One mistake in something a person wrote: a policy file, a profile, a request body.
/// Issues are collected, never thrown, so that one run reports all of them.
struct Issue {
  Severity severity = Severity::kError;
  std::string code = {};     ///< stable, snake_case: `unknown_fact`
  std::string file = {};     ///< relative path; empty for input that is not a file
  std::string pointer = {};  ///< RFC 6901 JSON pointer; "" is the whole document
  int line = 0;              ///< from 1; 0 without a position
  int column = 0;            ///< from 1, in bytes; 0 without a position
  std::string message = {};  ///< for people; lower case, no full stop, input in backticks
  /// Names to use instead: those nearest to an unknown name, or the successors of a retired one.
  std::vector<std::string> instead = {};
  std::string message_zh = {};  ///< the message in Chinese, where its code does not say enough

  auto operator<=>(const Issue&) const = default;
};

/// A list of issues. What reads a text from outside takes `kMostIssues` of it and only counts the
/// rest, so that a small text cannot cause a long list.
class Issues : public std::vector<Issue> {
 public:
  using std::vector<Issue>::vector;

  /// Adds `issue` if fewer than `most` are listed, else counts it.
  void addUpTo(std::size_t most, Issue issue);
  /// Adds those of `more` in the same way, and what it has counted.
  void addUpTo(std::size_t most, const Issues& more);
  void countOmitted(std::size_t more = 1) { omitted_ += more; }

  /// Issues that were found and are not in the list.
  std::size_t omitted() const { return omitted_; }

 private:
  std::size_t omitted_ = 0;
};

/// As many as a person reads before they mend the cause of all.
inline constexpr std::size_t kMostIssues = 100;

/// By file, then place in the file, then code.
void sortIssues(Issues& issues);

bool hasErrors(const Issues& issues);

/// `file:line:column: pointer: code: message` without the parts that are empty: the line that the
/// program prints for an issue.
std::string formatIssue(const Issue& issue);

/// `pointer` extended by one key, escaped as RFC 6901 requires (`~` → `~0`, `/` → `~1`).
std::string childPointer(std::string_view pointer, std::string_view key);
std::string childPointer(std::string_view pointer, std::size_t index);

}  // namespace policycalc::base
