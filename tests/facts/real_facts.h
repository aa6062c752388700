#pragma once

#include <string>
#include <string_view>

#include "policycalc/facts/knowledge.h"
#include "policycalc/facts/profile.h"
#include "policycalc/facts/size_standard.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::test {

/// The vocabulary and the size standard of the real policies folder, read once.
struct RealFacts {
  json::Value size_document;  ///< the content of size-standard.json
  facts::Vocabulary vocabulary;
  facts::SizeStandard standard;
};
const RealFacts& realFacts();

std::string readText(const std::string& path);

facts::FactIndex factIndex(std::string_view id);
const facts::Fact& fact(std::string_view id);

/// Reads the profile in the JSON object `text`, which must be valid.
facts::Profile profileOf(std::string_view text);
facts::Knowledge knowledgeOf(std::string_view text);

/// The possible options of a choice, or those in a list: `micro small`.
std::string possible(const facts::Knowledge& knowledge, std::string_view fact_id);
/// Ids of facts, in their order: `employees annual_revenue`.
std::string idsOf(const std::vector<facts::FactIndex>& facts);
/// `fact:code` of each warning, in order.
std::string warningsOf(const facts::Knowledge& knowledge);
/// Whether `text` begins with a capital letter of English.
bool startsInEnglish(std::string_view text);

}  // namespace policycalc::test
