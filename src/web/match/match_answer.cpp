#include "policycalc/web/match/match_answer.h"

#include <algorithm>
#include <map>

#include "policycalc/engine/next_screen.h"

#include "web/match/core_answer.h"
#include "web/match/in_english.h"
#include "web/match/outcome_writer.h"

namespace policycalc::web {
namespace {

using engine::Outcome;

/// Writes one answer. The JSON writer produces everything except `matches`.
class AnswerWriter {
 public:
  explicit AnswerWriter(const Answered& answered)
      : answered_(answered),
        request_(answered.request),
        match_(answered.match),
        rendering_(answered.rendering),
        catalogue_(answered.catalogue()),
        vocabulary_(catalogue_.vocabulary()) {}

  std::string write() {
    const std::string before = renderedMembers([&](json::Writer& writer) { writeHead(writer); });
    const std::string after = renderedMembers([&](json::Writer& writer) {
      writeUnits(writer.key("units"));
      writeQuestions(writer.key("questions"));
      writeNextScreen(writer.key("next_screen"));
      writeAfterRegistration(writer.key("after_registration"));
      writeNotices(writer.key("notices"));
    });
    std::string out;
    out.reserve(before.size() + after.size() + bytesOfMatches());
    out += '{';
    out += before;
    out += R"(,"matches":[)";
    writeMatches(out);
    out += "],";
    out += after;
    out += '}';
    return out;
  }

 private:
  std::size_t bytesOfMatches() const {
    constexpr std::size_t kChanging = 1024;  // for missing, unmet, scope and county of a match
    std::size_t bytes = 0;
    for (const Outcome& outcome : match_.outcomes) {
      if (request_.includes(outcome.verdict)) {
        bytes += rendering_.of(*outcome.entry).bytes + kChanging;
      }
    }
    return bytes;
  }

  void writeMatches(std::string& out) {
    OutcomeWriter writer(match_, rendering_, out);
    bool first = true;
    for (const Outcome& outcome : match_.outcomes) {
      if (!request_.includes(outcome.verdict)) continue;
      if (!first) out += ',';
      first = false;
      writer.write(outcome);
    }
  }

  void writeHead(json::Writer& writer) {
    writeAnswerHead(writer, answered_);
    writeProfile(writer.key("profile"));
    writeCounts(writer.key("counts"), match_);
    writeTotals(writer.key("totals"));
  }

  void writeProfile(json::Writer& writer) {
    writer.beginObject();
    writer.key("given");
    facts::writeProfile(writer, request_.profile, vocabulary_);
    writer.key("derived").beginObject();
    for (const facts::Derivation& derivation : match_.knowledge.derivations) {
      writer.key(vocabulary_.fact(derivation.fact).id).beginObject();
      writeStrings(writer.key("possible"), possibleOf(derivation, vocabulary_));
      writer.key("because").string(derivation.because);
      writer.endObject();
    }
    writer.endObject();
    writer.key("warnings").beginArray();
    for (const facts::Warning& warning : match_.knowledge.warnings) {
      writer.beginObject();
      writer.key("fact").string(vocabulary_.fact(warning.fact).id);
      writer.key("code").string(warning.code);
      writer.key("message").string(warning.message);
      writer.key("message_en").stringOrNull(warning.message_en);
      writer.endObject();
    }
    writer.endArray();
    writeSuggestions(writer.key("suggestions"));
    writer.endObject();
  }

  void writeSuggestions(json::Writer& writer) {
    writer.beginArray();
    for (const facts::Suggestion& each : facts::suggest(request_.profile, vocabulary_)) {
      writeSuggestion(writer, each, vocabulary_);
    }
    writer.endArray();
  }

  void writeTotals(json::Writer& writer) {
    const engine::Totals& totals = match_.totals;
    writer.beginObject();
    writeSums(writer, totals);
    writer.key("caveats").beginArray();
    for (const catalogue::Caveat* caveat : caveatsOf(totals, catalogue_.texts())) {
      writeCaveat(writer, *caveat, rendering_.edition());
    }
    writer.endArray().endObject();
  }

  void writeAfterRegistration(json::Writer& writer) {
    writer.beginArray();
    for (const catalogue::Clause* measure : match_.after_registration) writer.string(measure->id);
    writer.endArray();
  }

  void writeNotices(json::Writer& writer) {
    writer.beginArray();
    for (const Notice& notice : noticesOf(rendering_, answered_.as_of)) {
      writeNotice(writer, notice);
    }
    writer.endArray();
  }

