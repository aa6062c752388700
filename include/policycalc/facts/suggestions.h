#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/facts/profile.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::facts {

/// What the department and kind in a credit code (characters 1-2, GB 32100) say of its holder.
struct CodeKind {
  std::string_view code;                       ///< the two characters
  std::vector<std::string_view> entity_types;  ///< that have such codes, the usual one first
  std::string_view registered_as;  ///< Chinese: 是市场监管部门登记的个体工商户
  std::string_view reservation;    ///< Chinese: what else it may be; empty where nothing
};

/// The kind of a code without any fault; nothing for kinds of which nothing is said here.
std::optional<CodeKind> kindOfCode(std::string_view credit_code);

/// An answer that the credit code makes likely, to be offered and never taken by itself.
struct Suggestion {
  FactIndex fact = 0;
  std::size_t option = 0;  ///< index into the fact's options
  std::string because;     ///< Chinese, for people: what it rests on, and what may be otherwise
};

/// Answers to `district` and `entity_type` that a credit code without any fault makes likely (GB
/// 32100: characters 3-8 are the region of the registering authority, 1-2 its department and the
/// kind of organisation); only for facts that are not given. Nothing where the authority's region
/// holds several districts, as the city's, the province's or the state's own does. Pure; any
/// thread.
std::vector<Suggestion> suggest(const Profile& profile, const Vocabulary& vocabulary);

}  // namespace policycalc::facts
