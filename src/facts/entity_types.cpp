#include "policycalc/facts/entity_types.h"

#include <set>

#include "policycalc/base/text.h"

#include "facts/load_options.h"

namespace policycalc::facts {

EntityTypes EntityTypes::load(json::Decoder& root, const Vocabulary& vocabulary) {
  EntityTypes types;
  types.by_option_.resize(vocabulary.fact(vocabulary.known().entity_type).options.size());
  if (root.member("entity_types") == nullptr) {
    types.loadEarlier(root, vocabulary);
    return types;
  }
  std::set<std::string> codes;
  for (json::Decoder& entry : root.objects("entity_types")) {
    std::string code = types.loadEntry(entry, vocabulary);
    if (codes.insert(code).second) continue;
    entry.reportAt("type", "duplicate_id", base::quoted(code) + " appears twice");
  }
  return types;
}

std::string EntityTypes::loadEntry(json::Decoder& entry, const Vocabulary& vocabulary) {
  const Fact& ownership = vocabulary.fact(vocabulary.known().ownership);
  std::string code = entry.string("type");
  EntityType type;
  const auto sizing = entry.oneOf("size", {"by_figures", "as_given", "none"});
  type.sizing = static_cast<EntityType::Sizing>(sizing.value_or(0));
  const json::Value* owner = entry.member("ownership");
  if (owner != nullptr && !owner->isNull()) {
    type.ownership = loadOptionSet(entry, "ownership", ownership);
    if (type.ownership->size() > 1) {
      entry.reportAt("ownership", "wrong_value", "a type decides one owner, none or nothing");
    }
  }
  type.ownership_as_given = loadOptionSet(entry, "ownership_as_given", ownership);
  type.because = entry.string("because");
  type.because_en = entry.optionalString("because_en");
  entry.refuseUnknownKeys();
  const auto option = vocabulary.fact(vocabulary.known().entity_type).findOption(code);
  if (option) {
    by_option_[*option] = std::move(type);
    entries_.push_back(*option);
  } else {
    entry.reportAt("type", "unknown_option",
                   base::quoted(code) + " is not an option of `entity_type`");
  }
  return code;
}

void EntityTypes::loadEarlier(json::Decoder& root, const Vocabulary& vocabulary) {
  const Fact& entity_type = vocabulary.fact(vocabulary.known().entity_type);
  const OptionSet no_size = loadOptionSet(root, "no_size_entity_types", entity_type);
  const OptionSet is_private = loadOptionSet(root, "private_entity_types", entity_type);
  const auto owner = vocabulary.fact(vocabulary.known().ownership).findOption("private");
  for (std::size_t i = 0; i < by_option_.size(); ++i) {
    EntityType& type = by_option_[i];
    if (no_size.has(i)) type.sizing = EntityType::Sizing::kNone;
    if (is_private.has(i) && owner) type.ownership = OptionSet::of(*owner);
    type.because = "主体类型：" + entity_type.options[i].label;
  }
}

OptionSet EntityTypes::sized(EntityType::Sizing sizing) const {
  OptionSet set;
  for (std::size_t i = 0; i < by_option_.size(); ++i) {
    if (by_option_[i].sizing == sizing) set.add(i);
  }
  return set;
}

bool EntityTypes::mayHaveNoOwner() const {
  for (const EntityType& type : by_option_) {
    if (type.ownership && type.ownership->isEmpty()) return true;
  }
  return false;
}

OptionSet EntityTypes::ownersWithoutSize() const {
  const OptionSet any = OptionSet::firstOf(kMaxOptions);
  OptionSet owners;
  for (const EntityType& type : by_option_) {
    if (type.sizing == EntityType::Sizing::kNone) owners.add(type.ownership.value_or(any));
  }
  return owners;
}

}  // namespace policycalc::facts
