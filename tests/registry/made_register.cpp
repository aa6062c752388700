#include "registry/made_register.h"

#include <array>
#include <random>
#include <utility>

#include "policycalc/json/writer.h"

namespace policycalc::registry::test {
namespace {

/// How a register writes something, and the option that it means; null is unknown.
struct Spelling {
  const char* cell;
  const char* option;
};

struct Kind {
  const char* cell;
  const char* entity_type;
  const char* ownership;
};

constexpr std::array<Kind, 9> kKinds{{
    {"有限责任公司(自然人独资)", "company", "private"},
    {"有限责任公司（自然人投资或控股）", "company", "private"},
    {"有限责任公司(国有独资)", "company", "state_controlled"},
    {"有限责任公司(港澳台法人独资)", "company", "hmt"},
    {"股份有限公司(非上市、自然人投资或控股)", "company", "private"},
    {"有限责任公司分公司(自然人独资)", "branch", nullptr},
    {"个体工商户", "individual_business", "private"},
    {"有限合伙企业", "partnership", nullptr},
    {"农民专业合作社", "farmer_cooperative", nullptr},
}};

constexpr std::array<Spelling, 7> kOffices{{
    {"章贡区市场监督管理局", "360702"},
    {"赣州市南康区行政审批局", "360703"},
    {" 瑞金市市场监督管理局 ", "360781"},
    {"赣州经济技术开发区市场监督管理局", "ganzhou_etdz"},
    {"赣州蓉江新区市场监督管理局", "rongjiang"},
    {"赣州市市场监督管理局", nullptr},
    {"360733000000", "360733"},
}};

constexpr std::array<Spelling, 6> kStates{{
    {"存续", "active"},
    {"存续（在营、开业、在册）", "active"},
    {"在业", "active"},
    {"吊销，未注销", "revoked"},
    {"注销", "deregistered"},
    {"迁出", nullptr},
}};

constexpr std::array<const char*, 8> kIndustries{"C3911", "A0151", "E4710", "F5213",
                                                 "H6210", "I6513", "K7010", "L7299"};

class Maker {
 public:
  Maker(std::uint32_t seed, std::size_t firms) : random_(seed) {
    made_.csv =
        "统一社会信用代码,名称,类型,登记机关,成立日期,注册资本(万元),行业代码,从业人数,"
        "营业收入(万元),资产总额(万元),状态\r\n";
    for (std::size_t i = 0; i < firms; ++i) addFirm(i);
  }

  MadeRegister take() { return std::move(made_); }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  template <typename List>
  const auto& anyOf(const List& list) {
    return list[below(list.size())];
  }

  void cell(const std::string& text) {
    if (made_.csv.back() != '\n') made_.csv += ',';
    made_.csv += text;
  }

  void choice(json::Writer& writer, const char* fact, const char* option) {
    if (option != nullptr) writer.key(fact).string(option);
  }

  /// Empty in one of ten rows. In hundredths of 万元, which is a hundred yuan.
  void amount(json::Writer& writer, const char* fact) {
    const std::size_t hundreds = below(100'000'000);
    if (below(10) == 0) {
      cell("");
      return;
    }
    cell("\"" + grouped(hundreds / 100) + "." + std::to_string(hundreds % 100 / 10) +
         std::to_string(hundreds % 10) + "\"");
    writer.key(fact).integer(static_cast<std::int64_t>(hundreds) * 100);
  }

  static std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
    return digits;
  }

  void addFirm(std::size_t index) {
    json::Writer writer;
    writer.beginObject();
    std::string code = std::to_string(index);
    code = "9136070" + std::string(10 - code.size(), '0') + code + "X";
    cell(code);
    writer.key("credit_code").string(code);
    const std::string name = "赣州" + std::to_string(index) + "号\"贸易\", 有限公司";
    cell("\"赣州" + std::to_string(index) + "号\"\"贸易\"\", 有限公司\"");
    writer.key("company_name").string(name);
    const Kind& kind = anyOf(kKinds);
    cell(kind.cell);
    choice(writer, "entity_type", kind.entity_type);
    choice(writer, "ownership", kind.ownership);
    const Spelling& office = anyOf(kOffices);
    cell(office.cell);
    choice(writer, "district", office.option);
    cell("2015年3月" + std::to_string(1 + below(31)) + "日");
    cell(std::to_string(below(5000)));
    const char* industry = anyOf(kIndustries);
    cell(industry);
    writer.key("industry_code").string(industry);
    const std::size_t people = below(2000);
    cell(std::to_string(people));
    writer.key("employees").integer(static_cast<std::int64_t>(people));
    amount(writer, "annual_revenue");
    amount(writer, "total_assets");
    const Spelling& state = anyOf(kStates);
    cell(state.cell);
    choice(writer, "registration_status", state.option);
    made_.csv += "\r\n";
    writer.endObject();
    made_.profiles.push_back(writer.take());
    made_.codes.push_back(code);
  }

  std::mt19937 random_;
  MadeRegister made_;
};

}  // namespace

MadeRegister madeRegister(std::uint32_t seed, std::size_t firms) {
  return Maker(seed, firms).take();
}

}  // namespace policycalc::registry::test
