#include <array>
#include <fontconfig/fontconfig.h>
#include <memory>
#include <set>
#include <string_view>

#include "policycalc/paper/press.h"

namespace policycalc::paper {
namespace {

/// The best first: a face without serifs is read more easily at the size of a form.
constexpr std::array<std::string_view, 7> kPreferred = {
    "Noto Sans CJK SC", "Source Han Sans SC",  "Noto Sans SC",     "Noto Serif CJK SC",
    "Noto Serif SC",    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei"};

struct Free {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
  void operator()(FcObjectSet* objects) const { FcObjectSetDestroy(objects); }
  void operator()(FcFontSet* fonts) const { FcFontSetDestroy(fonts); }
};

const FcChar8* bytes(const char* text) {
  return reinterpret_cast<const FcChar8*>(text);
}

/// All names of all families whose charset has what simplified Chinese is written with.
std::set<std::string, std::less<>> chineseFamilies() {
  const std::unique_ptr<FcPattern, Free> wanted(FcNameParse(bytes(":lang=zh-cn:scalable=true")));
  const std::unique_ptr<FcObjectSet, Free> objects(FcObjectSetBuild(FC_FAMILY, nullptr));
  const std::unique_ptr<FcFontSet, Free> fonts(FcFontList(nullptr, wanted.get(), objects.get()));
  std::set<std::string, std::less<>> names;
  for (int i = 0; fonts && i < fonts->nfont; ++i) {
    FcChar8* name = nullptr;
    for (int n = 0; FcPatternGetString(fonts->fonts[i], FC_FAMILY, n, &name) == FcResultMatch;
         ++n) {
      names.emplace(reinterpret_cast<const char*>(name));
    }
  }
  return names;
}

}  // namespace

std::optional<std::string> findChineseFont() {
  const auto families = chineseFamilies();
  for (const std::string_view preferred : kPreferred) {
    if (families.find(preferred) != families.end()) return std::string(preferred);
  }
  if (families.empty()) return std::nullopt;
  return *families.begin();
}

}  // namespace policycalc::paper
