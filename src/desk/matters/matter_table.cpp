#include "desk/matters/matter_table.h"

#include <unordered_map>

#include "desk/counties.h"
#include "desk/matters/matter_writer.h"

namespace policycalc::desk {
namespace {

using tables::Cell;

std::string urgencyOf(const MatterToday& today) {
  if (!today.isOpen()) return {};
  switch (today.standing.urgency) {
    case Urgency::kOverdue:
      return "已逾期";
    case Urgency::kDueSoon:
      return "即将到期";
    case Urgency::kCalm:
      return "正常";
  }
  return {};
}

class TableWriter {
 public:
  explicit TableWriter(const MatterBook& book) : book_(book) {
    const store::StaffMembers& staff = book.services().store.staff();
    for (const store::StaffMember& member : staff.list()) names_[member.id] = member.name;
  }

  std::vector<Cell> rowOf(const MatterToday& today) {
    const store::Matter& matter = today.matter;
    const MatterMeasure measure = measureOf(matter, book_);
    const Services& services = book_.services();
    std::vector<Cell> row{matter.reference, applicantName(matter, services.service_key)};
    row.emplace_back(measure.clause == nullptr
                         ? matter.measure
                         : catalogue::fillIn(measure.clause->title, measure.catalogue->parameters(),
                                             services.today()));
    row.emplace_back(countyName(matter.county, book_.catalogue()));
    row.emplace_back(unitName(matter.unit, book_.catalogue()));
    row.emplace_back(names_[matter.handler_id]);
    row.emplace_back(std::string(titleOf(matter.state)));
    row.emplace_back(today.since);
    if (today.standing.due) {
      row.emplace_back(today.standing.due->day);
      row.emplace_back(today.standing.workdays_left);
    } else {
      row.insert(row.end(), 2, Cell());
    }
    row.emplace_back(urgencyOf(today));
    return row;
  }

 private:
  const MatterBook& book_;
  std::unordered_map<std::int64_t, std::string> names_;  ///< "" for 0
};

}  // namespace

tables::Table tableOf(const std::vector<MatterToday>& matters, const MatterBook& book) {
  tables::Table table;
  table.name = "帮代办事项";
  table.columns = {"编号", "企业",     "措施",   "县区",       "单位",    "经办人",
                   "状态", "进入日期", "到期日", "剩余工作日", "紧急程度"};
  TableWriter writer(book);
  for (const MatterToday& today : matters) table.rows.push_back(writer.rowOf(today));
  return table;
}

}  // namespace policycalc::desk
