#include <algorithm>

#include "paper/parts.h"
#include "paper/table.h"

namespace policycalc::paper {
namespace {

constexpr double kNumberWidth = 28;
constexpr double kOfficeWidth = 116;
constexpr double kStateWidth = 62;
constexpr double kThingWidth = look::kWidth - kNumberWidth - kOfficeWidth - kStateWidth;

/// The cells of a row, each set to the width of its column.
class Row {
 public:
  Row(const Typesetter& type, const std::vector<Column>& columns)
      : type_(type), columns_(columns) {}

  std::vector<Table::Cell> of(const Thing& thing) const {
    return {
        {type_.set({{std::to_string(thing.number), true}}, {look::kBody, columns_[0].inside()})},
        measure(thing),
        offices(thing),
        states(thing)};
  }

 private:
  Look small(std::size_t column, double hanging = 0) const {
    return {look::kSmall, columns_[column].inside(), Align::kLeft, hanging};
  }

  Table::Cell measure(const Thing& thing) const {
    Table::Cell cell{type_.set({{thing.title, true}}, {look::kBody, columns_[1].inside()})};
    if (!thing.verdict.empty()) cell.push_back(type_.set({{thing.verdict, true, true}}, small(1)));
    for (const Worth& worth : thing.worth) {
      cell.push_back(type_.set({{worth.label + " ", false, true},
                                {worth.amount, true},
                                {worth.note.empty() ? "" : "  " + worth.note, false, true}},
                               small(1)));
    }
    constexpr double kArrow = 11;
    if (!thing.next_step.empty()) {
      cell.push_back(type_.set({{"→ "}, {thing.next_step}}, small(1, kArrow)));
    }
    cell.push_back(type_.set(bring(thing), small(1)));
    if (!thing.channels.text.empty()) {
      cell.push_back(
          type_.set({{thing.channels.label, false, true}, {thing.channels.text}}, small(1)));
    }
    for (const Labelled& note : thing.notes) cell.push_back(type_.set(labelled(note), small(1)));
    cell.push_back(type_.set({{thing.source, false, true}}, {look::kTiny, columns_[1].inside()}));
    return cell;
  }

  static Runs bring(const Thing& thing) {
    Runs runs{{thing.bring.label, false, true}};
    if (thing.documents.empty()) runs.push_back({thing.bring.text});
    for (const std::string& document : thing.documents) runs.push_back({"□ " + document + "  "});
    return runs;
  }

  Table::Cell offices(const Thing& thing) const {
    Table::Cell cell;
    for (const Office& office : thing.offices) {
      cell.push_back(type_.set({{office.name}, {office.role, false, true}}, small(2)));
      if (!office.reach.empty()) {
        cell.push_back(
            type_.set({{office.reach, false, true}}, {look::kTiny, columns_[2].inside()}));
      }
    }
    if (!thing.more_offices.empty()) {
      cell.push_back(type_.set({{thing.more_offices, false, true}}, small(2)));
    }
    return cell;
  }

  Table::Cell states(const Thing& thing) const {
    Table::Cell cell;
    for (const State& state : thing.states) {
      cell.push_back(
          type_.set({{state.reached ? "■ " : "□ "}, {state.text, state.reached}}, small(3)));
    }
    return cell;
  }

  const Typesetter& type_;
  const std::vector<Column>& columns_;
};

std::vector<Column> columnsOf(const ThingsToDo& things) {
  const double widths[] = {kNumberWidth, kThingWidth, kOfficeWidth, kStateWidth};
  std::vector<Column> columns;
  for (std::size_t i = 0; i < std::size(widths); ++i) {
    columns.push_back({things.columns[i], widths[i]});
  }
  return columns;
}

}  // namespace

void setThings(Flow& flow, const ThingsToDo& things) {
  constexpr double kTableHead = 20;
  const std::vector<Column> columns = columnsOf(things);
  const Row row(flow.type(), columns);
  std::vector<std::vector<Table::Cell>> rows;
  for (const Thing& thing : things.things) rows.push_back(row.of(thing));
  // The heading is never left above nothing; a row longer than a page is broken anyway.
  constexpr double kHeadings = 70;
  constexpr double kMost = look::kBottom - look::kTop - kHeadings;
  const double first = rows.empty() ? 0 : std::min(Table::heightOf(rows.front()), kMost);
  setHeading(flow, things.title, things.note, kTableHead + first);
  flow.advance(2);
  {
    Table table(flow, columns);
    for (const std::vector<Table::Cell>& cells : rows) table.add(cells);
  }
  flow.advance(3);
  for (const Labelled& note : things.shared_notes) {
    flow.text(flow.type().set(labelled(note), {look::kSmall, look::kWidth}));
  }
}

}  // namespace policycalc::paper
