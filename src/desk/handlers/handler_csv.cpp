#include "desk/handlers/handler_csv.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "policycalc/base/ascii.h"
#include "policycalc/base/text.h"
#include "policycalc/catalogue/csv_rows.h"
#include "policycalc/desk/rules/handling.h"

#include "desk/counties.h"
#include "desk/door/signed_in.h"

namespace policycalc::desk {
namespace {

using store::HandlerAssignment;
using store::StaffMember;

constexpr std::string_view kMark = "\xEF\xBB\xBF";  // that spreadsheets put first

/// The columns that are read; the names beside them are for people.
enum Column : std::size_t { kMeasure, kUnit, kCounty, kAccount, kColumns };
constexpr std::array<std::string_view, kColumns> kNames{"措施编号", "单位编号", "县区代码", "账号"};

class Reader {
 public:
  Reader(const catalogue::Catalogue& catalogue, const std::vector<StaffMember>& staff,
         const Seat& seat)
      : catalogue_(catalogue), seat_(seat) {
    for (const StaffMember& member : staff) staff_.emplace(member.login, &member);
  }

  void readHead(const catalogue::CsvRow& row) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      const auto found = std::find_if(row.cells.begin(), row.cells.end(), [&](const auto& cell) {
        return base::trimmed(cell) == kNames[i];
      });
      if (found == row.cells.end()) {
        wrong(row.line, "there is no column " + base::quoted(std::string(kNames[i])),
              "没有“" + std::string(kNames[i]) + "”这一列");
      }
      places_[i] = static_cast<std::size_t>(found - row.cells.begin());
    }
  }

  void readLine(const catalogue::CsvRow& row) {
    const std::size_t faults = issues_.size() + issues_.omitted();
    HandlerAssignment read{cell(row, kMeasure), cell(row, kCounty), cell(row, kUnit), 0};
    readPlace(row.line, read);
    const std::string account = cell(row, kAccount);
    if (faults == issues_.size() + issues_.omitted() && !account.empty()) {
      readAccount(row.line, account, read);
    }
    read_.push_back(std::move(read));
  }

  void wrong(int line, const std::string& message, const std::string& message_zh) {
    base::Issue issue;
    issue.code = "wrong_value";
    issue.pointer = "/csv";
    issue.message = "line " + std::to_string(line) + ": " + message;
    issue.message_zh = "第 " + std::to_string(line) + " 行：" + message_zh;
    issues_.addUpTo(base::kMostIssues, std::move(issue));
  }

  bool isFine() const { return issues_.empty(); }

  base::Result<std::vector<HandlerAssignment>, base::Issues> take() {
    if (!issues_.empty()) return std::move(issues_);
    return std::move(read_);
  }

 private:
  std::string cell(const catalogue::CsvRow& row, Column column) const {
    const std::size_t at = places_[column];
    return at < row.cells.size() ? std::string(base::trimmed(row.cells[at])) : std::string();
  }

  void readPlace(int line, const HandlerAssignment& read) {
    const catalogue::Clause* clause = catalogue_.find(read.measure);
    if (clause == nullptr || !clause->isMeasure()) {
      wrong(line, base::quoted(read.measure) + " is not a measure",
            "“" + read.measure + "”不是措施编号");
      return;
    }
    const auto& units = catalogue_.registry().units();
    if (std::none_of(clause->units.begin(), clause->units.end(),
                     [&](const auto& each) { return units[each.unit].id == read.unit; })) {
      wrong(line, base::quoted(read.unit) + " is not responsible for the measure",
            "“" + read.unit + "”不是这项措施的责任单位");
    }
    if (!read.county.empty() && !isCounty(read.county, catalogue_)) {
      wrong(line, base::quoted(read.county) + " is not a county of the city",
            "“" + read.county + "”不是县区代码");
    }
    if (!namesHandlersOf(seat_, read.county, read.unit)) {
      wrong(line, "you can name handlers only for your own county and unit",
            "只能指定本县区、本单位的经办人");
    }
    const auto [before, is_new] =
        lines_.try_emplace(std::tuple(read.measure, read.county, read.unit), line);
    if (!is_new) {
      wrong(line, "line " + std::to_string(before->second) + " names the same place",
            "和第 " + std::to_string(before->second) + " 行重复");
    }
  }

