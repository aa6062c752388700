#include "web/match/core_answer.h"

#include "policycalc/web/match/match_answer.h"

#include "web/match/core_writer.h"

namespace policycalc::web {
namespace {

/// The totals with the names of their caveats.
void writeTotals(json::Writer& writer, const Answered& answered) {
  const catalogue::AnswerTexts& texts = answered.catalogue().texts();
  writer.beginObject();
  writeSums(writer, answered.match.totals);
  const auto caveats = caveatsOf(answered.match.totals, texts);
  if (!caveats.empty()) {
    writer.key("caveats").beginArray();
    for (const catalogue::Caveat* caveat : caveats) {
      writer.string(caveat == texts.paidOnce() ? "paid_once" : "several_awards");
    }
    writer.endArray();
  }
  writer.endObject();
}

/// Writes the members of a core answer. Lists that would be empty are left out, as null and false.
class CoreAnswerWriter {
 public:
  explicit CoreAnswerWriter(const Answered& answered)
      : answered_(answered),
        match_(answered.match),
        vocabulary_(answered.catalogue().vocabulary()) {}

  std::string write() {
    std::string out = "{" + renderedMembers([&](json::Writer& writer) { writeHead(writer); });
    out += R"(,"matches":[)";
    writeMatches(out);
    out += ']';
    const std::string after = renderedMembers([&](json::Writer& writer) { writeRest(writer); });
    if (!after.empty()) out += "," + after;
    return out + "}";
  }

 private:
  void writeHead(json::Writer& writer) {
    writeAnswerHead(writer, answered_);
    writer.key("texts").string(
        "/api/v1/measures?detail=full&catalogue=" + answered_.catalogue().hash() + "&as_of=" +
        engine::Edition::firstDayLike(answered_.catalogue(), answered_.as_of).toString());
    writeProfile(writer.key("profile"));
    writeCounts(writer.key("counts"), match_);
    writeTotals(writer.key("totals"), answered_);
    if (match_.county != nullptr) writer.key("county").string(match_.county->id);
  }

  void writeProfile(json::Writer& writer) {
    writer.beginObject();
    facts::writeProfile(writer.key("given"), answered_.request.profile, vocabulary_);
    writer.key("derived").beginObject();
    for (const facts::Derivation& derivation : match_.knowledge.derivations) {
      writeDerivation(writer, derivation);
    }
    writer.endObject();
    writeWarnings(writer);
    const auto suggestions = facts::suggest(answered_.request.profile, vocabulary_);
    if (!suggestions.empty()) {
      writer.key("suggestions").beginArray();
      for (const auto& each : suggestions) writeSuggestion(writer, each, vocabulary_);
      writer.endArray();
    }
    writer.endObject();
  }

  void writeDerivation(json::Writer& writer, const facts::Derivation& derivation) {
    writer.key(vocabulary_.fact(derivation.fact).id).beginObject();
    const std::vector<std::string> possible = possibleOf(derivation, vocabulary_);
    if (!possible.empty()) writeStrings(writer.key("possible"), possible);
    writer.key("because").string(derivation.because);
    writer.endObject();
  }

  void writeWarnings(json::Writer& writer) {
    if (match_.knowledge.warnings.empty()) return;
    writer.key("warnings").beginArray();
    for (const facts::Warning& warning : match_.knowledge.warnings) {
      writer.beginObject();
      writer.key("fact").string(vocabulary_.fact(warning.fact).id);
      writer.key("code").string(warning.code);
      writer.key("message").string(warning.message);
      if (!warning.message_en.empty()) writer.key("message_en").string(warning.message_en);
      writer.endObject();
    }
    writer.endArray();
  }

  void writeMatches(std::string& out) {
    CoreWriter writer(match_, answered_.rendering, out);
    bool first = true;
    for (const engine::Outcome& outcome : match_.outcomes) {
      if (!answered_.request.includes(outcome.verdict)) continue;
      if (!first) out += ',';
      first = false;
      writer.write(outcome);
    }
  }

  void writeRest(json::Writer& writer) {
    if (!match_.questions.empty()) {
      writer.key("questions").beginArray();
      for (const engine::Question& question : match_.questions) {
        writer.beginObject();
        writer.key("fact").string(vocabulary_.fact(question.fact).id);
        writer.key("decides").integer(question.decides);
        writer.endObject();
      }
      writer.endArray();
    }
    const auto next =
        engine::nextScreen(answered_.rendering.edition(), match_, answered_.request.passed);
    if (next) writeScreen(writer.key("next_screen"), *next, vocabulary_);
    if (!match_.after_registration.empty()) {
      writer.key("after_registration").beginArray();
      for (const catalogue::Clause* measure : match_.after_registration) {
        writer.string(measure->id);
      }
      writer.endArray();
    }
    const auto notices = noticesOf(answered_.catalogue(), answered_.as_of);
    if (notices.empty()) return;
    writer.key("notices").beginArray();
    for (const Notice& notice : notices) writer.string(notice.code);
    writer.endArray();
  }

  const Answered& answered_;
  const engine::Match& match_;
  const facts::Vocabulary& vocabulary_;
};

}  // namespace

std::string writeCoreAnswer(const Answered& answered) {
  return CoreAnswerWriter(answered).write();
}

std::string writeVerdictsAnswer(const Answered& answered) {
  return rendered([&](json::Writer& writer) {
    writer.beginObject();
    writeAnswerHead(writer, answered);
    writeCounts(writer.key("counts"), answered.match);
    writeTotals(writer.key("totals"), answered);
    writer.key("verdicts").beginObject();
    for (const engine::Outcome& outcome : answered.match.outcomes) {
      if (!answered.request.includes(outcome.verdict)) continue;
      writer.key(outcome.measure().id).string(toString(outcome.verdict));
    }
    writer.endObject().endObject();
  });
}

}  // namespace policycalc::web
