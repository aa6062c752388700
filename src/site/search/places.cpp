#include "site/search/places.h"

#include <algorithm>

#include "policycalc/base/text.h"

#include "site/page.h"
#include "site/search/words.h"
#include "site/words.h"

namespace policycalc::site {
namespace {

constexpr std::size_t kMostOfAKind = 4;
constexpr std::size_t kShortestName = 2;  // characters: one occurs in half of all names

void addNumber(const std::string& word, const engine::Edition& edition, std::vector<Data>& list) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  for (const catalogue::Item& item : catalogue.items()) {
    const std::string number = std::to_string(item.number);
    if (word == number || word == "第" + number + "项" || word == number + "项") {
      list.push_back(link(itemName(item.number).zh + " " + item.title, itemPath(item.number)));
    }
  }
  if (const catalogue::Clause* clause = catalogue.find(word)) {
    list.push_back(link(clause->id + " " + edition.fillIn(clause->title), measurePath(clause->id)));
  }
}

void addUnits(const std::string& word, const catalogue::Registry& registry,
              std::vector<Data>& list) {
  std::size_t count = 0;
  for (const catalogue::Unit& unit : registry.units()) {
    std::vector<std::string> names{unit.name, unit.name_en};
    names.insert(names.end(), unit.aliases.begin(), unit.aliases.end());
    if (count == kMostOfAKind || !holdsAll(names, word)) continue;
    list.push_back(link(unit.name, unitPath(unit.id)));
    ++count;
  }
}

void addDocuments(const std::string& word, const catalogue::Registry& registry,
                  std::vector<Data>& list) {
  std::size_t count = 0;
  for (const catalogue::Document& document : registry.documents()) {
    if (count == kMostOfAKind || !holdsAll({document.number, document.title}, word)) continue;
    list.push_back(link("《" + document.title + "》", "/documents#" + percentEncoded(document.id)));
    ++count;
  }
}

}  // namespace

std::vector<Data> namedPlaces(std::string_view typed, const engine::Edition& edition) {
  std::vector<Data> list;
  for (const std::string& word : wordsOf(typed)) {
    addNumber(word, edition, list);
    if (base::countCodePoints(word) < kShortestName ||
        word.find_first_not_of("0123456789.") == std::string::npos) {
      continue;
    }
    addUnits(word, edition.catalogue().registry(), list);
    addDocuments(word, edition.catalogue().registry(), list);
  }
  return list;
}

}  // namespace policycalc::site
