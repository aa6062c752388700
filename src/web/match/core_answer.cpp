#include "web/match/core_answer.h"

#include <utility>

#include "policycalc/json/append.h"
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

/// What follows a comma in an object or a list.
class Separator {
 public:
  /// Appends `before` the first time, and a comma after that.
  void put(std::string& out, std::string_view before = {}) {
    out += first_ ? before : ",";
    first_ = false;
  }
  /// Appends `after` if put() was called.
  void close(std::string& out, std::string_view after) const {
    if (!first_) out += after;
  }

 private:
  bool first_ = true;
};

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
    out_.reserve(kUsualBytes);
    writeHead();
    writeMatches();
    writeQuestions();
    writeNextScreen();
    writeIds(R"(,"after_registration":[)", match_.after_registration);
    writeNotices();
    out_ += '}';
    return std::move(out_);
  }

 private:
  void writeHead() {
    out_ += R"({"detail":"core","as_of":")";
    out_ += answered_.as_of.toString();
    out_ += '"';
    out_ += rendering_.source();
    if (!answered_.request.chosen.empty()) {
      out_ += R"(,"selected":)";
      json::appendInteger(out_, static_cast<std::int64_t>(match_.outcomes.size()));
    }
    out_ += rendering_.texts();
    writeProfile();
    out_ += R"(,"counts":{)";
    Separator separator;
    for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
      separator.put(out_);
      out_ += '"';
      out_ += toString(static_cast<engine::Verdict>(i));
      out_ += R"(":)";
      json::appendInteger(out_, match_.counts[i]);
    }
    out_ += R"(},"totals":)";
    out_ += rendered([&](json::Writer& writer) { writeTotals(writer, answered_); });
    if (match_.county != nullptr) {
      out_ += R"(,"county":)";
      json::appendString(out_, match_.county->id);
    }
  }

  void writeProfile() {
    out_ += R"(,"profile":{"given":{)";
    Separator separator;
    for (std::size_t i = 0; i < answered_.request.profile.size(); ++i) {
      const auto fact = static_cast<facts::FactIndex>(i);
      const facts::Given& given = answered_.request.profile[fact];
      if (!given.known) continue;
      separator.put(out_);
      out_ += rendering_.id(fact);
      out_ += ':';
      appendGiven(given, fact);
    }
    out_ += R"(},"derived":{)";
    Separator between;
    for (const facts::Derivation& derivation : match_.knowledge.derivations) {
      between.put(out_);
      appendDerivation(derivation);
    }
    out_ += '}';
    writeWarnings();
    writeSuggestions();
    out_ += '}';
  }

  void appendGiven(const facts::Given& given, facts::FactIndex fact) {
    using facts::FactType;
    const FactType type = vocabulary_.fact(fact).type;
    switch (type) {
      case FactType::kText:
        json::appendString(out_, given.text);
        return;
      case FactType::kBoolean:
        out_ += given.options == facts::kTrue ? "true" : "false";
        return;
      case FactType::kChoice:
        out_ += rendering_.codes(fact)[given.options.first()];
        return;
      case FactType::kChoices: {
        out_ += '[';
        Separator separator;
        for (const std::size_t option : given.options) {
          separator.put(out_);
          out_ += rendering_.codes(fact)[option];
        }
        out_ += ']';
        return;
      }
      case FactType::kInteger:
        json::appendInteger(out_, given.number);
        return;
      case FactType::kMoney:
      case FactType::kPercent:
        out_ += facts::toDecimal(given.number, type).toString();
        return;
    }
  }

  void appendDerivation(const facts::Derivation& derivation) {
    out_ += rendering_.id(derivation.fact);
    out_ += ":{";
    Separator separator;
    for (const std::size_t option : derivation.possible) {
      separator.put(out_, R"("possible":[)");
      out_ += rendering_.codes(derivation.fact)[option];
    }
    if (derivation.or_none) {
      separator.put(out_, R"("possible":[)");
      out_ += R"("none")";
    }
    separator.close(out_, "],");
    out_ += R"("because":)";
    json::appendString(out_, derivation.because);
    out_ += '}';
  }

  void writeWarnings() {
    Separator separator;
    for (const facts::Warning& warning : match_.knowledge.warnings) {
      separator.put(out_, R"(,"warnings":[)");
      out_ += R"({"fact":)";
      out_ += rendering_.id(warning.fact);
      out_ += R"(,"code":)";
      json::appendString(out_, warning.code);
      out_ += R"(,"message":)";
      json::appendString(out_, warning.message);
      if (!warning.message_en.empty()) {
        out_ += R"(,"message_en":)";
        json::appendString(out_, warning.message_en);
      }
      out_ += '}';
    }
    separator.close(out_, "]");
  }

  void writeSuggestions() {
    Separator separator;
    for (const auto& each : facts::suggest(answered_.request.profile, vocabulary_)) {
      separator.put(out_, R"(,"suggestions":[)");
      out_ += rendered([&](json::Writer& writer) { writeSuggestion(writer, each, vocabulary_); });
    }
    separator.close(out_, "]");
  }

  void writeMatches() {
    out_ += R"(,"matches":[)";
    CoreWriter writer(match_, rendering_, out_);
    Separator separator;
    for (const engine::Outcome& outcome : match_.outcomes) {
      if (!answered_.request.includes(outcome.verdict)) continue;
      separator.put(out_);
      writer.write(outcome);
    }
    out_ += ']';
  }

  void writeQuestions() {
    Separator separator;
    for (const engine::Question& question : match_.questions) {
      separator.put(out_, R"(,"questions":[)");
      out_ += R"({"fact":)";
      out_ += rendering_.id(question.fact);
      out_ += R"(,"decides":)";
      json::appendInteger(out_, question.decides);
      out_ += '}';
    }
    separator.close(out_, "]");
  }

  void writeNextScreen() {
    const auto next = engine::nextScreen(rendering_.edition(), match_, answered_.request.passed);
    if (!next) return;
    out_ += R"(,"next_screen":)";
    out_ += rendered([&](json::Writer& writer) { writeScreen(writer, *next, vocabulary_); });
  }

  /// A member with the ids of measures, if there are any.
  void writeIds(std::string_view begin, const std::vector<const catalogue::Clause*>& measures) {
    Separator separator;
    for (const catalogue::Clause* measure : measures) {
      separator.put(out_, begin);
      json::appendString(out_, measure->id);
    }
    separator.close(out_, "]");
  }

  void writeNotices() {
    Separator separator;
    for (const Notice& notice : noticesOf(rendering_, answered_.as_of)) {
      separator.put(out_, R"(,"notices":[)");
      json::appendString(out_, notice.code);
    }
    separator.close(out_, "]");
  }

  /// More than the usual answer has.
  static constexpr std::size_t kUsualBytes = std::size_t{32} * 1024;

  const Answered& answered_;
  const Rendering& rendering_;
  const engine::Match& match_;
  const facts::Vocabulary& vocabulary_;
  std::string out_;
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
