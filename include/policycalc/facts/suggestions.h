#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/facts/profile.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::facts {

/// What department and kind in a credit code (characters 1-2, GB 32100) say about its holder.
struct CodeKind {
  std::string_view code;                       ///< the two characters
  std::vector<std::string_view> entity_types;  ///< types with such codes, the usual one first
  std::string_view registered_as;  ///< Chinese: 是市场监管部门登记的个体工商户
  std::string_view reservation;    ///< Chinese: what else it may be; may be empty
};

/// The kind of a valid code; nothing for a faulty code or an unlisted kind.
std::optional<CodeKind> kindOfCode(std::string_view credit_code);

/// An answer that the credit code makes likely. It is offered, never used by itself.
struct Suggestion {
  FactIndex fact = 0;
  std::size_t option = 0;  ///< index into the fact's options
  std::string because;     ///< Chinese, for people: the reason, and what may differ
};

/// Answers to `district` and `entity_type` that a valid credit code makes likely (GB 32100:
/// characters 3-8 are the region of the registering authority, 1-2 its department and the kind of
/// organisation), for facts that are not given. No district if the authority's region contains
/// several, as those of the city, the province and the state do. Pure; any thread.
std::vector<Suggestion> suggest(const Profile& profile, const Vocabulary& vocabulary);

}  // namespace policycalc::facts
