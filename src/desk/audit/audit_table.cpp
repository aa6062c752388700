#include "desk/audit/audit_table.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "policycalc/web/times.h"

#include "desk/counties.h"

namespace policycalc::desk {
namespace {

using tables::Cell;

// INVARIANT: one text per word, in the order of the enumerations (their sizes are checked below).
constexpr std::array<std::string_view, 6> kObjects{"企业", "办件", "经办人表",
                                                   "人员", "登录", "名单"};
constexpr std::array<std::string_view, kAuditActionCount> kActions{
    "新增",
    "修改",
    "打开",
    "查看",
    "查看适用措施",
    "登记授权",
    "授权到期，资料已删除",
    "待受理",
    "材料准备",
    "已转办",
    "办理中",
    "已兑现",
    "未通过",
    "撤回",
    "改派",
    "勾材料",
    "写备注",
    "导出",
    "指定",
    "删除",
    "重置密码",
    "修改密码",
    "登录",
    "退出",
    "在所有设备上退出",
    "登录失败",
    "没有权限",
    "在别处退出",
    "设置第二步验证",
    "重置第二步验证",
    "使用恢复码",
    "已转交",
    "联系不上",
    "授权到期",
    "记联系不上",
    "记已告知企业",
    "撤销办结",
    "重新打开",
    "等企业补正",
    "补正后继续办",
    "提醒",
    "看过措施的变化",
    "换发查询码",
    "企业评价",
    "别的窗口听到撤回",
    "企业说不撤回",
};
static_assert(kObjects.size() == kAuditObjects.size());
static_assert(!kActions.back().empty());

std::string joined(const std::vector<std::string>& fields) {
  std::string all;
  for (const std::string& field : fields) all += (all.empty() ? "" : " ") + field;
  return all;
}

}  // namespace

tables::Table tableOf(const std::vector<store::AuditEntry>& entries, const Services& services) {
  std::unordered_map<std::int64_t, std::string> names;
  for (const store::StaffMember& member : services.store.staff().list()) {
    names[member.id] = member.name;
  }
  names[0] = "系统";
  const auto catalogue = services.catalogues.current();
  tables::Table table;
  table.name = "操作记录";
  table.columns = {"时间（UTC）", "人员", "做了什么", "对象", "编号", "县区", "项目", "地址"};
  for (const store::AuditEntry& entry : entries) {
    if (table.rows.size() == kMostExported) {
      table.rows.push_back({std::string("还有更早的，请按日期分次导出")});
      break;
    }
    const std::string number =
        entry.reference.empty() ? std::to_string(entry.object_id) : entry.reference;
    std::vector<Cell> row{web::utcText(entry.actor.at), names[entry.actor.staff_id]};
    row.emplace_back(std::string(kActions.at(static_cast<std::size_t>(entry.action))));
    row.emplace_back(std::string(kObjects.at(static_cast<std::size_t>(entry.object))));
    row.emplace_back(number);
    row.emplace_back(entry.county.empty() ? std::string() : countyName(entry.county, *catalogue));
    row.emplace_back(joined(entry.fields));
    row.emplace_back(entry.actor.address);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace policycalc::desk
