#pragma once

#include <memory>
#include <optional>
#include <string>

#include "policycalc/paper/sheet.h"

namespace policycalc::paper {

/// The best family of fonts on this machine that has the Chinese of these sheets, or nothing. Asks
/// fontconfig. Safe from any thread.
std::optional<std::string> findChineseFont();

/// Sets sheets as PDF. Pango, Cairo and FreeType share caches that are not safe everywhere, and one
/// document takes some 20 MB of memory while its fonts are cut down: a mutex lets one be set at a
/// time. Safe from any thread.
class Press {
 public:
  /// With the family of findChineseFont().
  Press();
  /// With this family; nothing: as on a machine without Chinese fonts.
  explicit Press(std::optional<std::string> family);
  ~Press();
  Press(const Press&) = delete;
  Press& operator=(const Press&) = delete;

  /// False where no font has Chinese: then nothing can be printed.
  bool hasChinese() const;

  /// The sheet on A4 pages, with its text, its structure and only the glyphs that it uses. Needs
  /// hasChinese(). Throws std::bad_alloc where memory is lacking and std::runtime_error where the
  /// libraries fail.
  std::string print(const Sheet& sheet) const;

 private:
  struct Works;
  std::unique_ptr<Works> works_;
};

}  // namespace policycalc::paper
