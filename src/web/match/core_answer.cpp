#include "web/match/core_answer.h"

#include "policycalc/web/match/match_answer.h"

#include "web/match/answer_buffer.h"
#include "web/match/core_writer.h"

namespace policycalc::web {
namespace {

std::string_view codeOf(const catalogue::Caveat& caveat, const catalogue::AnswerTexts& texts) {
  return &caveat == texts.paidOnce() ? "paid_once" : "several_awards";
}

/// The totals with the names of their caveats.
void writeTotals(json::Writer& writer, const Answered& answered) {
  const catalogue::AnswerTexts& texts = answered.catalogue().texts();
  writer.beginObject();
  writeSums(writer, answered.match.totals);
  const auto caveats = caveatsOf(answered.match.totals, texts);
  if (!caveats.empty()) {
    writer.key("caveats").beginArray();
    for (const catalogue::Caveat* caveat : caveats) {
      writer.string(codeOf(*caveat, texts));
    }
    writer.endArray();
  }
  writer.endObject();
}

/// Writes the members of a core answer. Lists that would be empty are left out, as null and false.
/// Each member is appended with its comma, since nothing of it goes through a writer.
class CoreAnswerWriter {
 public:
  explicit CoreAnswerWriter(const Answered& answered)
      : answered_(answered),
        rendering_(answered.rendering),
        match_(answered.match),
        vocabulary_(answered.catalogue().vocabulary()) {}

  std::string write() {
    writeHead();
    writeMatches();
    writeQuestions();
    writeNextScreen();
    writeAfterRegistration();
    writeNotices();
    out_.put('}');
    return out_.text();
  }

 private:
  void writeHead() {
    out_.put(R"({"detail":"core","as_of":")");
    out_.put(answered_.as_of.toString());
    out_.put('"');
    out_.put(rendering_.source());
    if (!answered_.request.chosen.empty()) {
      out_.put(R"(,"selected":)");
      out_.putInteger(static_cast<std::int64_t>(match_.outcomes.size()));
    }
    out_.put(rendering_.texts());
    writeProfile();
    out_.put(R"(,"counts":{)");
    Separator separator;
    for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
      separator.put(out_);
      out_.put('"');
      out_.put(toString(static_cast<engine::Verdict>(i)));
      out_.put(R"(":)");
      out_.putInteger(match_.counts[i]);
    }
    out_.put(R"(},"totals":{)");
    writeTotals();
    if (match_.county != nullptr) {
      out_.put(R"(,"county":)");
      out_.putText(match_.county->id);
    }
  }

  void writeTotals() {
    const engine::Totals& totals = match_.totals;
    out_.put(R"("certain":)");
    out_.put(totals.certain.toString());
    out_.put(R"(,"conditional":)");
    out_.put(totals.conditional.toString());
    out_.put(R"(,"uncounted":)");
    out_.putInteger(totals.uncounted);
    const catalogue::AnswerTexts& texts = answered_.catalogue().texts();
    Separator separator;
    for (const catalogue::Caveat* caveat : caveatsOf(totals, texts)) {
      separator.put(out_, R"(,"caveats":[)");
      out_.putText(codeOf(*caveat, texts));
    }
    separator.close(out_, "]");
    out_.put('}');
  }

  void writeProfile() {
    out_.put(R"(,"profile":{"given":{)");
    Separator separator;
    for (std::size_t i = 0; i < answered_.request.profile.size(); ++i) {
      const auto fact = static_cast<facts::FactIndex>(i);
      const facts::Given& given = answered_.request.profile[fact];
      if (!given.known) continue;
      separator.put(out_);
      out_.put(rendering_.id(fact));
      out_.put(':');
      appendGiven(given, fact);
    }
    out_.put(R"(},"derived":{)");
    Separator between;
    for (const facts::Derivation& derivation : match_.knowledge.derivations) {
      between.put(out_);
      appendDerivation(derivation);
    }
    out_.put('}');
    writeWarnings();
    writeSuggestions();
    out_.put('}');
  }

