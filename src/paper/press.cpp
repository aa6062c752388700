#include "policycalc/paper/press.h"

#include <cairo-pdf.h>
#include <mutex>
#include <new>
#include <stdexcept>
#include <utility>

#include "paper/parts.h"

namespace policycalc::paper {
namespace {

/// A PDF that is written to a string.
class Document {
 public:
  Document()
      : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, look::kPageWidth,
                                                     look::kPageHeight)),
        cairo_(cairo_create(surface_)) {}
  ~Document() {
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
  }
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  cairo_t* cairo() { return cairo_; }
  void describe(cairo_pdf_metadata_t what, const std::string& text) {
    cairo_pdf_surface_set_metadata(surface_, what, text.c_str());
  }

  std::string finish() {
    cairo_surface_finish(surface_);
    const cairo_status_t drawn = cairo_status(cairo_);
    const cairo_status_t status =
        drawn == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface_) : drawn;
    if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc();
    if (status != CAIRO_STATUS_SUCCESS) {
      throw std::runtime_error(std::string("cairo: ") + cairo_status_to_string(status));
    }
    return std::move(bytes_);
  }

 private:
  // Called from C: nothing may be thrown through it.
  static cairo_status_t append(void* target, const unsigned char* data, unsigned length) {
    try {
      static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(data), length);
      return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc&) {
      return CAIRO_STATUS_NO_MEMORY;
    }
  }

  std::string bytes_;
  cairo_surface_t* surface_;
  cairo_t* cairo_;
};

void setAll(Flow& flow, const Sheet& sheet) {
  setHead(flow, sheet.head);
  if (sheet.hall) setHall(flow, *sheet.hall);
  setSummary(flow, sheet.summary);
  if (sheet.to_do) setThings(flow, *sheet.to_do);
  for (const List& list : sheet.lists) setList(flow, list);
  if (sheet.map) setMap(flow, *sheet.map);
}

/// The foot of a page: whose it is, as sheets part from each other, and which page of how many.
void drawFoot(cairo_t* cairo, const Sheet& sheet, const Typesetter& type, const std::string& page) {
  constexpr double kBelow = 12;
  constexpr double kNumberWidth = 60;
  const double y = look::kBottom + kBelow;
  const double width = look::kWidth - kNumberWidth;
  const Paragraph name = type.set({{sheet.head.title + "  " + sheet.head.firm.text, false, true}},
                                  {look::kTiny, width, Align::kLeft, 0, true});
  name.draw(cairo, 0, look::kLeft, y);
  type.set({{page, false, true}}, {look::kTiny, kNumberWidth, Align::kRight})
      .draw(cairo, 0, look::kRight - kNumberWidth, y);
}

}  // namespace

struct Press::Works {
  std::optional<std::string> family;
  std::mutex mutex;  ///< held while a sheet is set
};

Press::Press() : Press(findChineseFont()) {}

Press::Press(std::optional<std::string> family) : works_(std::make_unique<Works>()) {
  works_->family = std::move(family);
}

Press::~Press() = default;

bool Press::hasChinese() const {
  return works_->family.has_value();
}

std::string Press::print(const Sheet& sheet) const {
  if (!works_->family) throw std::logic_error("a press without fonts prints nothing");
  const std::lock_guard<std::mutex> lock(works_->mutex);
  const Typesetter type(*works_->family, sheet.chinese);
  Flow flow(type);
  setAll(flow, sheet);
  Document document;
  document.describe(CAIRO_PDF_METADATA_TITLE, sheet.head.title + " " + sheet.head.firm.text);
  document.describe(CAIRO_PDF_METADATA_AUTHOR, "policycalc");
  document.describe(CAIRO_PDF_METADATA_CREATOR, "policycalc");
  std::size_t number = 0;
  for (const Flow::Page& page : flow.pages()) {
    for (const Draw& draw : page.tagged) draw(document.cairo());
    for (const Draw& draw : page.outside) draw(document.cairo());
    drawFoot(document.cairo(), sheet, type,
             std::to_string(++number) + " / " + std::to_string(flow.pages().size()));
    cairo_show_page(document.cairo());
  }
  return document.finish();
}

}  // namespace policycalc::paper

#ifdef __SANITIZE_ADDRESS__
/// What the libraries lose, and we cannot free: fontconfig its configuration, once; cairo 1.16 some
/// 768 bytes with each document, not through its tags: most likely as it cuts the font down. Here,
/// as every process that prints has it, however it is started.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig.so\nleak:libcairo.so\n";
}
#endif
