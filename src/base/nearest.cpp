#include "policycalc/base/nearest.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "policycalc/base/ascii.h"
#include "policycalc/base/text.h"

namespace policycalc::base {
namespace {

constexpr std::size_t kLongest = 64;
constexpr std::size_t kMost = 3;

/// How many characters must be inserted, removed, replaced or swapped to turn one into the other.
std::size_t distance(std::string_view a, std::string_view b) {
  using Row = std::array<std::size_t, kLongest + 1>;
  Row before{};
  Row above{};
  Row row{};
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return above[b.size()];
}

/// A third of the characters may be wrong.
std::size_t farthest(std::size_t length) {
  return std::max<std::size_t>(1, length / 3);
}

}  // namespace

std::vector<std::string> nearestNames(std::string_view text,
                                      const std::vector<std::string>& names) {
  std::vector<std::string> found;
  if (text.empty() || text.size() > kLongest) return found;
  const std::string wanted = toLower(text);
  std::vector<std::pair<std::size_t, const std::string*>> near;
  for (const std::string& name : names) {
    if (name.size() > kLongest) continue;
    const std::string lower = toLower(name);
    const bool begins =
        wanted.size() > 2 && lower.size() > wanted.size() && lower.rfind(wanted, 0) == 0;
    const std::size_t far = begins ? 1 : distance(wanted, lower);
    if (far <= farthest(std::min(wanted.size(), lower.size()))) near.emplace_back(far, &name);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [far, name] : near) {
    if (found.size() < kMost) found.push_back(*name);
  }
  return found;
}

std::string didYouMean(const std::vector<std::string>& names) {
  if (names.empty()) return {};
  std::vector<std::string> quotes;
  quotes.reserve(names.size());
  for (const std::string& name : names) quotes.push_back(quoted(name));
  return " (did you mean " + join(quotes, " or ") + "?)";
}

}  // namespace policycalc::base
