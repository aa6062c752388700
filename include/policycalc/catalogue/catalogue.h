#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/answer_texts.h"
#include "policycalc/catalogue/contacts.h"
#include "policycalc/catalogue/measure.h"
#include "policycalc/catalogue/registry.h"
#include "policycalc/criteria/parameters.h"
#include "policycalc/facts/size_standard.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::catalogue {

/// The files of a policies folder: relative path → content, without worked cases and prose.
using PolicyFiles = std::map<std::string, std::string>;

/// An immutable, validated set of policies, named by the hash of its content. Any thread may read
/// it. A shared_ptr holds it, so that a request keeps the version with which it began.
class Catalogue {
 public:
  /// Validates and builds the catalogue, or returns all errors, sorted, with file, pointer and
  /// line. Does no I/O.
  static base::Result<std::shared_ptr<const Catalogue>, base::Issues> load(
      const PolicyFiles& files);
  /// Builds a catalogue from the content() of another one.
  static base::Result<std::shared_ptr<const Catalogue>, base::Issues> restore(
      std::string_view content);

  const facts::Vocabulary& vocabulary() const { return vocabulary_; }
  const facts::SizeStandard& sizeStandard() const { return size_standard_; }
  const criteria::Parameters& parameters() const { return parameters_; }
  const Registry& registry() const { return registry_; }
  const Contacts& contacts() const { return contacts_; }
  const AnswerTexts& texts() const { return texts_; }
  const std::vector<Item>& items() const { return items_; }
  /// All clauses in the order of the notice, including internal ones.
  const std::vector<const Clause*>& clauses() const { return clauses_; }
  /// The clauses that are matched.
  const std::vector<const Clause*>& measures() const { return measures_; }
  const Clause* find(std::string_view clause_id) const;
  /// The item of that number, or null.
  const Item* findItem(int number) const;
  const Document* notice() const;
  const Chapter* chapterOf(int item) const;

  /// `sha256:` and 64 hex digits over content().
  const std::string& hash() const { return hash_; }
  /// All files in canonical form as one JSON object: path → document (contacts.csv: its rows).
  const std::string& content() const { return content_; }

  criteria::Symbols symbols() const { return {vocabulary_, parameters_}; }
  /// The days on which a figure or the validity of a measure changes, ascending. Between two of
  /// them all answers use the same texts and figures.
  const std::vector<base::Date>& boundaries() const { return boundaries_; }

  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

 private:
  friend class CatalogueBuilder;
  Catalogue() = default;

  facts::Vocabulary vocabulary_;
  facts::SizeStandard size_standard_;
  criteria::Parameters parameters_;
  Registry registry_;
  Contacts contacts_;
  AnswerTexts texts_;
  std::vector<Item> items_;
  std::vector<const Clause*> clauses_;
  std::vector<const Clause*> measures_;
  std::map<std::string, const Clause*, std::less<>> by_id_;
  std::vector<base::Date> boundaries_;
  std::string hash_;
  std::string content_;
};

/// Reads the JSON files and contacts of a policies folder, without its worked cases. An unreadable
/// folder or file is an issue.
base::Result<PolicyFiles, base::Issues> readPolicyFolder(const std::string& folder);
/// Reads the worked cases of a policies folder, `cases/*.json`.
base::Result<PolicyFiles, base::Issues> readWorkedCases(const std::string& folder);

/// `text` with each `{{parameter}}` replaced by its figure on `day`, in Chinese form.
std::string fillIn(std::string_view text, const criteria::Parameters& parameters, base::Date day);
/// The same for an English text.
std::string fillInEnglish(std::string_view text, const criteria::Parameters& parameters,
                          base::Date day);
/// Calls `visit` with the name inside each `{{…}}` of `text`.
void forEachPlaceholder(std::string_view text, const std::function<void(std::string_view)>& visit);

}  // namespace policycalc::catalogue