  void readAccount(int line, const std::string& account, HandlerAssignment& read) {
    const auto login = store::readLogin(account);
    const auto found = login ? staff_.find(*login) : staff_.end();
    if (found == staff_.end()) {
      wrong(line, "there is no account " + base::quoted(account), "没有账号“" + account + "”");
    } else if (!canHandle(seatOf(*found->second), read.county, read.unit)) {
      wrong(line, base::quoted(account) + " cannot handle the measure there",
            "“" + account + "”不能在那里经办：须是在岗的本单位经办人或其主管");
    } else {
      read.staff_id = found->second->id;
    }
  }

  const catalogue::Catalogue& catalogue_;
  const Seat& seat_;
  std::map<std::string, const StaffMember*> staff_;
  std::array<std::size_t, kColumns> places_{};
  std::map<std::tuple<std::string, std::string, std::string>, int> lines_;
  std::vector<HandlerAssignment> read_;
  base::Issues issues_;
};

}  // namespace

tables::Table handlerTable(const catalogue::Catalogue& catalogue,
                           const std::vector<HandlerAssignment>& named,
                           const std::vector<StaffMember>& staff, const Seat& seat) {
  tables::Table table;
  table.name = "经办人表";
  table.columns = {"措施编号", "措施", "单位编号", "单位", "县区代码", "县区", "账号", "姓名"};
  const auto& units = catalogue.registry().units();
  const auto add = [&](const catalogue::Clause& measure, const catalogue::Unit& unit,
                       const std::string& county, const StaffMember* member) {
    table.rows.push_back({measure.id, measure.title, unit.id, unit.name, county,
                          county.empty() ? "所有县区" : countyName(county, catalogue),
                          member == nullptr ? std::string() : member->login,
                          member == nullptr ? std::string() : member->name});
  };
  for (const catalogue::Clause* measure : catalogue.measures()) {
    for (const auto& responsible : measure->units) {
      const catalogue::Unit& unit = units[responsible.unit];
      bool everywhere = false;
      for (const HandlerAssignment& each : named) {
        if (each.measure != measure->id || each.unit != unit.id) continue;
        everywhere = everywhere || each.county.empty();
        if (!namesHandlersOf(seat, each.county, each.unit)) continue;
        const auto member = std::find_if(staff.begin(), staff.end(),
                                         [&](const auto& one) { return one.id == each.staff_id; });
        add(*measure, unit, each.county, member == staff.end() ? nullptr : &*member);
      }
      if (!everywhere && namesHandlersOf(seat, seat.county, unit.id)) {
        const bool has_own = std::any_of(named.begin(), named.end(), [&](const auto& each) {
          return each.measure == measure->id && each.unit == unit.id && each.county == seat.county;
        });
        if (!has_own) add(*measure, unit, seat.county, nullptr);
      }
    }
  }
  return table;
}

base::Result<std::vector<HandlerAssignment>, base::Issues> readHandlerTable(
    std::string_view csv, const catalogue::Catalogue& catalogue,
    const std::vector<StaffMember>& staff, const Seat& seat) {
  if (csv.substr(0, kMark.size()) == kMark) csv.remove_prefix(kMark.size());
  Reader reader(catalogue, staff, seat);
  const auto rows = catalogue::readCsv(csv);
  if (!rows.ok()) {
    reader.wrong(1, rows.error().message, "不是 CSV：引号不成对");
    return reader.take();
  }
  if (rows->empty()) {
    reader.wrong(1, "the table is empty", "表是空的");
    return reader.take();
  }
  reader.readHead(rows->front());
  if (!reader.isFine()) return reader.take();
  for (auto row = rows->begin() + 1; row != rows->end(); ++row) reader.readLine(*row);
  return reader.take();
}

}  // namespace policycalc::desk
