#include "desk/overview/overview_tables.h"

#include <string>

#include "desk/counties.h"
#include "desk/matters/matter_writer.h"

namespace policycalc::desk {
namespace {

tables::Cell number(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

}  // namespace

tables::Table tableOfPlaces(const std::vector<store::PlaceNumbers>& places, bool by_county,
                            const catalogue::Catalogue& catalogue) {
  tables::Table table;
  table.name = "总览";
  table.columns = {by_county ? "县区" : "单位",
                   "在办",
                   "已逾期",
                   "没人负责",
                   "退回两次以上",
                   "经办账号不能办",
                   "授权快到期",
                   "待企业补正",
                   "措施有变",
                   "待告知企业",
                   "最早开办",
                   "最早的编号"};
  for (const store::PlaceNumbers& each : places) {
    table.rows.push_back(
        {by_county ? countyName(each.place, catalogue) : unitName(each.place, catalogue),
         number(each.open), number(each.overdue), number(each.nobody), number(each.returned_twice),
         number(each.inactive), number(each.permit_ends), number(each.company),
         number(each.measure_moved), number(each.to_tell)});
    if (each.open == 0) continue;
    table.rows.back().emplace_back(base::dayInChina(each.oldest_at));
    table.rows.back().emplace_back(each.oldest_reference);
  }
  return table;
}

tables::Table tableOfWeeks(const std::vector<store::WeekNumbers>& weeks) {
  tables::Table table;
  table.name = "每周进出";
  table.columns = {"周一", "开办", "办结"};
  for (const store::WeekNumbers& week : weeks) {
    table.rows.push_back({week.monday, number(week.opened), number(week.closed)});
  }
  return table;
}

tables::Table tableOfAges(const std::vector<store::AgeNumbers>& ages) {
  tables::Table table;
  table.name = "在办时长";
  table.columns = {"状态"};
  int first = 0;
  for (const int last : store::kAgeBounds) {
    table.columns.push_back(std::to_string(first) + "–" + std::to_string(last) + " 天");
    first = last + 1;
  }
  table.columns.push_back(std::to_string(first) + " 天以上");
  for (const store::AgeNumbers& each : ages) {
    std::vector<tables::Cell> row{std::string(titleOf(each.state))};
    for (const std::size_t count : each.by_age) row.push_back(number(count));
    table.rows.push_back(std::move(row));
  }
  return table;
}

tables::Table tableOfEnds(const std::vector<store::EndNumbers>& ends) {
  tables::Table table;
  table.name = "办结用时";
  table.columns = {"结果", "件数", "中位天数", "九成不超过天数"};
  for (const store::EndNumbers& each : ends) {
    std::vector<tables::Cell> row{std::string(titleOf(each.state)), number(each.number)};
    if (each.number > 0) {
      row.emplace_back(each.median_days);
      row.emplace_back(each.most_days);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace policycalc::desk
