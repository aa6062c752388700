#include "paper/table.h"

#include <algorithm>

namespace policycalc::paper {
namespace {

constexpr double kInside = 4;  // between a cell's border and its text

double heightOfCell(const Table::Cell& cell) {
  double height = 0;
  for (const Paragraph& paragraph : cell) height += paragraph.height();
  return height;
}

}  // namespace

double Column::inside() const {
  return width - 2 * kInside;
}

Table::Table(Flow& flow, std::vector<Column> columns) : flow_(flow), columns_(std::move(columns)) {
  titles_.reserve(columns_.size());
  for (const Column& column : columns_) {
    titles_.push_back(
        flow_.type().set({{column.title, true, true}}, {look::kTiny, column.inside()}));
  }
  begin();
}

Table::~Table() {
  end();
}

double Table::headHeight() const {
  double height = 0;
  for (const Paragraph& title : titles_) height = std::max(height, title.height());
  return height + kInside;
}

double Table::heightOf(const std::vector<Cell>& cells) {
  double height = 0;
  for (const Cell& cell : cells) height = std::max(height, heightOfCell(cell));
  return height + 2 * kInside;
}

void Table::begin() {
  const double height = headHeight();
  flow_.band({look::kLeft, flow_.y(), look::kWidth, height}, look::kBand);
  flow_.rule(flow_.y(), look::kThin, 0);
  flow_.rule(flow_.y() + height, look::kThin, 0);
  flow_.open("Table");
  flow_.open("TR");
  double x = look::kLeft;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    flow_.place(titles_[i], x + kInside, flow_.y() + kInside / 2, "TH");
    x += columns_[i].width;
  }
  flow_.close("TR");
  flow_.advance(height);
}

void Table::end() {
  flow_.close("Table");
}

void Table::add(const std::vector<Cell>& cells) {
  const double height = heightOf(cells);
  const double page = look::kBottom - look::kTop - headHeight();
  const bool has_to_move = height > flow_.room() && height <= page;
  std::vector<Lines> rest(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (const Paragraph& paragraph : cells[i]) {
      for (std::size_t line = 0; line < paragraph.lines(); ++line) {
        rest[i].all.push_back({&paragraph, line});
      }
    }
  }
  for (bool is_left = true, must_move = has_to_move; is_left; must_move = true) {
    if (must_move) {
      end();
      flow_.newPage();
      begin();
    }
    is_left = addSegment(rest);
  }
}

bool Table::addSegment(std::vector<Lines>& rest) {
  const double top = flow_.y() + kInside;
  double used = 0;
  double x = look::kLeft;
  bool is_left = false;
  flow_.open("TR");
  for (std::size_t i = 0; i < rest.size(); ++i) {
    flow_.open(i == 0 ? "TH" : "TD");
    used = std::max(used, addCell(rest[i], x + kInside, top));
    flow_.close(i == 0 ? "TH" : "TD");
    is_left = is_left || rest[i].next < rest[i].all.size();
    x += columns_[i].width;
  }
  flow_.close("TR");
  flow_.advance(used + 2 * kInside);
  flow_.rule(flow_.y(), look::kThin, look::kRule);
  return is_left;
}

/// Returns the height of what it placed.
double Table::addCell(Lines& lines, double x, double top) {
  double used = 0;
  for (; lines.next < lines.all.size(); ++lines.next) {
    const Line& line = lines.all[lines.next];
    const double height = line.paragraph->heightOf(line.number);
    if (top + used + height > look::kBottom - kInside && used > 0) break;
    flow_.placeLine(*line.paragraph, line.number, x, top + used);
    used += height;
  }
  return used;
}

}  // namespace policycalc::paper
