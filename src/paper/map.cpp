#include <algorithm>
#include <cmath>

#include "paper/parts.h"

namespace policycalc::paper {
namespace {

constexpr double kCellWidth = 20.5;
constexpr double kCellHeight = 13;
constexpr double kGap = 2.5;
constexpr std::size_t kAcross = 3;  // chapters beside each other
constexpr double kGutter = 14;
constexpr double kChapter = (look::kWidth - (kAcross - 1) * kGutter) / kAcross;
const auto kCellsAcross = static_cast<std::size_t>((kChapter + kGap) / (kCellWidth + kGap));

bool isDue(CellState state) {
  return state == CellState::kEligible || state == CellState::kConditional;
}

const std::string& signOf(CellState state, const PolicyMap& map) {
  return map.legend[static_cast<std::size_t>(state)].sign;
}

/// A cell, also in the legend: its border tells what its sign does, for eyes that skim.
void placeCell(Flow& flow, const Runs& words, CellState state, double x, double y) {
  const Frame frame{x, y, kCellWidth, kCellHeight};
  if (isDue(state)) {
    flow.box(frame, look::kThick, 0);
  } else if (state == CellState::kUndetermined) {
    flow.box(frame, look::kThin, 0, true);
  } else {
    flow.box(frame, look::kThin, look::kRule);
  }
  const Paragraph text = flow.type().set(words, {look::kTiny, kCellWidth, Align::kCentre});
  flow.place(text, x, y + (kCellHeight - text.height()) / 2, {});
}

double heightOf(const PolicyMap::Chapter& chapter, const Paragraph& title) {
  const std::size_t rows = (chapter.cells.size() + kCellsAcross - 1) / kCellsAcross;
  return title.height() + 2 + static_cast<double>(rows) * (kCellHeight + kGap);
}

void placeChapter(Flow& flow, const PolicyMap& map, const PolicyMap::Chapter& chapter,
                  const Paragraph& title, double x) {
  flow.place(title, x, flow.y());
  const double top = flow.y() + title.height() + 2;
  flow.open("P");
  for (std::size_t i = 0; i < chapter.cells.size(); ++i) {
    const PolicyMap::Cell& cell = chapter.cells[i];
    const bool is_muted = cell.state == CellState::kNone;
    const Runs words{{std::to_string(cell.item), isDue(cell.state), is_muted},
                     {signOf(cell.state, map), isDue(cell.state), is_muted}};
    const std::size_t row = i / kCellsAcross;
    placeCell(flow, words, cell.state,
              x + static_cast<double>(i % kCellsAcross) * (kCellWidth + kGap),
              top + static_cast<double>(row) * (kCellHeight + kGap));
  }
  flow.close("P");
}

void placeLegend(Flow& flow, const PolicyMap& map) {
  double x = look::kLeft;
  for (const PolicyMap::Meaning& meaning : map.legend) {
    flow.open("P");
    placeCell(flow, {{meaning.sign}}, meaning.state, x, flow.y());
    x += kCellWidth + 4;
    constexpr double kWide = 120;
    const Paragraph words = flow.type().set({{meaning.words, false, true}}, {look::kTiny, kWide});
    flow.place(words, x, flow.y() + (kCellHeight - words.height()) / 2, {});
    flow.close("P");
    constexpr double kShare = look::kWidth / 5;
    x += kShare - kCellWidth - 4;
  }
  flow.advance(kCellHeight);
}

}  // namespace

void setMap(Flow& flow, const PolicyMap& map) {
  std::vector<Paragraph> titles;
  for (const PolicyMap::Chapter& chapter : map.chapters) {
    titles.push_back(flow.type().set({{chapter.title, false, true}}, {look::kTiny, kChapter}));
  }
  std::vector<double> rows((map.chapters.size() + kAcross - 1) / kAcross, 0);
  double height = kCellHeight;
  for (std::size_t i = 0; i < map.chapters.size(); ++i) {
    rows[i / kAcross] = std::max(rows[i / kAcross], heightOf(map.chapters[i], titles[i]));
  }
  for (const double row : rows) height += row + kGap;
  setHeading(flow, map.title, {}, height);
  for (std::size_t i = 0; i < map.chapters.size(); ++i) {
    const std::size_t column = i % kAcross;
    placeChapter(flow, map, map.chapters[i], titles[i],
                 look::kLeft + static_cast<double>(column) * (kChapter + kGutter));
    if (column + 1 == kAcross || i + 1 == map.chapters.size()) {
      flow.advance(rows[i / kAcross] + kGap);
    }
  }
  placeLegend(flow, map);
}

}  // namespace policycalc::paper
