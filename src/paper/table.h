#pragma once

#include <string>
#include <vector>

#include "paper/flow.h"

namespace policycalc::paper {

struct Column {
  std::string title;
  double width = 0;

  /// The width of the text in it.
  double inside() const;
};

/// A table that continues on further pages, each with its own head. A row is broken only if it is
/// longer than a page.
class Table {
 public:
  using Cell = std::vector<Paragraph>;

  Table(Flow& flow, std::vector<Column> columns);
  ~Table();
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  /// One cell a column.
  void add(const std::vector<Cell>& cells);

  /// How high a row of these cells is.
  static double heightOf(const std::vector<Cell>& cells);

 private:
  struct Line {
    const Paragraph* paragraph = nullptr;
    std::size_t number = 0;
  };
  struct Lines {
    std::vector<Line> all;
    std::size_t next = 0;
  };

  double headHeight() const;
  void begin();
  void end();
  /// Places what fits of each cell on this page; returns whether some is left.
  bool addSegment(std::vector<Lines>& rest);
  double addCell(Lines& lines, double x, double top);

  Flow& flow_;
  std::vector<Column> columns_;
  std::vector<Paragraph> titles_;
};

}  // namespace policycalc::paper
