#include "site/measures/measures_page.h"

#include <algorithm>

#include "policycalc/base/text.h"

#include "site/search/places.h"
#include "site/structured.h"
#include "site/words.h"

namespace policycalc::site {
namespace {

using catalogue::Catalogue;
using catalogue::Clause;
using engine::Edition;
using Measures = std::vector<const Clause*>;

constexpr std::size_t kOnAPage = 20;

std::string quoted(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "“" : "、“") + word + "”";
  return text;
}

/// Options {value, text, chosen, count} of a select.
class Options {
 public:
  Options(const Measures& found, const MeasureFilter& filter, std::string MeasureFilter::*field,
          const Catalogue& catalogue)
      : found_(found), filter_(filter), field_(field), catalogue_(catalogue) {}

  void add(const std::string& value, const std::string& text) {
    MeasureFilter other = filter_;
    other.*field_ = value;
    Data made(Data::type::object);
    put(made, "value", std::string_view(value));
    put(made, "text", std::string_view(text));
    put(made, "count", std::to_string(countOf(found_, other, catalogue_)));
    put(made, "chosen", filter_.*field_ == value);
    list_.push_back(std::move(made));
  }

  const std::vector<Data>& list() const { return list_; }

 private:
  const Measures& found_;
  const MeasureFilter& filter_;
  std::string MeasureFilter::*field_;
  const Catalogue& catalogue_;
  std::vector<Data> list_;
};

void putSelects(Data& data, const Measures& found, const MeasureFilter& filter,
                const Catalogue& catalogue) {
  Options topics(found, filter, &MeasureFilter::topic, catalogue);
  for (const facts::Topic& topic : catalogue.vocabulary().needs())
    topics.add(topic.id, topic.label);
  Options kinds(found, filter, &MeasureFilter::kind, catalogue);
  for (const auto kind :
       {catalogue::Kind::kBenefit, catalogue::Kind::kRight, catalogue::Kind::kService}) {
    kinds.add(std::string(catalogue::toString(kind)), wordFor(kind).zh);
  }
  Options chapters(found, filter, &MeasureFilter::chapter, catalogue);
  if (const catalogue::Document* notice = catalogue.notice()) {
    for (const catalogue::Chapter& chapter : notice->chapters) {
      const std::string number = std::to_string(chapter.number);
      chapters.add(number, "第" + number + "章 " + chapter.title);
    }
  }
  put(data, "topics", topics.list());
  put(data, "kinds", kinds.list());
  put(data, "chapters", chapters.list());
}

/// Filters without a field, each with the address of the list without it: {text, href}; and what
/// the form must send again: {name, value}.
void putOthers(Data& data, const MeasureFilter& filter, const Catalogue& catalogue) {
  std::vector<Data> chips;
  std::vector<Data> kept;
  const auto add = [&](const char* name, std::string MeasureFilter::*field,
                       const std::string& text) {
    if ((filter.*field).empty()) return;
    MeasureFilter without = filter;
    (without.*field).clear();
    without.page = 1;
    chips.push_back(link(text, without.address()));
    Data made(Data::type::object);
    put(made, "name", name);
    put(made, "value", std::string_view(filter.*field));
    kept.push_back(std::move(made));
  };
  const auto unit = catalogue.registry().findUnit(filter.unit);
  add("unit", &MeasureFilter::unit, unit ? catalogue.registry().units()[*unit].name : filter.unit);
  add("item", &MeasureFilter::item, "第 " + filter.item + " 项");
  put(data, "chips", chips);
  put(data, "has_chips", !chips.empty());
  put(data, "kept", kept);
}

Data entry(const Clause& measure, const Edition& edition, base::Date today) {
  const Catalogue& catalogue = edition.catalogue();
  Data made = link(edition.fillIn(measure.title), measurePath(measure.id));
  put(made, "title_en", std::string_view(measure.title_en));
  put(made, "topic", topicName(measure, catalogue).zh);
  put(made, "kind", wordFor(measure.kind));
  put(made, "item", itemName(measure.item).zh);
  put(made, "expired", outOfForce(measure.valid, today));
  put(made, "summary", edition.fillIn(measure.summary));
  std::vector<std::string> units;
  for (const auto& one : measure.units) {
    units.push_back(catalogue.registry().units()[one.unit].name);
  }
  put(made, "units", base::join(units, "、"));
  return made;
}

/// {name, name_en, id, count, list}: all measures of a topic that not every company gets.
Data topicGroup(std::size_t topic, const Edition& edition, base::Date today) {
  const Catalogue& catalogue = edition.catalogue();
  const facts::Topic& name = catalogue.vocabulary().needs()[topic];
  std::vector<Data> list;
  for (const Clause* measure : catalogue.measures()) {
    if (measure->topic == topic && !measure->universal) {
      list.push_back(entry(*measure, edition, today));
    }
  }
  Data made(Data::type::object);
  put(made, "name", Label{name.label, name.label_en});
  put(made, "id", std::string_view(name.id));
  put(made, "count", std::to_string(list.size()));
  put(made, "list", list);
  return made;
}

void putEverything(Data& data, const Edition& edition, base::Date today) {
  const Catalogue& catalogue = edition.catalogue();
  std::vector<Data> groups;
  for (std::size_t topic = 0; topic < catalogue.vocabulary().needs().size(); ++topic) {
    groups.push_back(topicGroup(topic, edition, today));
  }
  std::vector<Data> universal;
  for (const Clause* measure : catalogue.measures()) {
    if (measure->universal) universal.push_back(entry(*measure, edition, today));
  }
  put(data, "groups", groups);
  put(data, "has_universal", !universal.empty());
  put(data, "universal_count", std::to_string(universal.size()));
  put(data, "universal", universal);
}

void putResults(Data& data, const Measures& shown, const MeasureFilter& filter,
                const Edition& edition, base::Date today) {
  const std::size_t last = std::max<std::size_t>((shown.size() + kOnAPage - 1) / kOnAPage, 1);
  const std::size_t page = std::min(filter.page, last);
  std::vector<Data> list;
  for (std::size_t at = (page - 1) * kOnAPage; at < std::min(page * kOnAPage, shown.size()); ++at) {
    list.push_back(entry(*shown[at], edition, today));
  }
  const auto to = [&](std::size_t number, const char* text) {
    MeasureFilter other = filter;
    other.page = number;
    return std::vector<Data>{link(text, other.address())};
  };
  put(data, "results", list);
  put(data, "before", page > 1 ? to(page - 1, "← 上一页") : std::vector<Data>());
  put(data, "after", page < last ? to(page + 1, "下一页 →") : std::vector<Data>());
  put(data, "page_number",
      last > 1 ? "第 " + std::to_string(page) + " 页，共 " + std::to_string(last) + " 页"
               : std::string());
}

/// What a search could not find, and where else to look.
void putSearch(Data& data, const Found& found, const MeasureFilter& filter, bool nothing,
               const Edition& edition) {
  std::vector<Data> near;
  for (const NearWord& one : found.near) {
    Data made(Data::type::object);
    put(made, "word", quoted({one.word}));
    put(made, "parts", quoted(one.parts));
    near.push_back(std::move(made));
  }
  put(data, "near", near);
  put(data, "unknown", nothing ? std::string() : quoted(found.unknown));
  const bool words_only = nothing && filter.isSearchOnly() && !found.unknown.empty();
  put(data, "none_words", words_only ? quoted(found.unknown) : std::string());
  put(data, "none", nothing && !words_only);
  const std::vector<Data> places = namedPlaces(filter.sought, edition);
  put(data, "has_places", !places.empty());
  put(data, "places", places);
}

}  // namespace

