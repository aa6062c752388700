#include "catalogue/screens/bands.h"

#include <algorithm>
#include <cctype>

#include "policycalc/base/money.h"
#include "policycalc/base/text.h"

namespace policycalc::catalogue {
namespace {

using facts::SizeStandard;
using Indicator = SizeStandard::Indicator;

constexpr std::int64_t kFenPerYuan = 100;
constexpr std::int64_t kFenPerYi = 100'000'000 * kFenPerYuan;  // 亿, which people say from there on

/// 1234567 as `1,234,567`.
std::string grouped(std::int64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

/// Words the classes of one industry by the figures at which they begin.
class BandWords {
 public:
  BandWords(const facts::Vocabulary& vocabulary, const std::vector<Indicator>& indicators)
      : vocabulary_(vocabulary), indicators_(indicators) {}

  /// 不到10人，或者上年营业收入不到100万元; 10人以上、上年营业收入100万元以上，但没有同时达到……
  std::string chinese(std::size_t size) const {
    if (size == 0) {
      return all("，或者", [&](const Indicator& each) {
        return subject(each) + "不到" + figure(each, size);
      });
    }
    std::string from = all("、", [&](const Indicator& each) {
      return subject(each) + figure(each, size - 1) + "以上";
    });
    if (isLast(size)) return from;
    return from + (indicators_.size() > 1 ? "，但没有同时达到" : "，但不到") +
           all("和", [&](const Indicator& each) { return figure(each, size); });
  }

  std::string english(std::size_t size) const {
    if (size == 0) {
      return upperFirst(all(", or ", [&](const Indicator& each) {
        return subjectEn(each) + (isMoney(each) ? "below " : "fewer than ") + figureEn(each, size);
      }));
    }
    std::string from = upperFirst(all(" and ", [&](const Indicator& each) {
      return subjectEn(each) + "at least " + figureEn(each, size - 1);
    }));
    if (isLast(size)) return from;
    return from + (indicators_.size() > 1 ? ", but not both " : ", but not ") +
           all(" and ", [&](const Indicator& each) { return figureEn(each, size); });
  }

 private:
  static bool isLast(std::size_t size) { return size == SizeStandard::kClasses - 1; }
  const facts::Fact& fact(const Indicator& each) const { return vocabulary_.fact(each.fact); }
  bool isMoney(const Indicator& each) const { return fact(each).type == facts::FactType::kMoney; }

  /// The name of an amount; a number of people names itself.
  std::string subject(const Indicator& each) const { return isMoney(each) ? fact(each).label : ""; }
  std::string subjectEn(const Indicator& each) const {
    if (!isMoney(each)) return "";
    std::string name = fact(each).label_en + " ";
    name.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(name.front())));
    return name;
  }

  std::string figure(const Indicator& each, std::size_t bound) const {
    const std::int64_t number = each.lower_bounds[bound];
    if (isMoney(each) && number >= kFenPerYi && number % kFenPerYi == 0) {
      return std::to_string(number / kFenPerYi) + "亿元";
    }
    return facts::toChinese(number, fact(each));
  }
  std::string figureEn(const Indicator& each, std::size_t bound) const {
    const std::int64_t number = each.lower_bounds[bound];
    return isMoney(each) ? "CNY " + grouped(number / kFenPerYuan) : grouped(number) + " people";
  }

  static std::string upperFirst(std::string text) {
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
  }

  template <typename Word>
  std::string all(std::string_view between, const Word& word) const {
    std::vector<std::string> parts;
    for (const Indicator& each : indicators_) parts.push_back(word(each));
    return base::join(parts, between);
  }

  const facts::Vocabulary& vocabulary_;
  const std::vector<Indicator>& indicators_;
};

ScreenCondition testOf(facts::FactIndex fact, facts::OptionSet options,
                       ScreenCondition::Kind kind) {
  ScreenCondition condition;
  condition.kind = kind;
  condition.fact = fact;
  condition.options = options;
  return condition;
}

}  // namespace

std::vector<ScreenOption> bandOptions(const facts::Vocabulary& vocabulary,
                                      const SizeStandard& standard) {
  const facts::KnownFacts& is = vocabulary.known();
  const facts::Fact& industries = vocabulary.fact(is.size_industry);
  const facts::Fact& sizes = vocabulary.fact(is.enterprise_size);
  std::vector<ScreenOption> options;
  for (std::size_t at = 0; at < industries.options.size(); ++at) {
    const SizeStandard::Industry* industry = standard.find(at);
    if (industry == nullptr) continue;
    const BandWords words(vocabulary, industry->indicators);
    for (std::size_t size = 0; size < SizeStandard::kClasses; ++size) {
      ScreenOption option;
      option.id = industries.options[at].code + "_" + sizes.options[size].code;
      option.label = words.chinese(size);
      option.label_en = words.english(size);
      option.sets = {{is.enterprise_size, {true, facts::OptionSet::of(size), 0, {}}}};
      for (const Indicator& each : industry->indicators) {
        if (size > 0) option.begins.emplace_back(each.fact, each.lower_bounds[size - 1]);
      }
      option.when = testOf(is.size_industry, industry->option, ScreenCondition::Kind::kIn);
      options.push_back(std::move(option));
    }
  }
  return options;
}

std::optional<ScreenCondition> whenCounted(facts::FactIndex fact,
                                           const facts::Vocabulary& vocabulary,
                                           const SizeStandard& standard) {
  const facts::KnownFacts& is = vocabulary.known();
  if (fact != is.employees && fact != is.annual_revenue && fact != is.total_assets) return {};
  facts::OptionSet others;
  for (std::size_t at = 0; at < vocabulary.fact(is.size_industry).options.size(); ++at) {
    const SizeStandard::Industry* industry = standard.find(at);
    if (industry == nullptr) continue;
    const bool counted =
        std::any_of(industry->indicators.begin(), industry->indicators.end(),
                    [&](const Indicator& indicator) { return indicator.fact == fact; });
    if (!counted) others.add(at);
  }
  if (others.isEmpty()) return {};
  return testOf(is.size_industry, others, ScreenCondition::Kind::kNotIn);
}

}  // namespace policycalc::catalogue
