#include "policycalc/paper/press.h"

#include "app/doctor.h"

namespace policycalc::app {

Finding checkFonts() {
  if (const auto family = paper::findChineseFont()) {
    return {Finding::Grade::kFine, "fonts", "sheets are printed with " + *family, {}};
  }
  return {Finding::Grade::kTrouble, "fonts", "no font has Chinese: sheets cannot be made as PDF",
          "install fonts-noto-cjk and start the service again"};
}

}  // namespace policycalc::app
