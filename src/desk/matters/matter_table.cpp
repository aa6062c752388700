#include "desk/matters/matter_table.h"

#include <unordered_map>
#include <utility>
#include <vector>

#include "policycalc/web/profiles/sealed_profile.h"

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

  /// Runs while the database is being read: what must be looked up there waits for nameEarlier().
  void add(const store::Matter& matter) {
    const MatterToday today = book_.today(matter);
    const catalogue::Catalogue& catalogue = book_.catalogue();
    const catalogue::Clause* clause = catalogue.find(matter.measure);
    if (clause == nullptr) earlier_.emplace_back(rows_.size(), matter);
    std::vector<Cell> row{matter.reference, applicantName(matter, book_.services().service_key),
                          matter.measure};
    row.emplace_back(clause == nullptr ? matter.measure
                                       : catalogue::fillIn(clause->title, catalogue.parameters(),
                                                           book_.services().today()));
    row.emplace_back(countyName(matter.county, catalogue));
    row.emplace_back(unitName(matter.unit, catalogue));
    row.emplace_back(names_[matter.owner_id]);
    row.emplace_back(names_[matter.handler_id]);
    row.emplace_back(std::string(titleOf(matter.state)));
    row.emplace_back(today.since);
    addClock(row, today);
    row.emplace_back(matter.returns);
    row.emplace_back(base::dayInChina(matter.opened_at));
    if (!matter.erased) row.emplace_back(web::lastDay(matter.permit_until));
    rows_.push_back(std::move(row));
  }

  /// The titles of measures that only an earlier catalogue has.
  void nameEarlier() {
    for (const auto& [row, matter] : earlier_) {
      const MatterMeasure measure = measureOf(matter, book_);
      if (measure.clause == nullptr) continue;
      rows_[row][kTitle] = catalogue::fillIn(measure.clause->title, measure.catalogue->parameters(),
                                             book_.services().today());
    }
  }

  std::vector<std::vector<Cell>> take() { return std::move(rows_); }

 private:
  static constexpr std::size_t kTitle = 3;

  /// A target that the desk has set itself must not pass for one of a notice.
  std::string targetOf(const MatterToday& today) const {
    if (!today.standing.due) return {};
    const std::string& source = book_.services().deadlines.source(today.matter.state);
    return source.empty() ? "窗口自定，非通知要求" : source;
  }

  void addClock(std::vector<Cell>& row, const MatterToday& today) const {
    if (today.standing.due) {
      row.emplace_back(today.standing.due->day);
      row.emplace_back(today.standing.workdays_left);
    } else {
      row.insert(row.end(), 2, Cell());
    }
    row.emplace_back(urgencyOf(today));
    row.emplace_back(targetOf(today));
    row.emplace_back(today.age);
  }

  const MatterBook& book_;
  std::unordered_map<std::int64_t, std::string> names_;  ///< "" for 0
  std::vector<std::vector<Cell>> rows_;
  std::vector<std::pair<std::size_t, store::Matter>> earlier_;
};

}  // namespace

tables::Table tableOf(const store::MatterQuery& query, const MatterBook& book) {
  TableWriter writer(book);
  book.matters().each(query, book.services().now(),
                      [&](const store::Matter& matter) { writer.add(matter); });
  writer.nameEarlier();
  tables::Table table;
  table.name = "帮代办事项";
  table.columns = {"编号",     "企业",     "措施编号", "措施",     "县区",       "单位",
                   "窗口",     "经办人",   "状态",     "进入日期", "服务目标日", "剩余工作日",
                   "紧急程度", "目标来源", "总工作日", "退回次数", "开办日期",   "授权到期"};
  table.rows = writer.take();
  return table;
}

}  // namespace policycalc::desk
