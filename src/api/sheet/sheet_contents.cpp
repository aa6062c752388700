#include "api/sheet/sheet_contents.h"

#include <algorithm>
#include <array>

#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"
#include "policycalc/web/match/match_answer.h"

#include "api/sheet/sheet_lists.h"
#include "api/sheet/sheet_things.h"

namespace policycalc::api {
namespace {

using engine::Outcome;
using engine::Verdict;

std::string seen(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const base::CodePoint next = base::firstCodePoint(text);
    const std::size_t bytes = std::max<std::size_t>(next.bytes, 1);
    if (!base::isUnseen(next.point)) kept += text.substr(0, bytes);
    text.remove_prefix(bytes);
  }
  return kept;
}

/// `https://example.org` without the scheme, as people read it.
std::string hostOf(const std::string& url) {
  const std::size_t slashes = url.find("://");
  return slashes == std::string::npos ? url : url.substr(slashes + 3);
}

/// `sha256:` and the digits that a link needs.
std::string shortVersion(const std::string& hash) {
  constexpr std::size_t kDigits = 12;
  const std::size_t colon = hash.find(':');
  return colon == std::string::npos ? hash : hash.substr(0, colon + 1 + kDigits);
}

class ContentsWriter {
 public:
  ContentsWriter(const SheetRequest& request, const engine::Match& match,
                 const engine::Edition& edition)
      : request_(request),
        match_(match),
        edition_(edition),
        catalogue_(edition.catalogue()),
        tongue_(request.chinese),
        texts_(edition, tongue_) {}

  paper::Sheet write(base::Date as_of, const std::string& public_url) {
    paper::Sheet sheet;
    sheet.chinese = request_.chinese;
    sheet.head = head(as_of, public_url);
    if (request_.has(Part::kHall)) sheet.hall = hall();
    sheet.summary = summary(as_of);
    const Listed lists = listed(request_, match_);
    if (request_.has(Part::kToDo) && !lists.whole.empty()) {
      sheet.to_do = thingsToDo(lists, request_, match_, edition_);
    }
    addLists(lists, sheet);
    if (request_.has(Part::kMap)) sheet.map = policyMap(match_, edition_, tongue_);
    return sheet;
  }

 private:
  const facts::Given& given(facts::FactIndex fact) const { return request_.match.profile[fact]; }

  std::string nameOfFirm() const {
    if (!request_.name.empty()) return seen(request_.name);
    const auto fact = catalogue_.vocabulary().find("company_name");
    return fact ? seen(given(*fact).text) : std::string();
  }

  std::optional<std::size_t> district() const {
    const facts::Given& place = given(catalogue_.vocabulary().known().district);
    if (!place.known || place.options.isEmpty()) return std::nullopt;
    return place.options.first();
  }

  paper::Head head(base::Date as_of, const std::string& public_url) const {
    paper::Head head;
    head.title = tongue_.word(words::kTitle);
    const std::string name = nameOfFirm();
    head.firm = {tongue_.label(words::kFirm),
                 base::isBlank(name) ? tongue_.word(words::kNoName) : name};
    const facts::Vocabulary& vocabulary = catalogue_.vocabulary();
    if (const auto place = district()) {
      const facts::Option& option = vocabulary.fact(vocabulary.known().district).options[*place];
      head.facts.push_back(
          {tongue_.label(words::kPlace), tongue_.say(option.label, option.label_en)});
    }
    head.facts.push_back({tongue_.label(words::kDate), as_of.toString()});
    head.facts.push_back({tongue_.label(words::kCatalogue), shortVersion(catalogue_.hash())});
    if (!public_url.empty()) {
      head.facts.push_back({tongue_.label(words::kFrom), hostOf(public_url)});
    }
    int answers = 0;
    for (std::size_t i = 0; i < request_.match.profile.size(); ++i) {
      if (given(static_cast<facts::FactIndex>(i)).known) ++answers;
    }
    head.given = tongue_.word(words::kGiven, {{"n", std::to_string(answers)}});
    head.free = tongue_.word(words::kFree);
    head.terms = tongue_.word(words::kTerms);
    if (request_.has(Part::kCode) && !public_url.empty()) head.codes = codes(public_url);
    return head;
  }

  std::vector<paper::Code> codes(const std::string& public_url) const {
    std::vector<paper::Code> codes;
    if (request_.saved_as) {
      addCode(codes, public_url + "/#/resume/" + request_.saved_as->text(), words::kResume,
              words::kResumeNote);
    }
    addCode(codes, public_url + "/", words::kCode, words::kCodeNote);
    return codes;
  }

  void addCode(std::vector<paper::Code>& codes, const std::string& address, const Words& title,
               const Words& note) const {
    auto drawn = makeQrCode(address);
    if (!drawn.ok()) return;  // the sheet is printed without an address that is too long for a code
    codes.push_back(
        {std::move(drawn).value().rows, address, tongue_.word(title), tongue_.word(note)});
  }

