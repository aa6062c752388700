#include <algorithm>

#include "paper/parts.h"

namespace policycalc::paper {
namespace {

constexpr double kCode = 78;
constexpr double kGutter = 16;

/// The squares of the code, drawn row by row, with the quiet zone that readers ask for around it.
void setSquares(Flow& flow, const Code& code, double x, double y) {
  constexpr double kQuiet = 2;  // squares; the white of the page is the rest of it
  const double side = kCode / (static_cast<double>(code.rows.size()) + 2 * kQuiet);
  flow.add([rows = code.rows, side, x, y](cairo_t* cairo) {
    cairo_set_source_rgb(cairo, 0, 0, 0);
    double top = y + kQuiet * side;
    for (const std::string& row : rows) {
      for (std::size_t begin = row.find('1'); begin != std::string::npos;) {
        const std::size_t end = std::min(row.find('0', begin), row.size());
        cairo_rectangle(cairo, x + (kQuiet + static_cast<double>(begin)) * side, top,
                        static_cast<double>(end - begin) * side, side);
        begin = row.find('1', end);
      }
      top += side;
    }
    cairo_fill(cairo);
  });
}

/// Sets the code and returns how far down it reaches.
double setCode(Flow& flow, const Code& code, double x, double top) {
  setSquares(flow, code, x, top);
  const Look caption{look::kTiny, kCode, Align::kCentre};
  const Paragraph title = flow.type().set({{code.title, true}}, caption);
  const Paragraph note = flow.type().set({{code.note, false, true}}, caption);
  double y = top + kCode;
  // An address of the service has none of the characters that would end the attribute.
  flow.open("Link", "uri='" + code.address + "'");
  flow.place(title, x, y);
  flow.close("Link");
  y += title.height();
  flow.place(note, x, y);
  return y + note.height();
}

Runs factsOf(const Head& head) {
  Runs runs;
  for (const Labelled& fact : head.facts) {
    if (!runs.empty()) runs.push_back({"  "});
    runs.push_back({fact.label, false, true});
    runs.push_back({fact.text});
  }
  return runs;
}

}  // namespace

Runs labelled(const Labelled& what) {
  return {{what.label, false, true}, {what.text}};
}

void setHead(Flow& flow, const Head& head) {
  const double top = flow.y();
  const double width = look::kWidth - static_cast<double>(head.codes.size()) * (kCode + kGutter);
  const Typesetter& type = flow.type();
  flow.text(type.set({{head.title, true}}, {look::kTitle, width}), look::kLeft, "H1");
  flow.advance(2);
  flow.text(type.set({{head.firm.label}, {head.firm.text, true}}, {look::kFirm, width}));
  flow.advance(4);
  flow.text(type.set(factsOf(head), {look::kSmall, width}));
  flow.text(type.set({{head.given, false, true}}, {look::kSmall, width}));
  flow.text(type.set({{head.free, true}, {" "}, {head.terms}}, {look::kSmall, width}));
  double bottom = flow.y();
  double x = look::kLeft + width + kGutter;
  for (const Code& code : head.codes) {
    bottom = std::max(bottom, setCode(flow, code, x, top));
    x += kCode + kGutter;
  }
  flow.advance(bottom - flow.y());
  flow.advance(6);
  flow.rule(flow.y(), look::kThick, 0);
  flow.advance(8);
}

void setHall(Flow& flow, const Hall& hall) {
  constexpr double kPadding = 7;
  const double x = look::kLeft + kPadding;
  const double width = look::kWidth - 2 * kPadding;
  const Typesetter& type = flow.type();
  std::vector<Paragraph> lines{
      type.set({{hall.title, true}}, {look::kHeading, width}),
      type.set({{hall.name, true}, {"  " + hall.reach}}, {look::kBody, width})};
  if (!hall.note.empty()) {
    lines.push_back(type.set({{hall.note, false, true}}, {look::kSmall, width}));
  }
  double height = 2 * kPadding - 4;
  for (const Paragraph& line : lines) height += line.height();
  flow.need(height);
  flow.box({look::kLeft, flow.y(), look::kWidth, height}, look::kThick, 0);
  double y = flow.y() + kPadding - 2;
  for (const Paragraph& line : lines) {
    flow.place(line, x, y, &line == &lines.front() ? "H2" : "P");
    y += line.height();
  }
  flow.advance(height);
}

void setSummary(Flow& flow, const Summary& summary) {
  const Typesetter& type = flow.type();
  const Look body{look::kBody, look::kWidth};
  const Look small{look::kSmall, look::kWidth};
  flow.skip(7);
  if (!summary.counts.empty()) flow.text(type.set({{summary.counts, true}}, body));
  Runs totals;
  for (const Labelled& total : summary.totals) {
    if (!totals.empty()) totals.push_back({"    "});
    totals.push_back({total.label + " ", false, true});
    totals.push_back({total.text, true});
  }
  if (!totals.empty()) flow.text(type.set(totals, body));
  for (const Labelled& caveat : summary.caveats) flow.text(type.set(labelled(caveat), small));
  for (const std::string& notice : summary.notices) {
    flow.text(type.set({{notice, false, true}}, small));
  }
  if (summary.nothing_title.empty()) return;
  const Paragraph words = type.set(summary.nothing_text, body);
  setHeading(flow, summary.nothing_title, {}, words.height());
  flow.text(words);
}

void setHeading(Flow& flow, const std::string& title, const std::string& note, double height) {
  constexpr double kBefore = 12;
  constexpr double kAfter = 2;
  const Typesetter& type = flow.type();
  const Paragraph heading = type.set({{title, true}}, {look::kHeading, look::kWidth});
  flow.skip(kBefore);
  if (note.empty()) {
    flow.need(heading.height() + kAfter + height);
    flow.text(heading, look::kLeft, "H2");
  } else {
    const Paragraph below = type.set({{note, false, true}}, {look::kSmall, look::kWidth});
    flow.need(heading.height() + below.height() + kAfter + height);
    flow.text(heading, look::kLeft, "H2");
    flow.text(below);
  }
  flow.advance(kAfter);
}

}  // namespace policycalc::paper
