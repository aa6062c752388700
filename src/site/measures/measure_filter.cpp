#include "site/measures/measure_filter.h"

#include <algorithm>
#include <utility>

#include "policycalc/base/ascii.h"

#include "site/template/data.h"

namespace policycalc::site {
namespace {

constexpr std::size_t kLongestSearch = 60;  // characters, as the field says

std::string valueOf(const http::Request& request, std::string_view name) {
  const auto found = std::find_if(request.query.begin(), request.query.end(),
                                  [&](const auto& one) { return one.first == name; });
  return found == request.query.end() ? std::string() : std::string(base::trimmed(found->second));
}

std::size_t pageOf(const std::string& text) {
  const bool plain =
      !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), base::isDigit);
  return plain ? std::max<std::size_t>(std::stoul(text), 1) : 1;
}

}  // namespace

MeasureFilter MeasureFilter::read(const http::Request& request) {
  MeasureFilter filter;
  const std::string sought = valueOf(request, "q");
  filter.sought = shortened(sought, kLongestSearch);
  if (filter.sought.size() != sought.size()) {
    filter.sought.resize(filter.sought.size() - std::string_view("…").size());
  }
  filter.topic = valueOf(request, "topic");
  filter.kind = valueOf(request, "kind");
  filter.chapter = valueOf(request, "chapter");
  filter.item = valueOf(request, "item");
  filter.unit = valueOf(request, "unit");
  filter.page = pageOf(valueOf(request, "page"));
  return filter;
}

bool MeasureFilter::isEmpty() const {
  return sought.empty() && topic.empty() && kind.empty() && chapter.empty() && item.empty() &&
         unit.empty();
}

bool MeasureFilter::isSearchOnly() const {
  MeasureFilter rest = *this;
  rest.sought.clear();
  return !sought.empty() && rest.isEmpty();
}

std::string MeasureFilter::address() const {
  const std::vector<std::pair<std::string_view, std::string>> all = {
      {"q", sought},
      {"topic", topic},
      {"kind", kind},
      {"chapter", chapter},
      {"item", item},
      {"unit", unit},
      {"page", page > 1 ? std::to_string(page) : std::string()}};
  std::string address = "/measures";
  char separator = '?';
  for (const auto& [name, value] : all) {
    if (value.empty()) continue;
    address += separator + std::string(name) + "=" + percentEncoded(value);
    separator = '&';
  }
  return address;
}

bool MeasureFilter::passes(const catalogue::Clause& measure,
                           const catalogue::Catalogue& catalogue) const {
  const catalogue::Chapter* of = catalogue.chapterOf(measure.item);
  if (!topic.empty() && catalogue.vocabulary().needs()[measure.topic].id != topic) return false;
  if (!kind.empty() && catalogue::toString(measure.kind) != kind) return false;
  if (!chapter.empty() && (of == nullptr || std::to_string(of->number) != chapter)) return false;
  if (!item.empty() && std::to_string(measure.item) != item) return false;
  if (unit.empty()) return true;
  const auto& units = catalogue.registry().units();
  return std::any_of(measure.units.begin(), measure.units.end(),
                     [&](const auto& one) { return units[one.unit].id == unit; });
}

std::size_t countOf(const std::vector<const catalogue::Clause*>& measures,
                    const MeasureFilter& filter, const catalogue::Catalogue& catalogue) {
  return static_cast<std::size_t>(std::count_if(
      measures.begin(), measures.end(),
      [&](const catalogue::Clause* measure) { return filter.passes(*measure, catalogue); }));
}

}  // namespace policycalc::site
