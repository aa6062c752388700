#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/engine/match.h"
#include "policycalc/facts/profile.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::test {

/// A company and the expected answer.
struct Story {
  std::string name;
  std::string who;  ///< one English sentence
  base::Date as_of;
  facts::Profile profile;
  std::vector<std::string> measures;              ///< in the order of the file
  std::map<std::string, engine::Verdict> expect;  ///< by measure id
  std::map<std::string, base::Decimal> totals;    ///< certain, conditional, uncounted
  std::map<std::string, std::string> notes;       ///< why, by measure id
};

/// Reads a story, or returns all issues: a bad profile, an unknown verdict, a missing total, a note
/// on a measure without a verdict. The issues name `file`.
base::Result<Story, base::Issues> readStory(std::string_view text, std::string_view file,
                                            const facts::Vocabulary& vocabulary);

/// The story files, `NN-*.json`, by name.
std::vector<std::string> storyFiles();

}  // namespace policycalc::test
