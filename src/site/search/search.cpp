#include "site/search/search.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "policycalc/base/ascii.h"
#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"

#include "site/search/words.h"

namespace policycalc::site {
namespace {

using catalogue::Clause;

// How much a word says about a measure, by where it is found.
constexpr int kInTitle = 8;
constexpr int kIsKeyword = 6;
constexpr int kInKeyword = 4;
constexpr int kInSubject = 3;
constexpr int kInWords = 2;
constexpr int kInDocuments = 2;
constexpr int kInUnits = 1;
constexpr int kNumber = 1;

bool holds(const std::string& text, const std::string& word) {
  return text.find(word) != std::string::npos;
}

bool allDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), base::isDigit);
}

/// The number in `第11项`, `11项` or `11`.
std::optional<int> itemNumber(std::string_view word) {
  constexpr std::string_view kBefore = "第";
  constexpr std::string_view kAfter = "项";
  if (word.starts_with(kBefore)) word.remove_prefix(kBefore.size());
  if (word.ends_with(kAfter)) word.remove_suffix(kAfter.size());
  if (!allDigits(word) || word.size() > 2) return {};
  return std::stoi(std::string(word));
}

/// Whether it is the number of a place in the notice, `11.1` or `11.1.1a`.
bool isPlace(std::string_view word) {
  const auto dot = word.find('.');
  if (dot == std::string_view::npos || !allDigits(word.substr(0, dot))) return false;
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return base::isDigit(c) || base::isLetter(c) || c == '.'; });
}

/// 11.1 holds 11.1.1a, but not 11.10.
bool isBelow(std::string_view id, std::string_view place) {
  if (!id.starts_with(place)) return false;
  const std::string_view rest = id.substr(place.size());
  return rest.empty() || !base::isDigit(place.back()) || !base::isDigit(rest.front());
}

std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> list;
  while (!text.empty()) {
    const std::size_t bytes = std::max<std::size_t>(base::firstCodePoint(text).bytes, 1);
    list.emplace_back(text.substr(0, bytes));
    text.remove_prefix(bytes);
  }
  return list;
}

std::string unitsOf(const Clause& measure, const catalogue::Registry& registry) {
  std::string names;
  for (const catalogue::ResponsibleUnit& one : measure.units) {
    const catalogue::Unit& unit = registry.units()[one.unit];
    names += unit.name + "\n" + unit.name_en + "\n" + base::join(unit.aliases, "\n") + "\n";
  }
  return names;
}

std::string documentsOf(const Clause& measure, const catalogue::Registry& registry) {
  std::string names;
  for (const criteria::Citation& source : measure.sources) {
    // Every measure rests on the notice, so its name tells none of them apart.
    const catalogue::Document* document = registry.findDocument(source.document);
    if (document == nullptr || !document->chapters.empty()) continue;
    names += document->number + "\n" + document->title + "\n";
  }
  return names;
}

Searchable searchable(const Clause& measure, const engine::Edition& edition) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const facts::Topic& topic = catalogue.vocabulary().needs()[measure.topic];
  const catalogue::Item* item = catalogue.findItem(measure.item);
  Searchable made;
  made.measure = &measure;
  made.title = folded(edition.fillIn(measure.title) + "\n" + measure.title_en);
  for (const std::string& keyword : measure.keywords) made.keywords.push_back(folded(keyword));
  made.subject = folded(topic.label + "\n" + topic.label_en + "\n" + item->title);
  std::string words =
      edition.fillIn(measure.summary) + "\n" + edition.fillInEnglish(measure.summary_en) + "\n";
  for (const catalogue::Benefit& benefit : measure.benefits) {
    words += edition.fillIn(benefit.label) + "\n";
  }
  made.words = folded(words + base::join(measure.documents, "\n"));
  made.documents = folded(documentsOf(measure, catalogue.registry()));
  made.units = folded(unitsOf(measure, catalogue.registry()));
  return made;
}

/// One measure with what the words of a search say about it.
struct Hit {
  const Clause* measure = nullptr;
  std::size_t words = 0;  ///< how many words of two characters or more lead here
  std::size_t score = 0;
};

