#include "paper/typesetter.h"

#include <algorithm>
#include <cstdint>

#include "policycalc/base/unicode.h"

#include "paper/look.h"

namespace policycalc::paper {
namespace {

template <typename Object>
std::shared_ptr<Object> owned(Object* object) {
  return {object, [](Object* one) { g_object_unref(one); }};
}

double points(int units) {
  return static_cast<double>(units) / PANGO_SCALE;
}

int units(double points) {
  return static_cast<int>(points * PANGO_SCALE);
}

PangoAlignment alignmentOf(Align align) {
  if (align == Align::kCentre) return PANGO_ALIGN_CENTER;
  return align == Align::kRight ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/// The attributes of a layout; they end with it.
class Attributes {
 public:
  Attributes() : list_(pango_attr_list_new()) {
    // A name that is broken has no hyphen, and Chinese has none at all.
    pango_attr_list_insert(list_, pango_attr_insert_hyphens_new(FALSE));
  }
  ~Attributes() { pango_attr_list_unref(list_); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;

  void add(PangoAttribute* attribute, std::size_t begin, std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list_, attribute);
  }
  PangoAttrList* get() const { return list_; }

 private:
  PangoAttrList* list_;
};

}  // namespace

Paragraph::Paragraph(std::shared_ptr<PangoLayout> layout, std::vector<BoldBytes> bold)
    : layout_(std::move(layout)), bold_(std::move(bold)) {
  PangoLayoutIter* at = pango_layout_get_iter(layout_.get());
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(at, nullptr, &logical);
    const double height = points(logical.height);
    const double cut = height * (1 - look::kLeading) / 2;
    lines_.push_back({points(logical.x), height - 2 * cut,
                      points(pango_layout_iter_get_baseline(at) - logical.y) - cut});
    height_ += lines_.back().height;
  } while (pango_layout_iter_next_line(at) != FALSE);
  pango_layout_iter_free(at);
}

void Paragraph::draw(cairo_t* cairo, std::size_t line, double x, double y) const {
  cairo_move_to(cairo, x + lines_[line].x, y + lines_[line].baseline);
  pango_cairo_show_layout_line(
      cairo, pango_layout_get_line_readonly(layout_.get(), static_cast<int>(line)));
}

void Paragraph::strikeAgain(cairo_t* cairo, std::size_t line, double x, double y) const {
  if (bold_.empty()) return;
  constexpr double kAside = 0.03;  // of the size of the letters
  PangoLayoutLine* set = pango_layout_get_line_readonly(layout_.get(), static_cast<int>(line));
  const PangoFontDescription* font = pango_layout_get_font_description(layout_.get());
  double left = x + lines_[line].x + kAside * points(pango_font_description_get_size(font));
  for (GSList* at = set->runs; at != nullptr; at = at->next) {
    auto* run = static_cast<PangoGlyphItem*>(at->data);
    const auto offset = static_cast<std::size_t>(run->item->offset);
    for (const BoldBytes& bold : bold_) {
      if (offset < bold.begin || offset >= bold.end) continue;
      cairo_set_source_rgb(cairo, bold.grey, bold.grey, bold.grey);
      cairo_move_to(cairo, left, y + lines_[line].baseline);
      if (isAllBold()) {
        pango_cairo_show_glyph_item(cairo, pango_layout_get_text(layout_.get()), run);
      } else {
        pango_cairo_glyph_string_path(cairo, run->item->analysis.font, run->glyphs);
        cairo_fill(cairo);
      }
    }
    left += points(pango_glyph_string_get_width(run->glyphs));
  }
}

bool Paragraph::isAllBold() const {
  std::size_t bytes = 0;
  for (const BoldBytes& bold : bold_) bytes += bold.end - bold.begin;
  return bytes == std::string_view(pango_layout_get_text(layout_.get())).size();
}

Typesetter::Typesetter(const std::string& family, bool chinese)
    : fonts_(owned(pango_cairo_font_map_new())),
      context_(owned(pango_font_map_create_context(fonts_.get()))),
      family_(pango_font_description_new(), pango_font_description_free) {
  constexpr double kPointsPerInch = 72;  // so that Pango's points are Cairo's
  pango_cairo_context_set_resolution(context_.get(), kPointsPerInch);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
  // Chinese forms of characters that Japanese and Korean write otherwise.
  pango_context_set_language(context_.get(), pango_language_from_string(chinese ? "zh-cn" : "en"));
  pango_font_description_set_family(family_.get(), family.c_str());
}

Paragraph Typesetter::set(std::string_view text, const Look& look) const {
  return set({{std::string(text)}}, look);
}

Paragraph Typesetter::set(const Runs& runs, const Look& look) const {
  bool is_complete = true;
  Paragraph paragraph = paragraphOf(runs, look, is_complete);
  if (is_complete) return paragraph;
  Runs legible = runs;
  for (Run& run : legible) run.text = withoutGaps(run.text);
  return paragraphOf(legible, look, is_complete);
}

Paragraph Typesetter::paragraphOf(const Runs& runs, const Look& look, bool& is_complete) const {
  auto layout = owned(pango_layout_new(context_.get()));
  pango_font_description_set_size(family_.get(), units(look.size));
  pango_layout_set_font_description(layout.get(), family_.get());
  pango_layout_set_width(layout.get(), units(look.width));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout.get(), alignmentOf(look.align));
  pango_layout_set_indent(layout.get(), -units(look.hanging));
  pango_layout_set_auto_dir(layout.get(), FALSE);
  if (look.is_one_line) pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  std::string text;
  Attributes attributes;
  std::vector<BoldBytes> bold;
  for (const Run& run : runs) {
    const std::size_t begin = text.size();
    text += run.text;
    const double grey = run.muted ? look::kMuted : 0;
    // Bold letters have a colour, too, so that Pango does not put them in one run with others.
    const auto share = static_cast<std::uint16_t>(grey * 65535);
    if (run.muted || run.bold) {
      attributes.add(pango_attr_foreground_new(share, share, share), begin, text.size());
    }
    if (run.whole) attributes.add(pango_attr_allow_breaks_new(FALSE), begin, text.size());
    if (run.bold) bold.push_back({begin, text.size(), grey});
  }
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_attributes(layout.get(), attributes.get());
  is_complete = pango_layout_get_unknown_glyphs_count(layout.get()) == 0;
  return {std::move(layout), std::move(bold)};
}

std::string Typesetter::withoutGaps(const std::string& text) const {
  constexpr std::string_view kMissing = "〓";
  const auto all = owned(pango_font_map_load_fontset(fonts_.get(), context_.get(), family_.get(),
                                                     pango_context_get_language(context_.get())));
  std::string legible;
  for (std::string_view rest = text; !rest.empty();) {
    const base::CodePoint next = base::firstCodePoint(rest);
    const std::size_t bytes = std::max<std::size_t>(next.bytes, 1);
    const auto font = owned(pango_fontset_get_font(all.get(), static_cast<guint>(next.point)));
    const bool has = font && pango_font_has_char(font.get(), next.point) != FALSE;
    legible += has ? rest.substr(0, bytes) : kMissing;
    rest.remove_prefix(bytes);
  }
  return legible;
}

}  // namespace policycalc::paper
