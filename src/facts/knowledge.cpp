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
    run.warn(run.is.registration_status, state.code, std::string(state.message),
             std::string(state.message_en));
  }
}

}  // namespace

std::string_view codeOf(Registration state) {
  for (const State& each : kStates) {
    if (each.registration == state) return each.code.text();
  }
  return {};
}

void deriveIndustry(Deriving& run) {
  const Given& given = run.given(run.is.size_industry);
  const Given& code_given = run.given(run.is.industry_code);
  const Fact& fact = run.vocabulary.fact(run.is.size_industry);
  OptionSet by_code;
  if (code_given.known) {
    const auto code = IndustryCode::parse(code_given.text);
    if (code && run.standard.isConsistent(*code)) {
      by_code = run.standard.industriesOf(*code);
    } else {
      run.warn(run.is.industry_code, "unknown_industry",
               "行业代码 " + code_given.text + " 在 GB/T 4754—2017 中没有对应的行业，未采用",
               "Industry code " + code_given.text +
                   " belongs to no industry of GB/T 4754—2017 and was not used");
    }
  }
  if (given.known) {
    if (!by_code.isEmpty() && !by_code.hasAny(given.options)) {
      run.warn(run.is.size_industry, "differs",
               "所选行业与行业代码对应的“" + labels(fact, by_code) + "”不同，按所填计算",
               "The industry chosen differs from that of the industry code, “" +
                   labelsEn(fact, by_code) + "”; the answer follows the industry chosen");
    }
    return run.set(run.is.size_industry, given.options, false, "按所填");
  }
  const OptionSet possible = by_code.isEmpty() ? fact.allOptions() : by_code;
  // Finance, rail and unlisted codes: the standard has no industry for them.
  run.outside_standard = code_given.known && by_code.isEmpty();
  run.set(run.is.size_industry, possible, false,
          !by_code.isEmpty() ? "行业代码 " + code_given.text + " 对应" + labels(fact, by_code)
          : run.outside_standard ? "行业代码 " + code_given.text + " 不在划型标准所列行业内"
                                 : "行业未填");
  // Ask for the industry and not its code, which few owners know.
  if (!possible.isSingle()) run.knowledge.ask_for_industry = {run.is.size_industry};
}

Knowledge derive(const Profile& profile, const Vocabulary& vocabulary,
                 const SizeStandard& standard) {
  Deriving run{profile, vocabulary, standard, vocabulary.known(), {}, false};
  takeGiven(run);
  deriveOwner(run);
  deriveIndustry(run);
  deriveSize(run);
  findContradictions(run);
  takeRegistration(run);
  return std::move(run.knowledge);
}

}  // namespace policycalc::facts
