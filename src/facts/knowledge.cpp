#include "policycalc/facts/knowledge.h"

#include "facts/deriving.h"

namespace policycalc::facts {
namespace {

void takeGiven(Deriving& run) {
  run.knowledge.facts.resize(run.profile.size());
  const auto count = static_cast<FactIndex>(run.profile.size());
  for (FactIndex i = 0; i < count; ++i) {
    const Given& given = run.profile[i];
    const Fact& fact = run.vocabulary.fact(i);
    const bool single = fact.type == FactType::kChoice || fact.type == FactType::kBoolean;
    run.knowledge.facts[i] = {
        given.known ? given.options : (single ? fact.allOptions() : OptionSet()), given.number,
        given.known, false};
  }
}

/// A state of registration that matters, and its warning.
struct State {
  WarningCode code;
  Registration registration;
  std::string_view message;
  std::string_view message_en;
};

constexpr State kStates[] = {
    {"deregistered", Registration::kDeregistered, "企业已注销，各项措施均不再涉及",
     "The company is deregistered; the measures no longer concern it"},
    {"revoked", Registration::kRevoked,
     "已被吊销、还没注销：扶持和服务措施都不再适用，只能办理退出和咨询；维护权利的措施不受影响",
     "The licence is revoked and the company not yet deregistered: support and services no longer "
     "apply, except for closing down and advice; the measures that protect rights remain"},
    {"not_yet_registered", Registration::kNotYetRegistered,
     "还没有登记：面向本市企业的措施要登记以后才能用，另列为“登记以后可用”",
     "Not registered yet: measures for local companies become available after registration; they "
     "are listed as “Open once the company is registered”"},
    {"in_bankruptcy", Registration::kInBankruptcy,
     "正在破产程序中：各项申请由管理人提出，请先看重整、和解等脱困措施",
     "In bankruptcy proceedings: the administrator makes all applications; see the measures on "
     "reorganisation and composition first"}};

void takeRegistration(Deriving& run) {
  for (const State& state : kStates) {
    if (!run.isStatus(state.code.text())) continue;
    run.knowledge.registration = state.registration;
    if (!run.worded) continue;
    run.warn(run.is.registration_status, state.code, std::string(state.message),
             std::string(state.message_en));
  }
}

/// Forgets all but the facts, which takeGiven() replaces.
void clear(Knowledge& knowledge) {
  knowledge.derivations.clear();
  knowledge.warnings.clear();
  knowledge.ask_for_size.clear();
  knowledge.ask_for_industry.clear();
  knowledge.ask_for_ownership.clear();
  knowledge.registration = Registration::kOther;
}

void deriveAll(Deriving& run) {
  takeGiven(run);
  deriveOwner(run);
  deriveIndustry(run);
  deriveSize(run);
}

}  // namespace

std::string_view codeOf(Registration state) {
  for (const State& each : kStates) {
    if (each.registration == state) return each.code.text();
  }
  return {};
}

void deriveIndustry(Deriving& run) {
  const Given& code_given = run.given(run.is.industry_code);
  const Fact& fact = run.vocabulary.fact(run.is.size_industry);
  const CodeReading& code = run.answers.code;
  if (code.given && !code.exists && run.worded) {
    run.warn(run.is.industry_code, "unknown_industry",
             "行业代码 " + code_given.text + " 在 GB/T 4754—2017 中没有对应的行业，未采用",
             "Industry code " + code_given.text +
                 " belongs to no industry of GB/T 4754—2017 and was not used");
  }
  run.industry = run.rules.industryOf(run.answers);
  const OptionSet possible = run.industry.possible;
  if (!run.answers.size_industry.isEmpty()) {
    if (!code.industries.isEmpty() && !code.industries.hasAny(possible) && run.worded) {
      run.warn(run.is.size_industry, "differs",
               "所选行业与行业代码对应的“" + labels(fact, code.industries) + "”不同，按所填计算",
               "The industry chosen differs from that of the industry code, “" +
                   labelsEn(fact, code.industries) + "”; the answer follows the industry chosen");
    }
    return run.set(run.is.size_industry, possible, false, kAsGiven);
  }
  run.set(run.is.size_industry, possible, false, [&]() -> std::string {
    if (!code.industries.isEmpty()) {
      return "行业代码 " + code_given.text + " 对应" + labels(fact, code.industries);
    }
    return run.industry.outside_standard ? "行业代码 " + code_given.text + " 不在划型标准所列行业内"
                                         : "行业未填";
  });
  // Ask for the industry and not its code, which few owners know.
  if (!possible.isSingle()) run.knowledge.ask_for_industry.push_back(run.is.size_industry);
}

Knowledge derive(const Profile& profile, const Vocabulary& vocabulary,
                 const SizeStandard& standard) {
  Knowledge knowledge;
  derive(profile, vocabulary, standard, BodyRules(vocabulary, standard), knowledge);
  return knowledge;
}

void derive(const Profile& profile, const Vocabulary& vocabulary, const SizeStandard& standard,
            const BodyRules& rules, Knowledge& knowledge) {
  clear(knowledge);
  BodyAnswers answers = bodyAnswersOf(profile, vocabulary, standard);
  answers.code = readCode(profile[vocabulary.known().industry_code], standard);
  Deriving run{profile,   vocabulary, standard, vocabulary.known(), rules, answers,
               knowledge, true,       {}};
  deriveAll(run);
  findContradictions(run);
  takeRegistration(run);
}

void deriveFacts(const Profile& profile, const Vocabulary& vocabulary, const SizeStandard& standard,
                 const BodyRules& rules, Knowledge& knowledge) {
  clear(knowledge);
  BodyAnswers answers = bodyAnswersOf(profile, vocabulary, standard);
  if (answers.size_industry.isEmpty()) {
    answers.code = readCode(profile[vocabulary.known().industry_code], standard);
  }
  Deriving run{profile,   vocabulary, standard, vocabulary.known(), rules, answers,
               knowledge, false,      {}};
  deriveAll(run);
  takeRegistration(run);
}

}  // namespace policycalc::facts