  void appendGiven(const facts::Given& given, facts::FactIndex fact) {
    using facts::FactType;
    const FactType type = vocabulary_.fact(fact).type;
    switch (type) {
      case FactType::kText:
        out_.putAnyText(given.text);
        return;
      case FactType::kBoolean:
        out_.put(given.options == facts::kTrue ? "true" : "false");
        return;
      case FactType::kChoice:
        out_.put(rendering_.codes(fact)[given.options.first()]);
        return;
      case FactType::kChoices: {
        out_.put('[');
        Separator separator;
        for (const std::size_t option : given.options) {
          separator.put(out_);
          out_.put(rendering_.codes(fact)[option]);
        }
        out_.put(']');
        return;
      }
      case FactType::kInteger:
        out_.putInteger(given.number);
        return;
      case FactType::kMoney:
      case FactType::kPercent:
        out_.put(facts::toDecimal(given.number, type).toString());
        return;
    }
  }

  void appendDerivation(const facts::Derivation& derivation) {
    out_.put(rendering_.id(derivation.fact));
    out_.put(":{");
    Separator separator;
    for (const std::size_t option : derivation.possible) {
      separator.put(out_, R"("possible":[)");
      out_.put(rendering_.codes(derivation.fact)[option]);
    }
    if (derivation.or_none) {
      separator.put(out_, R"("possible":[)");
      out_.put(R"("none")");
    }
    separator.close(out_, "],");
    out_.put(R"("because":)");
    out_.putText(derivation.because);
    out_.put('}');
  }

  void writeWarnings() {
    Separator separator;
    for (const facts::Warning& warning : match_.knowledge.warnings) {
      separator.put(out_, R"(,"warnings":[)");
      out_.put(R"({"fact":)");
      out_.put(rendering_.id(warning.fact));
      out_.put(R"(,"code":)");
      out_.putText(warning.code);
      out_.put(R"(,"message":)");
      out_.putAnyText(warning.message);
      if (!warning.message_en.empty()) {
        out_.put(R"(,"message_en":)");
        out_.putAnyText(warning.message_en);
      }
      out_.put('}');
    }
    separator.close(out_, "]");
  }

  void writeSuggestions() {
    Separator separator;
    for (const auto& each : facts::suggest(answered_.request.profile, vocabulary_)) {
      separator.put(out_, R"(,"suggestions":[)");
      out_.put(rendered([&](json::Writer& writer) { writeSuggestion(writer, each, vocabulary_); }));
    }
    separator.close(out_, "]");
  }

  void writeMatches() {
    out_.put(R"(,"matches":[)");
    CoreWriter writer(match_, rendering_, out_);
    Separator separator;
    for (const engine::Outcome& outcome : match_.outcomes) {
      if (!answered_.request.includes(outcome.verdict)) continue;
      separator.put(out_);
      writer.write(outcome);
    }
    out_.put(']');
  }

  void writeQuestions() {
    Separator separator;
    for (const engine::Question& question : match_.questions) {
      separator.put(out_, R"(,"questions":[)");
      out_.put(R"({"fact":)");
      out_.put(rendering_.id(question.fact));
      out_.put(R"(,"decides":)");
      out_.putInteger(question.decides);
      out_.put('}');
    }
    separator.close(out_, "]");
  }

  void writeNextScreen() {
    const auto next = engine::nextScreen(rendering_.edition(), match_, answered_.request.passed);
    if (!next) return;
    out_.put(R"(,"next_screen":{"id":)");
    out_.putText(next->screen->id);
    out_.put(R"(,"decides":[)");
    writeIds(next->decides);
    out_.put(R"(],"facts":[)");
    Separator separator;
    for (const facts::FactIndex fact : next->facts) {
      separator.put(out_);
      out_.put(rendering_.id(fact));
    }
    out_.put("]}");
  }

  void writeAfterRegistration() {
    if (match_.after_registration.empty()) return;
    out_.put(R"(,"after_registration":[)");
    writeIds(match_.after_registration);
    out_.put(']');
  }

  void writeIds(const std::vector<const catalogue::Clause*>& measures) {
    Separator separator;
    for (const catalogue::Clause* measure : measures) {
      separator.put(out_);
      out_.putText(measure->id);
    }
  }

  void writeNotices() {
    Separator separator;
    for (const Notice& notice : noticesOf(rendering_, answered_.as_of)) {
      separator.put(out_, R"(,"notices":[)");
      out_.putText(notice.code);
    }
    separator.close(out_, "]");
  }

  /// More than the usual answer has.
  static constexpr std::size_t kUsualBytes = std::size_t{20} * 1024;

  const Answered& answered_;
  const Rendering& rendering_;
  const engine::Match& match_;
  const facts::Vocabulary& vocabulary_;
  AnswerBuffer out_{kUsualBytes};
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