  paper::Hall hall() const {
    paper::Hall hall;
    hall.title = tongue_.word(words::kHall);
    const catalogue::Contact* contact = catalogue_.contacts().hallOf(district());
    if (contact == nullptr) contact = catalogue_.contacts().hallOf(std::nullopt);
    if (contact == nullptr) {
      hall.name = tongue_.word(words::kHallUnknown);
      hall.note = tongue_.word(words::kHallCall);
      return hall;
    }
    hall.name = nameOfHall(*contact);
    std::vector<std::string> known;
    for (const std::string& part : {contact->address, contact->telephone, contact->hours}) {
      if (!part.empty()) known.push_back(part);
    }
    hall.reach = base::join(known, tongue_.word(words::kClauseSeparator));
    if (contact->telephone.empty()) hall.note = tongue_.word(words::kHallCall);
    return hall;
  }

  std::string nameOfHall(const catalogue::Contact& hall) const {
    using catalogue::Phrase;
    const catalogue::AnswerTexts& texts = catalogue_.texts();
    if (!hall.district) {
      return tongue_.say(texts[Phrase::kCityHall].text, texts[Phrase::kCityHall].text_en);
    }
    const facts::Vocabulary& vocabulary = catalogue_.vocabulary();
    const facts::Option& place =
        vocabulary.fact(vocabulary.known().district).options[*hall.district];
    const catalogue::Sentence& kind = texts[Phrase::kCountyHall];
    return tongue_.say(place.label + kind.text, place.label_en + kind.text_en);
  }

  /// The same numbers as on the page of the result: services for every company count apart.
  struct Counts {
    std::array<int, engine::kVerdicts> own{};
    int universal = 0;
    int of(Verdict verdict) const { return own[static_cast<std::size_t>(verdict)]; }
  };
  Counts counts() const {
    Counts counts;
    for (const Outcome& outcome : match_.outcomes) {
      if (isForEveryone(outcome)) {
        ++counts.universal;
      } else {
        ++counts.own[static_cast<std::size_t>(outcome.verdict)];
      }
    }
    return counts;
  }

  paper::Summary summary(base::Date as_of) const {
    paper::Summary summary;
    const Counts own = counts();
    summary.counts = countsInWords(own);
    const auto add = [&](const Words& label, const base::Decimal& sum) {
      if (sum.compare({}) != 0) summary.totals.push_back({tongue_.word(label), texts_.money(sum)});
    };
    add(words::kCertain, match_.totals.certain);
    add(words::kToBeDecided, match_.totals.conditional);
    for (const catalogue::Caveat* caveat : web::caveatsOf(match_.totals, catalogue_.texts())) {
      summary.caveats.push_back(texts_.caveat(*caveat));
    }
    if (!tongue_.isChinese()) summary.notices.push_back(tongue_.word(words::kChineseTexts));
    for (const web::Notice& notice : web::noticesOf(catalogue_, as_of)) {
      summary.notices.push_back(tongue_.say(notice.sentence->text, notice.sentence->text_en));
    }
    sayNothing(own, summary);
    return summary;
  }

  std::string countsInWords(const Counts& counts) const {
    const std::pair<Verdict, const Words&> said[] = {
        {Verdict::kEligible, words::kEligible},
        {Verdict::kConditional, words::kConditional},
        {Verdict::kUndetermined, words::kUndetermined}};
    std::vector<std::string> parts;
    for (const auto& [verdict, phrase] : said) {
      const int n = counts.of(verdict);
      if (n > 0) parts.push_back(tongue_.word(phrase, {{"n", std::to_string(n)}}));
    }
    std::string text = base::join(parts, tongue_.word(words::kClauseSeparator));
    if (counts.universal > 0) {
      std::string more = tongue_.word(words::kUniversal, {{"n", std::to_string(counts.universal)}});
      // Without anything before it, the sentence begins without the stop of the one before.
      if (text.empty()) more.erase(0, tongue_.isChinese() ? std::string("。").size() : 2);
      text += more;
    }
    return text;
  }

  void sayNothing(const Counts& counts, paper::Summary& summary) const {
    if (counts.of(Verdict::kEligible) + counts.of(Verdict::kConditional) > 0) return;
    const bool is_open = counts.of(Verdict::kUndetermined) > 0;
    const Words& title = is_open ? words::kNothingTitle : words::kNoneTitle;
    summary.nothing_title = tongue_.word(counts.universal > 0 ? words::kNothingOwn : title);
    summary.nothing_text = tongue_.word(is_open ? words::kNothingText : words::kNoneText);
  }

  void addLists(const Listed& lists, paper::Sheet& sheet) const {
    const auto add = [&](Part part, std::optional<paper::List> list) {
      if (list && request_.has(part)) sheet.lists.push_back(*std::move(list));
    };
    const SheetLists made(match_, edition_, tongue_);
    const bool has_table = sheet.to_do.has_value();
    add(Part::kOthers, made.others(lists, has_table ? static_cast<int>(lists.whole.size()) : 0));
    add(Part::kNear, made.near());
    add(Part::kOpen, made.questions(request_.match.profile));
  }

  const SheetRequest& request_;
  const engine::Match& match_;
  const engine::Edition& edition_;
  const catalogue::Catalogue& catalogue_;
  Tongue tongue_;
  SheetTexts texts_;
};

}  // namespace

paper::Sheet sheetContents(const SheetRequest& request, base::Date as_of,
                           const engine::Match& match, const engine::Edition& edition,
                           const std::string& public_url) {
  return ContentsWriter(request, match, edition).write(as_of, public_url);
}

}  // namespace policycalc::api
