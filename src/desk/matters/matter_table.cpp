#include "desk/matters/matter_table.h"

#include <unordered_map>

#include "desk/counties.h"
#include "desk/matters/matter_writer.h"

namespace policycalc::desk {
namespace {

using tables::Cell;

std::string urgencyOf(const SeenMatter& seen) {
  if (!seen.isOpen()) return {};
  switch (seen.standing.urgency) {
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
  explicit TableWriter(const Services& services) : services_(services) {
    const store::StaffMembers& staff = services.store.staff();
    for (const store::StaffMember& member : staff.list()) names_[member.id] = member.name;
  }

  std::vector<Cell> rowOf(const SeenMatter& seen) {
    const store::Matter& what = seen.what;
    const MatterMeasure measure = measureOf(what, services_.catalogues);
    const catalogue::Catalogue& current = *services_.catalogues.current();
    const base::Date since(
        std::chrono::floor<std::chrono::days>(what.state_since + base::kChinaOffset));
    std::vector<Cell> row{what.reference, applicantName(what, services_.service_key)};
    row.emplace_back(measure.clause == nullptr
                         ? what.measure
                         : catalogue::fillIn(measure.clause->title, measure.catalogue->parameters(),
                                             services_.today()));
    row.emplace_back(countyName(what.county, current));
    row.emplace_back(unitName(what.unit, current));
    row.emplace_back(names_[what.handler_id]);
    row.emplace_back(std::string(titleOf(seen.state).zh));
    row.emplace_back(since);
    if (seen.standing.due) {
      row.emplace_back(seen.standing.due->day);
      row.emplace_back(seen.standing.workdays_left);
    } else {
      row.insert(row.end(), 2, Cell());
    }
    row.emplace_back(urgencyOf(seen));
    return row;
  }

 private:
  const Services& services_;
  std::unordered_map<std::int64_t, std::string> names_;  ///< 0, nobody, is named ""
};

}  // namespace

tables::Table tableOf(const std::vector<SeenMatter>& matters, const Services& services) {
  tables::Table table;
  table.name = "帮代办事项";
  table.columns = {"编号", "企业",     "措施",   "县区",       "单位",    "经办人",
                   "状态", "进入日期", "到期日", "剩余工作日", "紧急程度"};
  TableWriter writer(services);
  for (const SeenMatter& seen : matters) table.rows.push_back(writer.rowOf(seen));
  return table;
}

}  // namespace policycalc::desk
