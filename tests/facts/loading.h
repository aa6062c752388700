#pragma once

#include <ostream>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/facts/size_standard.h"
#include "policycalc/facts/vocabulary.h"

#include "facts/json_text.h"
#include "facts/small_vocabulary.h"

namespace policycalc::test {

inline facts::Vocabulary loadVocabulary(const std::string& text, base::Issues& issues) {
  const json::Value document = parse(text);
  const json::IssueSink sink{"facts.json", issues};
  json::Decoder root(document, "", sink);
  return facts::Vocabulary::load(root);
}

/// The issues of loading facts.json, and size-standard.json with the small vocabulary.
inline std::string vocabularyIssues(const std::string& text) {
  base::Issues issues;
  loadVocabulary(text, issues);
  BOOST_TEST(worded(issues));
  for (const base::Issue& issue : issues) BOOST_TEST(issue.file == "facts.json");
  return listed(issues);
}

inline std::string standardIssues(const std::string& text) {
  base::Issues issues;
  const facts::Vocabulary vocabulary = loadVocabulary(smallVocabulary(), issues);
  const json::Value document = parse(text);
  const json::IssueSink sink{"size-standard.json", issues};
  json::Decoder root(document, "", sink);
  facts::SizeStandard::load(root, vocabulary);
  BOOST_TEST(worded(issues));
  return listed(issues);
}

/// A change to a document and the expected issues.
struct LoadingRow {
  const char* from;
  const char* to;
  const char* issues;
};
inline std::ostream& operator<<(std::ostream& out, const LoadingRow& row) {
  return out << row.to;
}

}  // namespace policycalc::test
