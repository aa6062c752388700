#pragma once

#include <cstddef>
#include <memory>
#include <pango/pangocairo.h>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::paper {

/// A piece of a paragraph in one tone.
struct Run {
  std::string text;
  bool bold = false;
  bool muted = false;
  bool whole = false;  ///< not broken where the line has room for it
};
using Runs = std::vector<Run>;

enum class Align { kLeft, kCentre, kRight };

struct Look {
  double size = 9;     ///< of the letters, in points
  double width = 100;  ///< of the lines, in points
  Align align = Align::kLeft;
  double hanging = 0;        ///< how far lines after the first are moved to the right
  bool is_one_line = false;  ///< what does not fit is replaced by an ellipsis
};

/// Bytes of a paragraph that are printed bold, in a share of white.
struct BoldBytes {
  std::size_t begin = 0;
  std::size_t end = 0;
  double grey = 0;
};

/// A paragraph that is set: lines of a known height. Copies share the lines.
class Paragraph {
 public:
  Paragraph(std::shared_ptr<PangoLayout> layout, std::vector<BoldBytes> bold);

  std::size_t lines() const { return lines_.size(); }
  double heightOf(std::size_t line) const { return lines_[line].height; }
  double height() const { return height_; }
  /// Draws one line with its upper left corner at (x, y).
  void draw(cairo_t* cairo, std::size_t line, double x, double y) const;
  /// Strikes the bold letters of the line again, a hair to the right. A bold font would be cut down
  /// to what is used, too, but 50 kB of it are tables that cannot be cut, as much as all the rest.
  /// To be drawn outside of every tag, so that readers have the text once. Programs that extract
  /// text drop a line that is there twice; of a line that is bold in part only the outlines are
  /// drawn.
  void strikeAgain(cairo_t* cairo, std::size_t line, double x, double y) const;

 private:
  bool isAllBold() const;

  struct Line {
    double x = 0;
    double height = 0;
    double baseline = 0;  ///< below the line's top
  };
  std::shared_ptr<PangoLayout> layout_;
  std::vector<BoldBytes> bold_;
  std::vector<Line> lines_;
  double height_ = 0;
};

/// Breaks texts into lines with one family of fonts. Texts are never read as markup. What no font
/// of the machine has is set as 〓, the printers' sign for a missing letter. Not thread-safe.
class Typesetter {
 public:
  Typesetter(const std::string& family, bool chinese);

  Paragraph set(const Runs& runs, const Look& look) const;
  Paragraph set(std::string_view text, const Look& look) const;

 private:
  Paragraph paragraphOf(const Runs& runs, const Look& look, bool& is_complete) const;
  std::string withoutGaps(const std::string& text) const;

  std::shared_ptr<PangoFontMap> fonts_;
  std::shared_ptr<PangoContext> context_;
  std::shared_ptr<PangoFontDescription> family_;
};

}  // namespace policycalc::paper
