#include "policycalc/catalogue/answer_texts.h"

#include "policycalc/base/text.h"

#include "catalogue/load_clause.h"

namespace policycalc::catalogue {
namespace {

constexpr std::string_view kPhraseNames[kPhrases] = {
    "delivery",     "beyond_last_checked", "after_registration", "registered",
    "negated",      "named_amounts",       "already_paid",       "example",
    "no_telephone", "city_hall",           "county_hall",        "closing"};

Sentence loadSentence(json::Decoder object) {
  Sentence sentence{object.string("text"), object.string("text_en")};
  object.refuseUnknownKeys();
  return sentence;
}

ProfileWarning loadWarning(json::Decoder& object, const criteria::Symbols& symbols) {
  ProfileWarning warning;
  warning.code = object.string("code");
  warning.text = object.string("text");
  warning.text_en = object.optionalString("text_en");
  const std::string id = object.string("fact");
  if (const auto fact = symbols.vocabulary.find(id)) {
    warning.fact = *fact;
  } else {
    object.reportAt("fact", "unknown_fact", base::quoted(id) + " is not a fact");
  }
  if (const json::Value* when = object.required("when")) {
    auto criterion = criteria::loadCriterion(*when, base::childPointer(object.pointer(), "when"),
                                             symbols, object.sink());
    if (criterion) warning.when = *std::move(criterion);
  }
  object.refuseUnknownKeys();
  return warning;
}

}  // namespace

AnswerTexts AnswerTexts::load(json::Decoder& root, const criteria::Symbols& symbols,
                              const Registry& registry) {
  AnswerTexts texts;
  json::Decoder sentences = root.object("sentences");
  for (std::size_t i = 0; i < kPhrases; ++i) {
    texts.phrases_[i] = loadSentence(sentences.object(kPhraseNames[i]));
  }
  sentences.refuseUnknownKeys();
  json::Decoder kinds = root.object("caveat_kinds");
  for (std::size_t i = 0; i < kCaveatKinds; ++i) {
    const auto kind = static_cast<CaveatKind>(i);
    // Earlier versions have no caveats of this kind.
    if (kind == CaveatKind::kDeadline && kinds.member(toString(kind)) == nullptr) continue;
    texts.kinds_[i] = loadSentence(kinds.object(toString(kind)));
  }
  kinds.refuseUnknownKeys();
  json::Decoder totals = root.object("totals");
  json::Decoder several = totals.object("several_awards");
  texts.several_awards_ = loadCaveat(several, registry);
  json::Decoder once = totals.object("paid_once");
  texts.paid_once_ = loadCaveat(once, registry);
  totals.refuseUnknownKeys();
  for (json::Decoder& object : root.objects("warnings")) {
    texts.warnings_.push_back(loadWarning(object, symbols));
  }
  root.refuseUnknownKeys();
  return texts;
}

}  // namespace policycalc::catalogue
