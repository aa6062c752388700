#include "fuzz/vocabulary.h"

#include "policycalc/json/reader.h"

#include "facts/small_vocabulary.h"

namespace policycalc::fuzz {

const facts::Vocabulary& vocabulary() {
  static const facts::Vocabulary loaded = [] {
    base::Issues issues;
    const auto document = json::read(test::smallVocabulary(), "facts.json");
    const json::IssueSink sink{"facts.json", issues};
    json::Decoder root(*document, "", sink);
    return facts::Vocabulary::load(root);
  }();
  return loaded;
}

}  // namespace policycalc::fuzz
