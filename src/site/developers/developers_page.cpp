#include "site/developers/developers_page.h"

#include <array>

#include "policycalc/engine/match.h"
#include "policycalc/facts/profile.h"
#include "policycalc/web/contract/operation.h"

#include "site/structured.h"

namespace policycalc::site {
namespace {

constexpr const char* kLocalAddress = "http://127.0.0.1:8080";

struct Meaning {
  const char* zh;
  const char* en;
};

/// By engine::Verdict.
constexpr std::array<Meaning, engine::kVerdicts> kMeanings{{
    {"符合：条件都已满足。", "All conditions are met."},
    {"待认定：能核对的条件都已满足，其余要由主管部门认定。",
     "All that can be checked is met; the rest is for an authority to judge."},
    {"还缺情况：missing 里的事实会决定结果。", "The facts in missing decide."},
    {"不符合：unmet 里的条件没有满足，并写明差多少。",
     "The conditions in unmet are not met; the gap is given."},
    {"不涉及：这项措施不是为这样的企业设的。", "The measure is not meant for such a company."},
    {"不在施行期：这一天还没有开始或已经结束。", "It has not begun or has ended on that day."},
}};

std::vector<Data> verdicts() {
  std::vector<Data> list;
  for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
    Data made(Data::type::object);
    put(made, "code", engine::toString(static_cast<engine::Verdict>(i)));
    put(made, "meaning", Label{kMeanings.at(i).zh, kMeanings.at(i).en});
    list.push_back(std::move(made));
  }
  return list;
}

Label wordFor(facts::FactType type) {
  switch (type) {
    case facts::FactType::kText:
      return {"文字", "text"};
    case facts::FactType::kBoolean:
      return {"true 或 false", "true or false"};
    case facts::FactType::kInteger:
      return {"整数", "whole number"};
    case facts::FactType::kMoney:
      return {"金额", "amount"};
    case facts::FactType::kPercent:
      return {"百分比", "percentage"};
    case facts::FactType::kChoice:
      return {"一个选项", "one option"};
    case facts::FactType::kChoices:
      return {"选项的列表", "list of options"};
  }
  return {};
}

Label unitFor(const facts::Fact& fact) {
  if (fact.unit == "CNY") return {"元", "yuan"};
  if (fact.unit == "人") return {"人", "people"};
  return {fact.unit, fact.unit};
}

Data entry(const facts::Fact& fact) {
  Data made(Data::type::object);
  put(made, "id", std::string_view(fact.id));
  put(made, "label", Label{fact.label, fact.label_en});
  put(made, "type", wordFor(fact.type));
  put(made, "unit", unitFor(fact));
  put(made, "derived", !fact.asked);
  std::vector<Data> options;
  for (const facts::Option& option : fact.options) {
    Data one(Data::type::object);
    put(one, "code", std::string_view(option.code));
    put(one, "label", Label{option.label, option.label_en});
    options.push_back(std::move(one));
  }
  put(made, "any_options", !options.empty());
  put(made, "options", options);
  return made;
}

/// `6,000` for people.
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  constexpr std::size_t kGroup = 3;
  for (std::size_t at = digits.size(); at > kGroup;) {
    at -= kGroup;
    digits.insert(at, ",");
  }
  return digits;
}

/// What answers of that detail say.
Label saysOf(std::string_view detail) {
  if (detail == "verdicts") {
    return {"每项措施的结论，和合计。", "The verdict of each measure, and the totals."};
  }
  if (detail == "core") {
    return {
        "默认。只有取决于企业的部分：结论、金额、缺什么、差在哪里；其余文字在 texts "
        "给出的地址，可以一直缓存。",
        "The default: what depends on the company: verdicts, amounts, what is missing or not "
        "met. The address in texts has the rest and can be cached for good."};
  }
  return {"一次给出全部，包括每个条件的文字和依据。",
          "Everything at once, with the text and the source of each condition."};
}

std::vector<Data> sizeRows(const std::vector<AnswerSize>& sizes) {
  std::vector<Data> rows;
  for (const AnswerSize& size : sizes) {
    Data row(Data::type::object);
    put(row, "detail", std::string_view(size.detail));
    put(row, "bytes", grouped(size.bytes));
    put(row, "says", saysOf(size.detail));
    rows.push_back(std::move(row));
  }
  return rows;
}

Label pointsOf(int points) {
  if (points == 0) return {"不限", "no limit"};
  const std::string number = grouped(static_cast<std::size_t>(points));
  return {"每分钟 " + number + " 点", number + " points a minute"};
}

Data limitRow(const Label& what, const Label& limit) {
  Data row(Data::type::object);
  put(row, "what", what);
  put(row, "limit", limit);
  return row;
}

/// What the service refuses beyond, as it runs.
std::vector<Data> limitRows(const ApiLimits& limits) {
  const auto row = [](const Label& what, const std::string& number, const Label& unit) {
    return limitRow(what, {number + " " + unit.zh, number + " " + unit.en});
  };
  const std::string seconds = std::to_string(limits.request_seconds);
  const std::string months = std::to_string(limits.catalogue_months);
  return {
      limitRow({"没有密钥的一个地址", "One address without a key"},
               pointsOf(limits.anonymous_points)),
      limitRow({"一个密钥，除非另有约定", "One key, unless agreed otherwise"},
               pointsOf(limits.key_points)),
      row({"一个请求的内容", "The body of a request"}, std::to_string(web::kProfileBody / 1024),
          {"KiB", "KiB"}),
      row({"请求送达的时间", "Time for a request to arrive"}, seconds, {"秒", "seconds"}),
      row({"一段文字", "A text"}, std::to_string(facts::kMaxTextCharacters), {"字", "characters"}),
      row({"保留一个版本的政策", "A version of the policies is kept for"}, months,
          {"个月", "months"})};
}

}  // namespace

Page developersPage(const engine::Edition& edition, const std::vector<AnswerSize>& sizes,
                    const Services& services) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  Page page;
  page.content = "developers";
  page.path = "/developers";
  page.title = "开发者";
  page.description =
      "把政策计算器接入您的系统：第一次调用、答复、结论、密钥、错误、客户端、版本和数据保护。";
  page.json_ld = listAsJson(page.title, page.path, services);
  put(page.data, "address",
      services.public_url.empty() ? std::string_view(kLocalAddress) : services.public_url);
  put(page.data, "verdicts", verdicts());
  put(page.data, "sizes", sizeRows(sizes));
  put(page.data, "limits", limitRows(services.limits));
  put(page.data, "catalogue", std::string_view(catalogue.hash()));
  put(page.data, "fact_count", std::to_string(catalogue.vocabulary().facts().size()));
  return page;
}

Page factsPage(const engine::Edition& edition) {
  Page page;
  page.content = "facts";
  page.path = "/developers/facts";
  page.title = "事实和选项";
  page.description = "企业情况可以写的全部事实和选项的代码。";
  page.hidden = true;
  std::vector<Data> list;
  for (const facts::Fact& fact : edition.catalogue().vocabulary().facts()) {
    list.push_back(entry(fact));
  }
  put(page.data, "facts", list);
  return page;
}

}  // namespace policycalc::site
