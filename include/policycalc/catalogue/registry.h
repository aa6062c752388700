#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/facts/vocabulary.h"
#include "policycalc/json/decoder.h"

namespace policycalc::catalogue {

/// A chapter of the notice and its items.
struct Chapter {
  int number = 0;
  std::string title;
  int first_item = 0;
  int last_item = 0;
};

/// A notice, law or standard that measures, figures and caveats cite.
struct Document {
  std::string id;
  std::string number;
  std::string title;
  std::string issuer;
  std::string date;   ///< ISO; empty if unknown
  std::string level;  ///< municipal, provincial, national
  std::string in_force_from;
  std::string in_force_to;
  std::string note;
  std::string url;           ///< the official text; empty if unknown
  std::string last_checked;  ///< ISO; empty in earlier versions
  std::vector<Chapter> chapters;

  /// Whether it is in force on `day`; an unknown first or last day sets no limit.
  bool covers(base::Date day) const;
};

/// A responsible unit. Each name or alias names exactly one unit.
struct Unit {
  std::string id;
  std::string name;
  std::string name_en;  ///< empty in earlier versions
  std::vector<std::string> aliases;
  std::string level;                    ///< municipal, provincial, county, collective
  std::string parent;                   ///< id of a unit; may be empty
  std::optional<std::size_t> district;  ///< county: the option of the fact `district` it governs
};

/// Documents and units by id. Immutable after loading.
class Registry {
 public:
  static std::vector<Document> loadDocuments(json::Decoder& root);
  static std::vector<Unit> loadUnits(json::Decoder& root, const facts::Vocabulary& vocabulary);

  Registry() = default;
  Registry(std::vector<Document> documents, std::vector<Unit> units);

  const std::vector<Document>& documents() const { return documents_; }
  const std::vector<Unit>& units() const { return units_; }
  const Document* findDocument(std::string_view id) const;
  std::optional<std::size_t> findUnit(std::string_view id) const;
  /// The county government of a district, or null outside the city.
  const Unit* countyOf(std::size_t district_option) const;
  /// The oldest `last_checked` of all documents; nothing if one is unknown.
  std::optional<base::Date> lastChecked() const;

 private:
  std::vector<Document> documents_;
  std::vector<Unit> units_;
  std::map<std::string, std::size_t, std::less<>> unit_by_id_;
};

}  // namespace policycalc::catalogue
