#include <algorithm>
#include <array>
#include <bitset>

#include "policycalc/facts/profile_scanner.h"

#include "web/body_limits.h"
#include "web/match/request_parts.h"

namespace policycalc::web {
namespace {

/// The place of the first of `all` whose name is `name`.
template <typename All, typename NameOf>
std::optional<std::size_t> placeIn(const All& all, std::string_view name, const NameOf& name_of) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) {
    return std::string_view(name_of(each)) == name;
  });
  if (found == all.end()) return {};
  return static_cast<std::size_t>(found - all.begin());
}

class RequestScanner {
 public:
  RequestScanner(std::string_view body, const CatalogueLookup& lookup)
      : scanner_(body, kBodyLimits), lookup_(lookup) {}

  std::optional<MatchRequest> read() {
    request_.catalogue = lookup_("");
    if (request_.catalogue == nullptr || !scanner_.beginObject()) return {};
    while (const auto key = scanner_.key()) {
      const auto member = placeIn(kMembers, *key, [](std::string_view name) { return name; });
      if (!member || read_[*member]) return {};
      read_[*member] = true;
      if (!readMember(static_cast<Member>(*member))) return {};
    }
    if (!scanner_.isAtEnd() || !read_[kProfile]) return {};
    request_.include = includedBy(include_);
    request_.chosen = chosenBy(measures_, topics_, *request_.catalogue);
    return std::move(request_);
  }

 private:
  enum Member : std::uint8_t {
    kAsOf,
    kInclude,
    kDetail,
    kLang,
    kCatalogue,
    kPassed,  // from here on, what is in them depends on the catalogue
    kMeasures,
    kTopics,
    kProfile
  };
  static constexpr std::array<std::string_view, kProfile + 1> kMembers{
      "as_of", "include", "detail", "lang", "catalogue", "passed", "measures", "topics", "profile"};

  bool readMember(Member member) {
    const catalogue::Catalogue& catalogue = *request_.catalogue;
    switch (member) {
      case kAsOf:
        return readAsOf();
      case kInclude:
        return readList(include_, engine::kVerdicts, [](std::string_view name) {
          const auto verdict = engine::parseVerdict(name);
          return verdict ? std::optional(static_cast<std::size_t>(*verdict)) : std::nullopt;
        });
      case kDetail:
        return readName(kDetails, request_.detail);
      case kLang:
        return readName(kLanguages, request_.language);
      case kCatalogue:
        return readCatalogue();
      case kPassed:
        return readPassed(catalogue);
      case kMeasures:
        return readList(measures_, catalogue.measures().size(), [&](std::string_view name) {
          return placeIn(
              catalogue.measures(), name,
              [](const catalogue::Clause* each) -> const std::string& { return each->id; });
        });
      case kTopics:
        return readList(topics_, catalogue.vocabulary().needs().size(), [&](std::string_view name) {
          return catalogue.vocabulary().findNeed(name);
        });
      case kProfile:
        return facts::ProfileScanner(catalogue.vocabulary()).readObject(scanner_, request_.profile);
    }
    return false;
  }

  bool readAsOf() {
    if (scanner_.null()) return true;
    const auto text = scanner_.string();
    if (!text) return false;
    const auto date = base::Date::parse(*text);
    if (date.ok()) request_.as_of = *date;
    return date.ok();
  }

  template <typename Value>
  bool readName(const std::vector<std::string>& names, Value& value) {
    if (scanner_.null()) return true;
    const auto text = scanner_.string();
    if (!text) return false;
    const auto found =
        placeIn(names, *text, [](const std::string& each) -> const std::string& { return each; });
    if (found) value = static_cast<Value>(*found);
    return found.has_value();
  }

  /// Gives up if what was read before may mean something else in another catalogue.
  bool readCatalogue() {
    if (scanner_.null()) return true;
    const auto hash = scanner_.string();
    if (!hash || hash->empty()) return false;
    auto catalogue = lookup_(*hash);
    if (catalogue == nullptr) return false;
    if (catalogue == request_.catalogue) return true;
    request_.catalogue = std::move(catalogue);
    return !read_[kPassed] && !read_[kMeasures] && !read_[kTopics] && !read_[kProfile];
  }

  bool readPassed(const catalogue::Catalogue& catalogue) {
    const std::vector<catalogue::Screen>& screens = catalogue.screens().all();
    Listed passed;
    const bool good = readList(passed, screens.size(), [&](std::string_view name) {
      return placeIn(screens, name,
                     [](const catalogue::Screen& each) -> const std::string& { return each.id; });
    });
    if (passed) request_.passed = *std::move(passed);
    return good;
  }

  /// Flags the place that `find` gives for each name. A name that it does not know, or that is
  /// repeated, is odd.
  template <typename Find>
  bool readList(Listed& listed, std::size_t size, const Find& find) {
    if (scanner_.null()) return true;
    if (!scanner_.beginArray()) return false;
    listed.emplace(size, false);
    while (scanner_.element()) {
      const auto name = scanner_.string();
      const std::optional<std::size_t> at = name ? find(*name) : std::nullopt;
      if (!at || (*listed)[*at]) return false;
      (*listed)[*at] = true;
    }
    return scanner_.ok();
  }

  json::Scanner scanner_;
  const CatalogueLookup& lookup_;
  MatchRequest request_;
  std::bitset<kProfile + 1> read_;
  Listed include_;
  Listed measures_;
  Listed topics_;
};

}  // namespace

std::optional<MatchRequest> scanMatchRequest(std::string_view body, const CatalogueLookup& lookup) {
  return RequestScanner(body, lookup).read();
}

}  // namespace policycalc::web
