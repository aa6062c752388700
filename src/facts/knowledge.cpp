#include "policycalc/facts/knowledge.h"

#include <algorithm>

#include "policycalc/base/text.h"
#include "policycalc/facts/credit_code.h"

namespace policycalc::facts {
namespace {

bool isOne(OptionSet set) {
  return set != 0 && (set & (set - 1)) == 0;
}

/// The classes from micro up to `band`.
OptionSet upTo(std::size_t band) {
  return (OptionSet{2} << band) - 1;
}

std::string labels(const Fact& fact, OptionSet set) {
  return base::join(fact.labelsOf(set), "、");
}

/// One run of derive(): the facts in the order in which they follow from each other.
class Deriver {
 public:
  Deriver(const Profile& profile, const Vocabulary& vocabulary, const SizeStandard& standard)
      : profile_(profile), vocabulary_(vocabulary), standard_(standard), is_(vocabulary.known()) {}

  Knowledge run() {
    takeGiven();
    deriveOwnership();
    deriveIndustry();
    deriveSize();
    checkCreditCode();
    const Fact& status = vocabulary_.fact(is_.registration_status);
    const auto deregistered = status.findOption("deregistered");
    knowledge_.deregistered = deregistered && profile_[is_.registration_status].known &&
                              profile_[is_.registration_status].options == OptionSet{1}
                                                                               << *deregistered;
    if (knowledge_.deregistered) {
      warn(is_.registration_status, "deregistered", "企业已注销，各项措施均不再涉及");
    }
    return std::move(knowledge_);
  }

 private:
  void takeGiven() {
    knowledge_.facts.resize(profile_.size());
    const auto count = static_cast<FactIndex>(profile_.size());
    for (FactIndex i = 0; i < count; ++i) {
      const Given& given = profile_[i];
      const Fact& fact = vocabulary_.fact(i);
      const bool single = fact.type == FactType::kChoice || fact.type == FactType::kBoolean;
      knowledge_.facts[i] = {given.known ? given.options : (single ? fact.allOptions() : 0),
                             given.number, given.known};
    }
  }

  void warn(FactIndex fact, std::string code, std::string message) {
    knowledge_.warnings.push_back({fact, std::move(code), std::move(message)});
  }

  void set(FactIndex fact, OptionSet possible, std::string because) {
    Known& known = knowledge_.facts[fact];
    known.options = possible;
    known.known = possible == 0 || isOne(possible);
    knowledge_.derivations.push_back({fact, possible, std::move(because)});
  }

  bool hasEntityType(OptionSet types) const {
    return profile_[is_.entity_type].known && (profile_[is_.entity_type].options & types) != 0;
  }

  void deriveOwnership() {
    const Given& given = profile_[is_.ownership];
    const Fact& fact = vocabulary_.fact(is_.ownership);
    if (hasEntityType(standard_.privateEntityTypes())) {
      if (given.known && given.options != standard_.privateOwnership()) {
        warn(is_.ownership, "overruled", "个体工商户和个人独资企业按民营计，所填所有制未采用");
      }
      set(is_.ownership, standard_.privateOwnership(), "个体工商户和个人独资企业属于民营");
      return;
    }
    if (given.known) {
      set(is_.ownership, given.options, "按所填");
      return;
    }
    set(is_.ownership, fact.allOptions(), "所有制未填");
    knowledge_.ask_for_ownership = {is_.ownership};
    if (!profile_[is_.entity_type].known) {
      knowledge_.ask_for_ownership.push_back(is_.entity_type);
    }
  }

  void deriveIndustry() {
    const Given& given = profile_[is_.size_industry];
    const Given& code_given = profile_[is_.industry_code];
    const Fact& fact = vocabulary_.fact(is_.size_industry);
    OptionSet by_code = 0;
    if (code_given.known) {
      const auto code = IndustryCode::parse(code_given.text);
      if (code && standard_.isConsistent(*code)) {
        by_code = standard_.industriesOf(*code);
      } else {
        warn(is_.industry_code, "unknown_industry",
             "行业代码 " + code_given.text + " 在 GB/T 4754—2017 中没有对应的行业，未采用");
      }
    }
    if (given.known) {
      if (by_code != 0 && (by_code & given.options) == 0) {
        warn(is_.size_industry, "differs",
             "所填划型行业与行业代码对应的“" + labels(fact, by_code) + "”不同，按所填计算");
      }
      set(is_.size_industry, given.options, "按所填");
      return;
    }
    if (by_code != 0) {
      set(is_.size_industry, by_code,
          "行业代码 " + code_given.text + " 对应" + labels(fact, by_code));
    } else if (code_given.known) {
      // Finance, rail and codes not listed: the standard does not say which industry they are.
      set(is_.size_industry, fact.allOptions(),
          "行业代码 " + code_given.text + " 不在划型标准所列行业内");
      outside_standard_ = true;
    } else {
      set(is_.size_industry, fact.allOptions(), "行业未填");
    }
    if (!isOne(knowledge_.facts[is_.size_industry].options)) {
      // A code was given and does not settle it: only the industry itself can.
      knowledge_.ask_for_industry = {code_given.known ? is_.size_industry : is_.industry_code};
    }
  }

