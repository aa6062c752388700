#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "policycalc/facts/vocabulary.h"
#include "policycalc/json/decoder.h"

namespace policycalc::facts {

/// What a type of entity decides about size and owner.
struct EntityType {
  enum class Sizing : std::uint8_t {
    kByFigures,  ///< by industry, staff, revenue and assets
    kAsGiven,    ///< by another standard (finance): only a given size counts
    kNone        ///< not an enterprise: it has no size
  };

  Sizing sizing = Sizing::kByFigures;
  /// The owner that the type decides; empty: it has none; absent: the profile gives it.
  std::optional<OptionSet> ownership;
  OptionSet ownership_as_given;  ///< given owners that overrule it
  std::string because;           ///< for people
  std::string because_en;        ///< empty in earlier versions
};

/// The types that decide something (`entity_types` in size-standard.json). Immutable.
class EntityTypes {
 public:
  /// Also reads earlier versions, which name only the types without a size and the private ones.
  static EntityTypes load(json::Decoder& root, const Vocabulary& vocabulary);

  /// What an option of `entity_type` decides; the default if nothing is written.
  const EntityType& of(std::size_t option) const { return by_option_[option]; }
  /// The options that are written, in the order of the file; empty for earlier versions.
  const std::vector<std::size_t>& entries() const { return entries_; }
  /// The options with this sizing.
  OptionSet sized(EntityType::Sizing sizing) const;
  /// True if some type has no owner, so that an unknown type may have none.
  bool mayHaveNoOwner() const;
  bool mayHaveNoSize() const { return !sized(EntityType::Sizing::kNone).isEmpty(); }
  /// The owners that bodies without a size can have. An entity with another owner is an enterprise.
  OptionSet ownersWithoutSize() const;

 private:
  /// Returns the code of the type.
  std::string loadEntry(json::Decoder& entry, const Vocabulary& vocabulary);
  void loadEarlier(json::Decoder& root, const Vocabulary& vocabulary);

  std::vector<EntityType> by_option_;
  std::vector<std::size_t> entries_;
};

}  // namespace policycalc::facts
