#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/engine/edition.h"

namespace policycalc::site {

/// What of one measure can be found; all texts folded.
struct Searchable {
  const catalogue::Clause* measure = nullptr;
  std::string title;                  ///< in both languages
  std::vector<std::string> keywords;  ///< what people call it
  std::string subject;                ///< its topic and item
  std::string words;                  ///< summary, benefits, what to bring
  std::string documents;              ///< what it rests on
  std::string units;                  ///< under any name
};

/// A word that no measure has, and the parts of it that some have.
struct NearWord {
  std::string word;
  std::vector<std::string> parts;
};

/// What a search leads to.
struct Found {
  std::vector<const catalogue::Clause*> measures;  ///< the best first
  std::vector<NearWord> near;                      ///< found by their parts only
  std::vector<std::string> unknown;                ///< words that lead nowhere
};

/// Finds measures by what people say, by units under any name, by documents and by numbers. A word
/// that leads nowhere is named and otherwise ignored. Immutable; any thread may read. Holds
/// pointers into the edition's catalogue.
class SearchIndex {
 public:
  explicit SearchIndex(const engine::Edition& edition);

  /// No words lead to all measures, in the order of the notice.
  Found find(std::string_view typed) const;

 private:
  struct Word {
    std::string typed;
    std::vector<std::string> parts;  ///< itself, or the known parts of it
  };

  int rank(const std::string& word, const Searchable& one) const;
  bool leadsSomewhere(const std::string& word) const;
  std::vector<std::string> knownParts(const std::string& word) const;

  std::vector<Searchable> all_;
  std::vector<int> items_;
};

}  // namespace policycalc::site
