#include "policycalc/facts/name_index.h"

#include <cstring>

namespace policycalc::facts {
namespace {

/// The bytes at `at` as a number.
template <typename Word>
std::uint64_t load(const char* at) {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// The bytes of a name of less than eight, as a number; each byte is in it.
std::uint64_t shortWord(std::string_view name) {
  const std::size_t size = name.size();
  const char* const end = name.data() + size;
  if (size >= 4) {
    return load<std::uint32_t>(name.data()) << 32U | load<std::uint32_t>(end - 4);
  }
  if (size >= 2) {
    return load<std::uint16_t>(name.data()) << 16U | load<std::uint16_t>(end - 2);
  }
  return size == 1 ? static_cast<unsigned char>(name.front()) : 0;
}

/// Of the whole name, eight bytes at a time; the last eight may overlap those before.
std::uint64_t hashOf(std::uint32_t group, std::string_view name) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  std::uint64_t hash = (group + name.size() * 0x10001U) * kFactor;
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * kFactor;
    hash ^= hash >> 32U;
  };
  if (name.size() < kWord) {
    mix(shortWord(name));
    return hash;
  }
  for (std::size_t at = 0; at + kWord < name.size(); at += kWord) {
    mix(load<std::uint64_t>(name.data() + at));
  }
  mix(load<std::uint64_t>(name.data() + name.size() - kWord));
  return hash;
}

constexpr std::uint32_t kIds = 0;
constexpr std::uint32_t codesOf(FactIndex fact) {
  return std::uint32_t{fact} + 1;
}

}  // namespace

NameIndex::NameIndex(const Vocabulary& vocabulary) {
  for (std::size_t i = 0; i < vocabulary.facts().size(); ++i) {
    const auto fact = static_cast<FactIndex>(i);
    add(kIds, vocabulary.fact(fact).id, fact);
    const std::vector<Option>& options = vocabulary.fact(fact).options;
    for (std::size_t option = 0; option < options.size(); ++option) {
      add(codesOf(fact), options[option].code, static_cast<std::uint32_t>(option));
    }
  }
}

std::optional<FactIndex> NameIndex::findFact(std::string_view id) const {
  const auto found = find(kIds, id);
  if (!found) return {};
  return static_cast<FactIndex>(*found);
}

std::optional<std::size_t> NameIndex::findOption(FactIndex fact, std::string_view code) const {
  return find(codesOf(fact), code);
}

void NameIndex::add(std::uint32_t group, std::string_view name, std::uint32_t number) {
  const std::uint64_t hash = hashOf(group, name);
  if (slots_[placeOf(hash, group, name)] != kFree) return;
  if (2 * (entries_.size() + 1) > slots_.size()) grow();
  slots_[placeOf(hash, group, name)] = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({hash, static_cast<std::uint32_t>(names_.size()),
                      static_cast<std::uint32_t>(name.size()), group, number});
  names_ += name;
}

std::optional<std::uint32_t> NameIndex::find(std::uint32_t group, std::string_view name) const {
  const std::uint32_t at = slots_[placeOf(hashOf(group, name), group, name)];
  if (at == kFree) return {};
  return entries_[at].number;
}

std::size_t NameIndex::placeOf(std::uint64_t hash, std::uint32_t group,
                               std::string_view name) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t place = hash & mask;; place = (place + 1) & mask) {
    if (slots_[place] == kFree) return place;
    const Entry& entry = entries_[slots_[place]];
    if (entry.hash == hash && entry.group == group &&
        std::string_view(names_).substr(entry.begin, entry.size) == name) {
      return place;
    }
  }
}

void NameIndex::grow() {
  slots_.assign(2 * slots_.size(), kFree);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t place = entries_[i].hash & mask;
    while (slots_[place] != kFree) place = (place + 1) & mask;
    slots_[place] = static_cast<std::uint32_t>(i);
  }
}

}  // namespace policycalc::facts