bool better(const Hit& one, const Hit& other) {
  // What every company gets comes after what was made for some, if nothing else decides.
  return std::tuple(other.words, other.score, one.measure->universal) <
         std::tuple(one.words, one.score, other.measure->universal);
}

}  // namespace

SearchIndex::SearchIndex(const engine::Edition& edition) {
  for (const Clause* measure : edition.catalogue().measures()) {
    all_.push_back(searchable(*measure, edition));
  }
  for (const catalogue::Item& item : edition.catalogue().items()) items_.push_back(item.number);
}

int SearchIndex::rank(const std::string& word, const Searchable& one) const {
  // A number that the notice has is searched for among numbers only.
  const auto item = itemNumber(word);
  if (item && std::find(items_.begin(), items_.end(), *item) != items_.end()) {
    return one.measure->item == *item ? kNumber : 0;
  }
  if (isPlace(word)) return isBelow(one.measure->id, word) ? kNumber : 0;
  const auto& keywords = one.keywords;
  if (holds(one.title, word)) return kInTitle;
  if (std::find(keywords.begin(), keywords.end(), word) != keywords.end()) return kIsKeyword;
  if (std::any_of(keywords.begin(), keywords.end(),
                  [&](const std::string& keyword) { return holds(keyword, word); })) {
    return kInKeyword;
  }
  if (holds(one.subject, word)) return kInSubject;
  if (holds(one.words, word)) return kInWords;
  if (holds(one.documents, word)) return kInDocuments;
  return holds(one.units, word) ? kInUnits : 0;
}

bool SearchIndex::leadsSomewhere(const std::string& word) const {
  return std::any_of(all_.begin(), all_.end(),
                     [&](const Searchable& one) { return rank(word, one) > 0; });
}

// Chinese is typed without blanks: `融资难` is found by `融资`. Parts that are less than half of
// the word would say something else.
std::vector<std::string> SearchIndex::knownParts(const std::string& word) const {
  constexpr std::size_t kShortest = 2;
  constexpr std::size_t kLongest = 8;
  const std::vector<std::string> all = characters(word);
  std::vector<std::string> parts;
  std::size_t covered = 0;
  if (all.size() == word.size()) return {};  // no Chinese: words are words
  for (std::size_t at = 0; at + kShortest <= all.size();) {
    std::size_t taken = 1;
    for (std::size_t length = std::min(kLongest, all.size() - at); length >= kShortest; --length) {
      std::string part;
      for (std::size_t i = at; i < at + length; ++i) part += all[i];
      if (!leadsSomewhere(part)) continue;
      parts.push_back(std::move(part));
      covered += length;
      taken = length;
      break;
    }
    at += taken;
  }
  return covered * 2 >= all.size() ? parts : std::vector<std::string>();
}

Found SearchIndex::find(std::string_view typed) const {
  Found found;
  std::vector<Word> words;
  for (std::string& word : wordsOf(typed)) {
    if (leadsSomewhere(word)) {
      words.push_back({word, {word}});
    } else if (std::vector<std::string> parts = knownParts(word); !parts.empty()) {
      found.near.push_back({word, parts});
      words.push_back({std::move(word), std::move(parts)});
    } else {
      found.unknown.push_back(std::move(word));
    }
  }
  const bool asks = !words.empty() || !found.unknown.empty();
  std::vector<Hit> hits;
  for (const Searchable& one : all_) {
    Hit hit{.measure = one.measure};
    for (const Word& word : words) {
      std::size_t score = 0;
      for (const std::string& part : word.parts) {
        // A longer word says more.
        score += static_cast<std::size_t>(rank(part, one)) * base::countCodePoints(part);
      }
      hit.score += score;
      // One character occurs in too many words to count as one.
      if (score > 0 && base::countCodePoints(word.typed) > 1) ++hit.words;
    }
    if (hit.score > 0 || !asks) hits.push_back(hit);
  }
  std::stable_sort(hits.begin(), hits.end(), better);
  for (const Hit& hit : hits) found.measures.push_back(hit.measure);
  return found;
}

}  // namespace policycalc::site
