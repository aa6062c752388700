#include "api/matters/matter_status.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "policycalc/json/writer.h"

#include "api/reference/reference_parts.h"

namespace policycalc::api {
namespace {

/// What comes after a state.
struct Next {
  std::string_view state;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array kNext{
    Next{"received", "窗口先看材料是否齐，再告诉您要补什么。",
         "The window looks at your papers first, and tells you what is missing."},
    Next{"preparing", "请把还缺的材料交到窗口；齐了就转给责任单位。",
         "Bring the missing papers to the window. Then it hands the matter to the unit in charge."},
    Next{"handed_over", "等责任单位接办。", "The unit in charge takes it on."},
    Next{"in_progress", "责任单位正在办，办出结果后窗口会告诉您。",
         "The unit in charge is at work. The window tells you the result."},
    Next{"fulfilled", "已经办成。对结果有疑问，请问窗口。",
         "It is done. Ask the window if you have a question about the result."},
    Next{"refused", "没有通过，窗口会告诉您原因和下一步。",
         "It was not granted. The window tells you why, and what you can do."},
    Next{"forwarded", "已转给有权决定的单位，窗口会告诉您是哪一家。",
         "It was forwarded to the body that decides. The window tells you which one."},
    Next{"unreachable", "窗口联系不上您，所以先停下了。请与窗口联系，可以接着办。",
         "The window could not reach you, so it stopped. Get in touch, and it can go on."},
    Next{"withdrawn", "已按您的意思撤回，不再办。要重新办，请到窗口。",
         "It was withdrawn as you wished. Come to the window to begin again."},
};

void writeNext(json::Writer& writer, std::string_view state) {
  const auto* next = std::find_if(kNext.begin(), kNext.end(),
                                  [state](const Next& each) { return each.state == state; });
  writer.key("next").string(next != kNext.end() ? next->zh : std::string_view());
  writer.key("next_en").string(next != kNext.end() ? next->en : std::string_view());
}

struct Whom {
  std::string name;
  std::string name_en;
  const catalogue::Contact* contact = nullptr;
};

Whom unitOf(const store::AskedMatter& matter, const catalogue::Catalogue& catalogue) {
  const auto unit = catalogue.registry().findUnit(matter.unit);
  if (!unit) return {matter.unit, {}, nullptr};
  const catalogue::Unit& known = catalogue.registry().units()[*unit];
  return {known.name, known.name_en, catalogue.contacts().ofUnit(*unit)};
}

Whom windowOf(const store::AskedMatter& matter, const catalogue::Catalogue& catalogue) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const auto& options = vocabulary.fact(vocabulary.known().district).options;
  const auto county = std::find_if(options.begin(), options.end(), [&](const auto& option) {
    return option.code == matter.county;
  });
  const catalogue::AnswerTexts& texts = catalogue.texts();
  if (county == options.end()) {
    return {texts[catalogue::Phrase::kCityHall].text, texts[catalogue::Phrase::kCityHall].text_en,
            catalogue.contacts().hallOf(std::nullopt)};
  }
  return {county->label + texts[catalogue::Phrase::kCountyHall].text,
          county->label_en + texts[catalogue::Phrase::kCountyHall].text_en,
          catalogue.contacts().hallOf(static_cast<std::size_t>(county - options.begin()))};
}

}  // namespace

std::string writeMatterStatus(const store::AskedMatter& matter,
                              const catalogue::Catalogue& catalogue, base::Date today) {
  const Whom whom = matter.at_unit ? unitOf(matter, catalogue) : windowOf(matter, catalogue);
  json::Writer writer;
  writer.beginObject();
  writer.key("state").string(matter.state);
  writer.key("since").string(base::dayInChina(matter.since).toString());
  writeNext(writer, matter.state);
  writer.key("whom").beginObject();
  writer.key("kind").string(matter.at_unit ? "unit" : "window");
  writer.key("name").string(whom.name);
  writer.key("name_en").stringOrNull(whom.name_en);
  writeContactOf(writer.key("contact"), whom.contact, today);
  writer.endObject();
  writer.key("may_rate").boolean(!matter.open && !matter.rated);
  writer.key("rated").boolean(matter.rated);
  writer.endObject();
  return writer.take();
}

}  // namespace policycalc::api
