#include "paper/flow.h"

#include <algorithm>
#include <utility>

namespace policycalc::paper {

void Flow::newPage() {
  pages_.emplace_back();
  y_ = look::kTop;
}

void Flow::open(std::string_view tag, std::string attributes) {
  add([tag = std::string(tag), attributes = std::move(attributes)](cairo_t* cairo) {
    cairo_tag_begin(cairo, tag.c_str(), attributes.empty() ? nullptr : attributes.c_str());
  });
}

void Flow::close(std::string_view tag) {
  add([tag = std::string(tag)](cairo_t* cairo) { cairo_tag_end(cairo, tag.c_str()); });
}

void Flow::placeLine(const Paragraph& paragraph, std::size_t line, double x, double y) {
  add([paragraph, line, x, y](cairo_t* cairo) {
    cairo_set_source_rgb(cairo, 0, 0, 0);
    paragraph.draw(cairo, line, x, y);
  });
  pages_.back().outside.emplace_back(
      [paragraph, line, x, y](cairo_t* cairo) { paragraph.strikeAgain(cairo, line, x, y); });
}

void Flow::place(const Paragraph& paragraph, double x, double y, std::string_view tag) {
  if (!tag.empty()) open(tag);
  for (std::size_t line = 0; line < paragraph.lines(); ++line) {
    placeLine(paragraph, line, x, y);
    y += paragraph.heightOf(line);
  }
  if (!tag.empty()) close(tag);
}

void Flow::text(const Paragraph& paragraph, double x, std::string_view tag) {
  constexpr std::size_t kTogether = 2;
  const std::size_t count = paragraph.lines();
  std::size_t line = 0;
  while (line < count) {
    const std::size_t left = count - line;
    std::size_t fit = 0;
    for (double used = 0; fit < left && used + paragraph.heightOf(line + fit) <= room(); ++fit) {
      used += paragraph.heightOf(line + fit);
    }
    if (fit < left) {
      // Neither the first nor the last line is left by itself.
      fit = std::min(fit, left > kTogether ? left - kTogether : 0);
      if (fit < kTogether) fit = 0;
    }
    if (fit == 0 && isAtTop()) fit = 1;  // a page that holds no line would never end
    if (fit > 0) open(tag);
    for (std::size_t end = line + fit; line < end; ++line) {
      placeLine(paragraph, line, x, y_);
      y_ += paragraph.heightOf(line);
    }
    if (fit > 0) close(tag);
    if (line < count) newPage();
  }
}

void Flow::rule(double y, double weight, double grey) {
  add([=](cairo_t* cairo) {
    cairo_set_source_rgb(cairo, grey, grey, grey);
    cairo_set_line_width(cairo, weight);
    cairo_move_to(cairo, look::kLeft, y);
    cairo_line_to(cairo, look::kRight, y);
    cairo_stroke(cairo);
  });
}

void Flow::box(const Frame& frame, double weight, double grey, bool dashed) {
  add([=](cairo_t* cairo) {
    constexpr double kDash = 2;
    cairo_set_source_rgb(cairo, grey, grey, grey);
    cairo_set_line_width(cairo, weight);
    if (dashed) cairo_set_dash(cairo, &kDash, 1, 0);
    cairo_rectangle(cairo, frame.x, frame.y, frame.width, frame.height);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, nullptr, 0, 0);
  });
}

void Flow::band(const Frame& frame, double grey) {
  add([=](cairo_t* cairo) {
    cairo_set_source_rgb(cairo, grey, grey, grey);
    cairo_rectangle(cairo, frame.x, frame.y, frame.width, frame.height);
    cairo_fill(cairo);
  });
}

}  // namespace policycalc::paper