  void deriveSize() {
    const Given& given = profile_[is_.enterprise_size];
    const Fact& fact = vocabulary_.fact(is_.enterprise_size);
    if (hasEntityType(standard_.noSizeEntityTypes())) {
      if (given.known) {
        warn(is_.enterprise_size, "overruled", "商会、行业协会和事业单位不是企业，不分规模");
      }
      set(is_.enterprise_size, 0, "不是企业，不分规模");
      return;
    }
    std::string because;
    OptionSet possible = possibleSizes(because);
    if (given.known) {
      if ((given.options & possible) != 0) {
        possible = given.options;
        because = "按所填";
      } else {
        warn(is_.enterprise_size, "overruled",
             "所填规模与数据不符，按数据为" + labels(fact, possible));
      }
    }
    set(is_.enterprise_size, possible, because);
    if (!isOne(possible)) collectSizeQuestions();
  }

  /// Union over the industries that are still possible; all four where one may be outside the
  /// standard.
  OptionSet possibleSizes(std::string& because) {
    const OptionSet industries = knowledge_.facts[is_.size_industry].options;
    const OptionSet all = vocabulary_.fact(is_.enterprise_size).allOptions();
    const bool narrowed = industries != vocabulary_.fact(is_.size_industry).allOptions();
    if (outside_standard_ || !narrowed) {
      because =
          outside_standard_ ? "该行业不适用一般划型标准，请直接填写企业规模" : "行业未知，无法划型";
      return all;
    }
    OptionSet possible = 0;
    for (OptionSet rest = industries; rest != 0; rest &= rest - 1) {
      const OptionSet one = rest & ~(rest - 1);
      const SizeStandard::Industry* industry = standard_.find(one);
      if (industry == nullptr) return all;
      possible |= sizesIn(*industry, because);
    }
    return possible;
  }

  OptionSet sizesIn(const SizeStandard::Industry& industry, std::string& because) {
    const Fact& size = vocabulary_.fact(is_.enterprise_size);
    std::size_t lowest = SizeStandard::kClasses - 1;
    bool complete = true;
    std::vector<std::string> parts;
    for (const SizeStandard::Indicator& indicator : industry.indicators) {
      const Fact& fact = vocabulary_.fact(indicator.fact);
      const Given& value = profile_[indicator.fact];
      if (!value.known) {
        complete = false;
        parts.push_back(fact.label + "未填");
        continue;
      }
      const std::size_t band = indicator.band(value.number);
      lowest = std::min(lowest, band);
      parts.push_back(fact.label + toChinese(value.number, fact) + "属" + size.options[band].label);
    }
    const OptionSet possible = complete ? OptionSet{1} << lowest : upTo(lowest);
    if (!because.empty()) because += "；";
    because += "按" + labels(vocabulary_.fact(is_.size_industry), industry.option) + "标准：" +
               base::join(parts, "，") + "；取最低一档，" + (isOne(possible) ? "为" : "可能为") +
               labels(size, possible);
    return possible;
  }

  void collectSizeQuestions() {
    std::vector<FactIndex>& ask = knowledge_.ask_for_size;
    if (!profile_[is_.entity_type].known) ask.push_back(is_.entity_type);
    if (outside_standard_) {
      // Nothing can be derived here, so the size itself is what is asked, or its industry.
      ask.push_back(is_.enterprise_size);
      return;
    }
    const OptionSet industries = knowledge_.facts[is_.size_industry].options;
    if (!isOne(industries)) ask.push_back(knowledge_.ask_for_industry.front());
    for (const FactIndex fact : {is_.employees, is_.annual_revenue, is_.total_assets}) {
      if (!profile_[fact].known && isIndicator(fact, industries)) ask.push_back(fact);
    }
  }

  bool isIndicator(FactIndex fact, OptionSet industries) const {
    for (OptionSet rest = industries; rest != 0; rest &= rest - 1) {
      const SizeStandard::Industry* industry = standard_.find(rest & ~(rest - 1));
      if (industry == nullptr) continue;
      if (std::any_of(industry->indicators.begin(), industry->indicators.end(),
                      [&](const auto& indicator) { return indicator.fact == fact; })) {
        return true;
      }
    }
    return false;
  }

  void checkCreditCode() {
    const Given& given = profile_[is_.credit_code];
    if (!given.known) return;
    for (CreditCodeFault& fault : facts::checkCreditCode(given.text)) {
      warn(is_.credit_code, std::move(fault.code), std::move(fault.message));
    }
  }

  const Profile& profile_;
  const Vocabulary& vocabulary_;
  const SizeStandard& standard_;
  const KnownFacts& is_;
  Knowledge knowledge_;
  bool outside_standard_ = false;
};

}  // namespace

Knowledge derive(const Profile& profile, const Vocabulary& vocabulary,
                 const SizeStandard& standard) {
  return Deriver(profile, vocabulary, standard).run();
}

}  // namespace policycalc::facts
