#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "paper/look.h"
#include "paper/typesetter.h"

namespace policycalc::paper {

using Draw = std::function<void(cairo_t*)>;

struct Frame {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// Pages that are filled from top to bottom. Drawing waits until all pages are known, as each of
/// them names their number. Tags such as H1 and P tell readers what a text is; each is opened and
/// closed on one page. Not thread-safe.
class Flow {
 public:
  explicit Flow(const Typesetter& type) : type_(type), pages_(1) {}

  const Typesetter& type() const { return type_; }
  struct Page {
    std::vector<Draw> tagged;
    std::vector<Draw> outside;  ///< after the others, outside of every tag
  };
  const std::vector<Page>& pages() const { return pages_; }

  double y() const { return y_; }
  bool isAtTop() const { return y_ <= look::kTop; }
  double room() const { return look::kBottom - y_; }
  void advance(double height) { y_ += height; }
  /// Space between two things; none at the top of a page.
  void skip(double height) {
    if (!isAtTop()) y_ += height;
  }
  /// Begins a page unless this much is left.
  void need(double height) {
    if (room() < height && !isAtTop()) newPage();
  }
  void newPage();

  /// Sets a paragraph at `x` and moves below it. Of a paragraph that is broken, two lines at least
  /// are on each page.
  void text(const Paragraph& paragraph, double x = look::kLeft, std::string_view tag = "P");
  /// Sets a whole paragraph at a place of this page, without moving. "": within the open tag.
  void place(const Paragraph& paragraph, double x, double y, std::string_view tag = "P");
  /// The same for some of its lines, without a tag.
  void placeLine(const Paragraph& paragraph, std::size_t line, double x, double y);

  void open(std::string_view tag, std::string attributes = {});
  void close(std::string_view tag);
  void rule(double y, double weight, double grey);
  void box(const Frame& frame, double weight, double grey, bool dashed = false);
  void band(const Frame& frame, double grey);
  void add(Draw draw) { pages_.back().tagged.push_back(std::move(draw)); }

 private:
  const Typesetter& type_;
  std::vector<Page> pages_;
  double y_ = look::kTop;
};

}  // namespace policycalc::paper
