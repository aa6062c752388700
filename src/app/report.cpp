#include "app/report.h"

#include <algorithm>
#include <iostream>

#include "app/visible_text.h"

namespace policycalc::app {

int complain(const std::string& who, const std::string& message, ExitCode exit_code) {
  std::cerr << who << ": " << visibleText(message) << '\n';
  return exit_code;
}

void printIssues(const base::Issues& issues) {
  for (const base::Issue& issue : issues) {
    std::cerr << visibleText(base::formatIssue(issue)) << '\n';
  }
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      text += row[i] + std::string(widths[i] - row[i].size() + 2, ' ');
    }
    text += row.back() + '\n';
  }
  return text;
}

}  // namespace policycalc::app
