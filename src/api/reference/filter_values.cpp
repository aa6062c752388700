#include "api/reference/filter_values.h"

namespace policycalc::api {
namespace {

template <typename List>
std::vector<std::string> idsOf(const List& list) {
  std::vector<std::string> ids;
  ids.reserve(list.size());
  for (const auto& one : list) ids.push_back(one.id);
  return ids;
}

template <typename List>
std::vector<int> numbersOf(const List& list) {
  std::vector<int> numbers;
  numbers.reserve(list.size());
  for (const auto& one : list) numbers.push_back(one.number);
  return numbers;
}

}  // namespace

std::vector<std::string> factTopics(const catalogue::Catalogue& catalogue) {
  return idsOf(catalogue.vocabulary().topics());
}

std::vector<std::string> needIds(const catalogue::Catalogue& catalogue) {
  return idsOf(catalogue.vocabulary().needs());
}

std::vector<std::string> unitIds(const catalogue::Catalogue& catalogue) {
  return idsOf(catalogue.registry().units());
}

std::vector<int> itemNumbers(const catalogue::Catalogue& catalogue) {
  return numbersOf(catalogue.items());
}

std::vector<int> chapterNumbers(const catalogue::Catalogue& catalogue) {
  const catalogue::Document* notice = catalogue.notice();
  return notice == nullptr ? std::vector<int>() : numbersOf(notice->chapters);
}

}  // namespace policycalc::api