Page measuresPage(const MeasureFilter& filter, const SearchIndex& index, const Edition& edition,
                  const Services& services) {
  const Catalogue& catalogue = edition.catalogue();
  const base::Date today = services.today();
  const Found found = index.find(filter.sought);
  Measures shown;
  std::copy_if(found.measures.begin(), found.measures.end(), std::back_inserter(shown),
               [&](const Clause* measure) { return filter.passes(*measure, catalogue); });
  Page page;
  page.content = "measures";
  page.part = Part::kMeasures;
  page.path = "/measures";
  page.title = "全部措施";
  page.description =
      "通知里企业可能用得上的每一项惠企措施：奖励、采购、融资、参展、技改、人才、用地用能、维权和政"
      "务服务。";
  page.json_ld = listAsJson(page.title, page.path, services);
  page.hidden = !filter.isEmpty();
  Data& data = page.data;
  put(data, "sought", std::string_view(filter.sought));
  putSelects(data, found.measures, filter, catalogue);
  putOthers(data, filter, catalogue);
  put(data, "filtered", !filter.isEmpty());
  put(data, "narrow", !filter.chapter.empty() || !filter.kind.empty());
  put(data, "count", std::to_string(shown.size()));
  put(data, "all", std::to_string(catalogue.measures().size()));
  putSearch(data, found, filter, shown.empty(), edition);
  if (filter.isEmpty()) {
    putEverything(data, edition, today);
  } else {
    putResults(data, shown, filter, edition, today);
  }
  return page;
}

}  // namespace policycalc::site
