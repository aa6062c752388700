#include "bench/firms.h"

#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

#include "policycalc/json/reader.h"

#include "stories/story.h"

namespace policycalc::bench {
namespace {

using facts::FactIndex;
using facts::Profile;

const char* const kDay = "2026-11-29";

std::string textOf(const std::string& path) {
  std::ifstream in(POLICYCALC_SOURCE_DIR "/tests/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Draws companies. Only the generator's raw numbers are used, which are the same everywhere.
class Draw {
 public:
  Draw(const catalogue::Catalogue& catalogue, unsigned seed)
      : catalogue_(catalogue), vocabulary_(catalogue.vocabulary()), random_(seed) {}

  Profile firm() {
    Profile profile(vocabulary_.facts().size());
    drawKind(profile);
    drawPlace(profile);
    drawSize(profile);
    drawTroubles(profile);
    drawPlans(profile);
    drawTitles(profile);
    drawSentences(profile);
    sayNoElsewhere(catalogue_, profile);
    return profile;
  }

 private:
  struct Weighted {
    const char* code;
    unsigned weight;
  };

  bool chance(unsigned in_thousand) { return random_() % 1000 < in_thousand; }
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(high - low + 1));
  }
  template <std::size_t count>
  const char* one(const Weighted (&among)[count]) {
    unsigned total = 0;
    for (const Weighted& each : among) total += each.weight;
    auto at = static_cast<unsigned>(random_() % total);
    for (const Weighted& each : among) {
      if (at < each.weight) return each.code;
      at -= each.weight;
    }
    return among[0].code;
  }

  FactIndex fact(const char* id) const { return *vocabulary_.find(id); }
  /// Adds one option to the answer.
  void choose(Profile& profile, const char* id, const char* code) const {
    facts::Given& given = profile[fact(id)];
    given.known = true;
    given.options.add(*vocabulary_.fact(fact(id)).findOption(code));
  }
  void say(Profile& profile, const char* id, bool yes) const {
    profile[fact(id)] = {true, yes ? facts::kTrue : facts::kFalse, 0, {}};
  }
  void count(Profile& profile, const char* id, std::int64_t number) const {
    profile[fact(id)] = {true, {}, number, {}};
  }
  bool is(const Profile& profile, const char* id, const char* code) const {
    return profile[fact(id)].options.has(*vocabulary_.fact(fact(id)).findOption(code));
  }
  /// Any option of the fact but `not_this`.
  void chooseAny(Profile& profile, const char* id, const char* not_this) {
    const facts::Fact& asked = vocabulary_.fact(fact(id));
    std::size_t option = 0;
    do {
      option = random_() % asked.options.size();
    } while (asked.options[option].code == not_this);
    choose(profile, id, asked.options[option].code.c_str());
  }

  void drawKind(Profile& profile) {
    static constexpr Weighted kTypes[] = {{"individual_business", 560}, {"company", 370},
                                          {"sole_proprietorship", 20},  {"partnership", 10},
                                          {"farmer_cooperative", 25},   {"branch", 8},
                                          {"association", 4},           {"bank", 3}};
    static constexpr Weighted kOwners[] = {{"private", 930},
                                           {"state_controlled", 35},
                                           {"collective", 5},
                                           {"foreign", 15},
                                           {"hmt", 15}};
    static constexpr Weighted kStates[] = {
        {"active", 940},  {"not_yet_registered", 20},      {"planning_suspension", 10},
        {"suspended", 5}, {"planning_deregistration", 15}, {"in_bankruptcy", 5},
        {"revoked", 5}};
    const char* type = one(kTypes);
    choose(profile, "entity_type", type);
    const facts::EntityType& entity =
        catalogue_.sizeStandard().entityTypes().of(profile[fact("entity_type")].options.first());
    if (!entity.ownership) choose(profile, "ownership", one(kOwners));
    choose(profile, "registration_status", one(kStates));
  }

  void drawPlace(Profile& profile) { chooseAny(profile, "district", chance(970) ? "outside" : ""); }

  void drawSize(Profile& profile) {
    static constexpr Weighted kIndustries[] = {{"retail", 300},
                                               {"catering", 150},
                                               {"wholesale", 110},
                                               {"industry", 130},
                                               {"other", 110},
                                               {"transport", 40},
                                               {"construction", 40},
                                               {"agriculture", 45},
                                               {"accommodation", 15},
                                               {"software_it", 15},
                                               {"leasing_business_services", 30},
                                               {"property_management", 5},
                                               {"real_estate", 5},
                                               {"warehousing", 3},
                                               {"postal", 5},
                                               {"information_transmission", 3}};
    profile[fact("business_tags")].known = true;
    if (is(profile, "entity_type", "bank")) return;
    const std::string industry = one(kIndustries);
    choose(profile, "size_industry", industry.c_str());
    static constexpr std::pair<const char*, const char*> kTags[] = {
        {"catering", "catering"},
        {"accommodation", "culture_tourism"},
        {"agriculture", "agriculture"},
        {"software_it", "digital_economy"},
        {"information_transmission", "digital_economy"},
        {"property_management", "property_management"},
        {"transport", "transport_logistics"},
        {"warehousing", "transport_logistics"},
        {"postal", "transport_logistics"}};
    for (const auto& [line, tag] : kTags) {
      if (industry == line) choose(profile, "business_tags", tag);
    }
    if (industry == "leasing_business_services" && chance(400)) {
      choose(profile, "business_tags", "consulting");
    }
    if (is(profile, "entity_type", "association")) return;
    const bool tiny = is(profile, "entity_type", "individual_business") || chance(700);
    count(profile, "employees", tiny ? between(1, 9) : between(10, chance(900) ? 120 : 1500));
    const std::int64_t yuan = tiny ? between(50'000, 900'000) : between(1'000'000, 300'000'000);
    constexpr std::int64_t kFen = 100;
    count(profile, "annual_revenue", yuan * kFen);
    count(profile, "total_assets", yuan / 2 * kFen);
  }

  void drawTroubles(Profile& profile) {
    profile[fact("situations")].known = true;
    if (chance(120)) {
      choose(profile, "situations", "arrears");
      chooseAny(profile, "arrears_debtors", "");
    }
    if (chance(30)) {
      choose(profile, "situations", "penalty");
      chooseAny(profile, "penalty_by", "");
    }
    if (chance(10)) {
      choose(profile, "situations", "enforcement");
      chooseAny(profile, "seizure_by", "");
    }
    if (chance(20)) {
      choose(profile, "situations", "illegal_fee");
      chooseAny(profile, "fee_by", "");
    }
    for (const char* each : {"unpaid_judgment", "unfair_competition", "complaint", "crime_victim",
                             "ip_infringed", "insolvency", "government_breach", "policy_change"}) {
      if (chance(20)) choose(profile, "situations", each);
    }
    if (!chance(250)) return;
    say(profile, "temporary_difficulty", true);
    say(profile, "has_bank_loan", chance(500));
    say(profile, "operating_normally", chance(950));
  }

  void drawPlans(Profile& profile) {
    if (chance(350)) say(profile, "loan_need", true);
    for (const char* each : {"equity_need", "exporter", "tech_upgrade_project", "talent_need",
                             "rooftop_solar_plan", "invest_project_plan"}) {
      if (chance(60)) say(profile, each, true);
    }
    for (const char* each :
         {"storage_plan", "energy_need", "instrument_need", "title_applicants"}) {
      if (chance(20)) say(profile, each, true);
    }
    if (chance(20)) chooseAny(profile, "listing_plan", "none");
    if (chance(90)) {
      chooseAny(profile, "exhibition_plan", "none");
      say(profile, "exhibition_in_city_list", chance(300));
    }
    if (chance(20)) chooseAny(profile, "overseas_warehouse", "none");
    if (chance(40)) chooseAny(profile, "land_need", "none");
    if (chance(40)) chooseAny(profile, "utility_needs", "");
    if (chance(250)) count(profile, "recruit_need", between(1, 30));
    if (chance(60)) chooseAny(profile, "training_plan", "");
    if (chance(80)) drawProject(profile);
  }

  void drawProject(Profile& profile) {
    chooseAny(profile, "procurement_kind", "none");
    chooseAny(profile, "procurement_buyer", "");
    constexpr std::int64_t kFen = 100;
    count(profile, "procurement_budget", between(100'000, 6'000'000) * kFen);
    say(profile, "procurement_above_limit", chance(800));
    say(profile, "procurement_sme_suitable", chance(600));
    say(profile, "large_controlled", chance(30));
  }

  void drawTitles(Profile& profile) {
    const bool ambitious = is(profile, "entity_type", "company") && chance(250);
    if (!ambitious) return;
    if (chance(400)) chooseAny(profile, "high_tech_status", "none");
    if (chance(500)) chooseAny(profile, "tech_sme_status", "none");
    if (chance(300)) chooseAny(profile, "specialised_tier", "none");
    if (chance(60)) chooseAny(profile, "growth_tier", "none");
    if (chance(80)) {
      chooseAny(profile, "quality_awards", "");
      profile[fact("quality_awards_paid")].known = true;
    }
    if (chance(150)) chooseAny(profile, "standards_work", "");
    if (chance(50)) chooseAny(profile, "first_set_equipment", "none");
    if (chance(50)) chooseAny(profile, "farm_leader_level", "none");
    if (chance(30)) chooseAny(profile, "honours", "");
    if (chance(500)) chooseAny(profile, "planned_applications", "");
  }

  void drawSentences(Profile& profile) {
    if (chance(150)) say(profile, "in_development_zone", true);
    if (chance(80)) say(profile, "above_scale", true);
    if (chance(120)) say(profile, "chamber_member", true);
    if (chance(80)) chooseAny(profile, "industrial_land", "none");
    for (const char* each :
         {"recruited_major_project", "defence_capability", "infrastructure_asset"}) {
      if (chance(15)) say(profile, each, true);
    }
  }

  const catalogue::Catalogue& catalogue_;
  const facts::Vocabulary& vocabulary_;
  std::mt19937 random_;
};

}  // namespace

void sayNoElsewhere(const catalogue::Catalogue& catalogue, Profile& profile) {
  for (const catalogue::Screen& screen : catalogue.screens().all()) {
    if (!screen.none) continue;
    for (const auto& [fact, given] : screen.none->sets) {
      if (!profile[fact].known) profile[fact] = given;
    }
  }
}

std::vector<Firm> namedFirms(const catalogue::Catalogue& catalogue) {
  const auto document = json::read(textOf("bench/firms.json"), "firms.json");
  if (!document.ok()) throw std::runtime_error("firms.json is broken");
  std::vector<Firm> firms;
  for (const json::Value& each : document->find("firms")->elements) {
    auto profile = facts::readProfile(*each.find("profile"), catalogue.vocabulary(), "/profile");
    if (!profile.ok()) throw std::runtime_error("firms.json has a bad profile");
    sayNoElsewhere(catalogue, profile.value());
    firms.push_back(
        {each.find("name")->text, *base::Date::parse(kDay), std::move(profile).value()});
  }
  return firms;
}

std::vector<Firm> storyFirms(const catalogue::Catalogue& catalogue) {
  std::vector<Firm> firms;
  for (const std::string& file : test::storyFiles()) {
    auto story = test::readStory(textOf("stories/" + file), file, catalogue.vocabulary());
    if (!story.ok()) throw std::runtime_error(file + " is broken");
    firms.push_back({file, story->as_of, story->profile});
  }
  return firms;
}

std::vector<Firm> seededFirms(const catalogue::Catalogue& catalogue, std::size_t count,
                              unsigned seed) {
  Draw draw(catalogue, seed);
  std::vector<Firm> firms;
  for (std::size_t i = 0; i < count; ++i) {
    firms.push_back({"seed " + std::to_string(seed) + ", firm " + std::to_string(i),
                     *base::Date::parse(kDay), draw.firm()});
  }
  return firms;
}

}  // namespace policycalc::bench
