#include "app/roll_summary.h"

#include <array>

#include "policycalc/base/text.h"

namespace policycalc::app {
namespace {

using registry::RollCounts;

constexpr std::array<std::string_view, registry::kStandings> kStandingNames{
    "符合", "待认定", "只差一项信息", "未填主体类型"};

std::string firms(std::uint64_t count) {
  return std::to_string(count) + " 户";
}

std::string byStanding(const RollCounts::ByStanding& counts) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts.at(i) == 0) continue;
    parts.push_back(std::string(kStandingNames.at(i)) + " " + firms(counts.at(i)));
  }
  return base::join(parts, "，");
}

/// The label of an option; `without` for "".
std::string labelOf(const facts::Fact& fact, const std::string& code, const char* without) {
  if (code.empty()) return without;
  const auto option = fact.findOption(code);
  return option ? fact.options[*option].label : "不划型";
}

using Groups = std::map<std::string, RollCounts::ByStanding>;

void addGroups(const char* title, const Groups& groups, const facts::Fact& fact,
               const char* without, std::string& text) {
  if (groups.empty()) return;
  text += std::string(title) + "：\n";
  for (const auto& [code, counts] : groups) {
    text += "  " + labelOf(fact, code, without) + "：" + byStanding(counts) + "\n";
  }
}

std::string changesSince(const RollCounts& counts) {
  std::string text = "与上次名单相比：新增 " + firms(counts.added) + "，情况变化 " +
                     firms(counts.changed) + "，不再列入 " + firms(counts.gone);
  if (counts.without_id > 0) {
    text += "；没有编号、无法比对 " + firms(counts.without_id);
  }
  return text + "\n";
}

}  // namespace

std::string rollSummary(const registry::RollSummary& done, const registry::RollSetup& setup) {
  const engine::Edition& edition = setup.batch.edition;
  const facts::Vocabulary& vocabulary = edition.catalogue().vocabulary();
  const engine::Edition::Entry& entry = edition.entries()[setup.measure];
  const RollCounts& counts = done.counts;
  std::string text = "名单核对（供责任单位内部核对，不对外公开；是否符合以主管部门认定为准）\n";
  text += "措施 " + entry.measure->id + " " + edition.fillIn(entry.measure->title) + "\n";
  text +=
      "核对日期 " + setup.batch.day.toString() + "，政策库 " + edition.catalogue().hash() + "\n";
  if (!entry.in_force) text += "提示：这一天该措施不在有效期，没有企业列入名单\n";
  text += "登记数据 " + firms(done.run.lines) + "，其中读不出 " + firms(done.run.refused) +
          "，列入名单 " + firms(counts.listed()) + "\n";
  if (counts.listed() > 0) text += "  " + byStanding(counts.all) + "\n";
  addGroups("按县市区", counts.by_county, vocabulary.fact(vocabulary.known().district),
            "未填县市区", text);
  addGroups("按企业规模", counts.by_size, vocabulary.fact(vocabulary.known().enterprise_size),
            "规模未定", text);
  if (!counts.by_fact.empty()) text += "只差的信息：\n";
  for (const auto& [fact, count] : counts.by_fact) {
    text += "  " + vocabulary.fact(*vocabulary.find(fact)).label + "：" + firms(count) + "\n";
  }
  if (setup.former != nullptr) text += changesSince(counts);
  if (done.run.interrupted || done.run.read_fault) text += "提示：登记数据没有读完，名单不完整\n";
  return text;
}

}  // namespace policycalc::app