  /// The units of the included matches, in the order of their first match.
  void writeUnits(json::Writer& writer) {
    std::vector<std::size_t> order;
    std::map<std::size_t, std::vector<std::string>> measures;
    for (const Outcome& outcome : match_.outcomes) {
      if (!request_.includes(outcome.verdict)) continue;
      for (const auto* unit :
           engine::namedUnits(*outcome.entry, rendering_.edition(), match_.knowledge)) {
        std::vector<std::string>& list = measures[unit->unit];
        if (list.empty()) order.push_back(unit->unit);
        list.push_back(outcome.measure().id);
      }
    }
    writer.beginArray();
    for (const std::size_t index : order) {
      const catalogue::Unit& unit = catalogue_.registry().units()[index];
      writer.beginObject();
      writer.key("id").string(unit.id);
      writer.key("name").string(unit.name);
      writer.key("name_en").stringOrNull(unit.name_en);
      writer.key("measures");
      writeStrings(writer, measures[index]);
      writer.endObject();
    }
    writer.endArray();
  }

  void writeQuestions(json::Writer& writer) {
    writer.beginArray();
    for (const engine::Question& question : match_.questions) {
      const facts::Fact& fact = vocabulary_.fact(question.fact);
      writer.beginObject();
      writer.key("fact").string(fact.id);
      writer.key("topic").string(vocabulary_.topics()[fact.topic].id);
      writer.key("decides").integer(question.decides);
      writer.endObject();
    }
    writer.endArray();
  }

  void writeNextScreen(json::Writer& writer) {
    const auto next = engine::nextScreen(rendering_.edition(), match_, request_.passed);
    if (next) {
      writeScreen(writer, *next, vocabulary_);
    } else {
      writer.null();
    }
  }

  const Answered& answered_;
  const MatchRequest& request_;
  const engine::Match& match_;
  const Rendering& rendering_;
  const catalogue::Catalogue& catalogue_;
  const facts::Vocabulary& vocabulary_;
};

/// Whether the day is more than a year after the last check.
bool isBeyond(std::optional<base::Date> checked, base::Date as_of) {
  return checked && checked->yearLater() < as_of;
}

std::vector<Notice> toldNotices(const catalogue::AnswerTexts& texts, bool beyond_last_checked) {
  using catalogue::Phrase;
  std::vector<Notice> notices;
  const auto add = [&](std::string_view code, Phrase phrase) {
    const catalogue::Sentence& sentence = texts[phrase];
    if (!sentence.text.empty()) notices.push_back({code, &sentence});
  };
  add("delivery", Phrase::kDelivery);
  if (beyond_last_checked) add("beyond_last_checked", Phrase::kBeyondLastChecked);
  return notices;
}

}  // namespace

std::vector<Notice> noticesOf(const catalogue::Catalogue& catalogue,
                              std::optional<base::Date> as_of) {
  const auto checked = as_of ? catalogue.registry().lastChecked() : std::nullopt;
  return toldNotices(catalogue.texts(), !as_of || isBeyond(checked, *as_of));
}

std::vector<Notice> noticesOf(const Rendering& rendering, base::Date as_of) {
  return toldNotices(rendering.edition().catalogue().texts(),
                     isBeyond(rendering.lastChecked(), as_of));
}

void writeNotice(json::Writer& writer, const Notice& notice) {
  writer.beginObject();
  writer.key("code").string(notice.code);
  writer.key("text").string(notice.sentence->text);
  writer.key("text_en").string(notice.sentence->text_en);
  writer.endObject();
}

std::vector<const catalogue::Caveat*> caveatsOf(const engine::Totals& totals,
                                                const catalogue::AnswerTexts& texts) {
  std::vector<const catalogue::Caveat*> caveats;
  if (totals.certain_awards > 1) caveats.push_back(texts.severalAwards());
  if (totals.certain_awards > 0) caveats.push_back(texts.paidOnce());
  caveats.erase(std::remove(caveats.begin(), caveats.end(), nullptr), caveats.end());
  return caveats;
}

std::string_view programVersion() {
  return POLICYCALC_VERSION;
}

std::string writeMatchAnswer(const MatchRequest& request, base::Date as_of,
                             const engine::Match& match, const Rendering& rendering) {
  const Answered answered{request, as_of, match, rendering};
  std::string answer = request.detail == Detail::kFull   ? AnswerWriter(answered).write()
                       : request.detail == Detail::kCore ? writeCoreAnswer(answered)
                                                         : writeVerdictsAnswer(answered);
  if (request.language == Language::kEnglish) return inEnglish(answer);
  return answer;
}

}  // namespace policycalc::web
