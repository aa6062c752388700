#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/catalogue/changes.h"

namespace policycalc::catalogue {

/// One value of a thing. Two are the same if `exact` is; people read `shown`. Of several fields
/// with the same name the first that differs counts.
struct Field {
  std::string name;
  std::string shown;
  std::string exact;
  Affects affects = Affects::kText;
};

/// Something that a catalogue holds, such as a measure or a unit, as it is on a day.
struct Thing {
  Subject subject = Subject::kFile;
  std::string id;
  std::string title;
  std::vector<Field> fields;
  std::vector<std::string> measures;
  Affects affects = Affects::kText;  ///< if it is added or removed

  /// A field that people read as it is.
  void add(std::string_view name, const std::string& text, Affects can = Affects::kText) {
    fields.push_back({std::string(name), text, text, can});
  }
};

/// All of one kind, in the order of the catalogue.
using Things = std::vector<Thing>;

Things clausesAsThings(const Catalogue& catalogue, base::Date day);
Things itemsAsThings(const Catalogue& catalogue);
Things topicsAsThings(const Catalogue& catalogue);
Things needsAsThings(const Catalogue& catalogue);
Things parametersAsThings(const Catalogue& catalogue);
Things unitsAsThings(const Catalogue& catalogue);
Things contactsAsThings(const Catalogue& catalogue);
Things documentsAsThings(const Catalogue& catalogue);
Things factsAsThings(const Catalogue& catalogue);

}  // namespace policycalc::catalogue
