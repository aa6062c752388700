#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "policycalc/facts/vocabulary.h"
#include "policycalc/json/decoder.h"

namespace policycalc::facts {

/// What follows for size and owner from a type of entity.
struct EntityType {
  enum class Sizing : std::uint8_t {
    kByFigures,  ///< by industry, staff, revenue and assets
    kAsGiven,    ///< by a separate standard (finance): only a given size counts
    kNone        ///< is no enterprise and has no size
  };

  Sizing sizing = Sizing::kByFigures;
  /// The owner that the type decides; an empty set: it has none. Absent: as given.
  std::optional<OptionSet> ownership;
  OptionSet ownership_as_given;  ///< answers that stand beside it
  std::string because;           ///< for people
};

/// The types of which something follows (`entity_types` in size-standard.json). Immutable.
class EntityTypes {
 public:
  /// Versions published earlier name only the types without a size and those that are private.
  static EntityTypes load(json::Decoder& root, const Vocabulary& vocabulary);

  /// What follows from one option of `entity_type`; the default where nothing is written.
  const EntityType& of(std::size_t option) const { return by_option_[option]; }
  /// Options with this sizing.
  OptionSet sized(EntityType::Sizing sizing) const;
  /// True if some type has no owner, so that an unknown type may have none.
  bool mayHaveNoOwner() const;
  bool mayHaveNoSize() const { return !sized(EntityType::Sizing::kNone).isEmpty(); }
  /// Owners that bodies without a size have: who has one of them may still be no enterprise.
  OptionSet ownersWithoutSize() const;

 private:
  /// Returns the code of the type.
  std::string loadEntry(json::Decoder& entry, const Vocabulary& vocabulary);
  void loadEarlier(json::Decoder& root, const Vocabulary& vocabulary);

  std::vector<EntityType> by_option_;
};

}  // namespace policycalc::facts
