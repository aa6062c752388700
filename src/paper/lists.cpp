#include <algorithm>
#include <optional>

#include "paper/parts.h"

namespace policycalc::paper {
namespace {

constexpr double kGutter = 18;
constexpr double kColumn = (look::kWidth - kGutter) / 2;
constexpr double kHanging = 15;
constexpr double kBetween = 1.5;

/// The sign before an entry is set apart, so that all lines of the entry begin below each other.
struct Set {
  Paragraph sign;
  Paragraph text;
  double height() const { return text.height(); }
};

Set setEntry(const Typesetter& type, const List& list, std::size_t index) {
  const Entry& entry = list.entries[index];
  std::string sign = "□";
  if (list.mark == List::Mark::kBullet) sign = "·";
  if (list.mark == List::Mark::kNumber) {
    sign = std::to_string(list.first_number + static_cast<int>(index));
  }
  Runs runs{{entry.text}};
  if (!entry.remark.empty()) runs.push_back({entry.remark, false, true});
  if (!entry.verdict.empty()) runs.push_back({entry.verdict, false, true, true});
  return {type.set({{sign, false, true}}, {look::kSmall, kHanging - 3, Align::kRight}),
          type.set(runs, {look::kSmall, kColumn - kHanging})};
}

void placeEntry(Flow& flow, const Set& entry, double x) {
  flow.open("LI");
  flow.place(entry.sign, x, flow.y(), {});
  flow.place(entry.text, x + kHanging, flow.y(), {});
  flow.close("LI");
}

/// Two entries a line, read from left to right.
void placePair(Flow& flow, const Set& left, const std::optional<Set>& right) {
  const double height = std::max(left.height(), right ? right->height() : 0);
  if (flow.room() < height && !flow.isAtTop()) {
    flow.close("L");
    flow.newPage();
    flow.open("L");
  }
  placeEntry(flow, left, look::kLeft);
  if (right) placeEntry(flow, *right, look::kLeft + kColumn + kGutter);
  flow.advance(height + kBetween);
}

}  // namespace

void setList(Flow& flow, const List& list) {
  const Typesetter& type = flow.type();
  constexpr double kFirstLines = 30;
  setHeading(flow, list.title, list.note, kFirstLines);
  if (!list.entries.empty()) flow.open("L");
  for (std::size_t i = 0; i < list.entries.size(); i += 2) {
    std::optional<Set> right;
    if (i + 1 < list.entries.size()) right = setEntry(type, list, i + 1);
    placePair(flow, setEntry(type, list, i), right);
  }
  if (!list.entries.empty()) flow.close("L");
  if (list.last.empty()) return;
  flow.skip(kBetween);
  flow.text(type.set({{list.last, false, true}}, {look::kSmall, look::kWidth}));
}

}  // namespace policycalc::paper
