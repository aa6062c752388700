// What the type of an entity decides about size and owner: every type with every owner and every
// size that a profile may give.
#include "policycalc/facts/entity_types.h"

#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"

#include "facts/real_facts.h"

namespace policycalc::test {

namespace {

/// The given codes of type, owner and size; empty if not given.
struct Body {
  std::string type;
  std::string owner;
  std::string size;
};
std::ostream& operator<<(std::ostream& out, const Body& body) {
  return out << body.type << "/" << body.owner << "/" << body.size;
}

/// The expected derivation: option codes, then ` none` if the body may have no such property, and
/// the warnings.
struct Derived {
  std::string owner;
  std::string size;
  std::string warnings;

  bool operator==(const Derived&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Derived& derived) {
  return out << "[" << derived.owner << "] [" << derived.size << "] [" << derived.warnings << "]";
}

constexpr const char* kOwners = "private state_controlled collective foreign hmt";
constexpr const char* kSizes = "micro small medium large";

std::string member(const char* id, const std::string& code) {
  return code.empty() ? "" : ", \"" + std::string(id) + "\": \"" + code + "\"";
}

std::string profileText(const Body& body) {
  return R"({"company_name": "甲")" + member("entity_type", body.type) +
         member("ownership", body.owner) + member("enterprise_size", body.size) + "}";
}

std::string withNone(const facts::Knowledge& knowledge, const char* id) {
  return possible(knowledge, id) + (knowledge.facts[factIndex(id)].none ? " none" : "");
}

Derived derivedOf(const Body& body) {
  const auto knowledge = knowledgeOf(profileText(body));
  return {withNone(knowledge, "ownership"), withNone(knowledge, "enterprise_size"),
          warningsOf(knowledge)};
}

/// The rules of policies/README.md, "What is derived", written a second time.
Derived ruled(const Body& body) {
  const bool no_type = body.type.empty();
  const bool owner_decides = !body.owner.empty() && body.owner != "state_controlled";
  Derived to{body.owner, body.size, ""};
  const auto warn = [&](const char* warning) {
    to.warnings += (to.warnings.empty() ? "" : " ") + std::string(warning);
  };
  if (body.owner.empty()) {
    to.owner = std::string(kOwners) + (no_type && body.size.empty() ? " none" : "");
  }
  if (body.size.empty()) {
    to.size = std::string(kSizes) + (no_type && !owner_decides ? " none" : "");
  }
  const auto decide = [&](const char* owner) {
    if (!body.owner.empty() && body.owner != owner) warn("ownership:overruled");
    to.owner = owner;
  };
  if (body.type == "sole_proprietorship") decide("private");
  if (body.type == "public_institution") decide("state_controlled");
  if (body.type == "association") decide("");
  if (body.type == "individual_business") {
    if (body.owner == "hmt" || body.owner == "foreign") {
      warn("ownership:unlikely");
    } else {
      decide("private");
    }
  }
  if (body.type == "association" || body.type == "public_institution") {
    if (!body.size.empty()) warn("enterprise_size:overruled");
    to.size = "";
  }
  return to;
}

std::vector<std::string> codesAndNothing(const char* id) {
  std::vector<std::string> codes{""};
  for (const facts::Option& option : fact(id).options) codes.push_back(option.code);
  return codes;
}

template <typename Visit>
void forEachBody(const Visit& visit) {
  for (const std::string& type : codesAndNothing("entity_type")) {
    for (const std::string& owner : codesAndNothing("ownership")) {
      for (const std::string& size : codesAndNothing("enterprise_size")) {
        visit(Body{type, owner, size});
      }
    }
  }
}

struct Row {
  const char* profile;
  const char* sizes;
  const char* asked;
  const char* warnings;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.profile;
}

// Another standard sizes banks: figures and industry do not matter.
const Row kBanks[] = {
    {R"({"entity_type": "bank"})", kSizes, "enterprise_size", ""},
    {R"({"entity_type": "bank", "enterprise_size": "large"})", "large", "", ""},
    {R"({"entity_type": "bank", "employees": 15})", kSizes, "enterprise_size",
     "employees:not_used"},
    {R"({"entity_type": "bank", "size_industry": "other", "employees": 15,
         "annual_revenue": 1, "total_assets": 1})",
     kSizes, "enterprise_size", "employees:not_used annual_revenue:not_used total_assets:not_used"},
    {R"({"entity_type": "bank", "size_industry": "industry", "employees": 15,
         "enterprise_size": "large"})",
     "large", "", "employees:not_used"},
    // The code shows other financial bodies, unless they name an industry.
    {R"({"entity_type": "company", "industry_code": "J67", "employees": 15})", kSizes,
     "enterprise_size", ""},
    {R"({"entity_type": "company", "industry_code": "J67", "employees": 15,
         "enterprise_size": "medium"})",
     "medium", "", ""},
    {R"({"entity_type": "company", "industry_code": "J67", "size_industry": "other",
         "employees": 5})",
     "micro", "", ""},
};

// "None" is a possible size until the type, a size or a decisive owner is given.
const Row kNone[] = {
    {R"({"size_industry": "industry", "employees": 15})", "micro none", "entity_type", ""},
    {R"({"size_industry": "industry", "employees": 15, "ownership": "private"})", "micro", "", ""},
    {R"({"size_industry": "industry", "employees": 15, "ownership": "state_controlled"})",
     "micro none", "entity_type", ""},
    {R"({"size_industry": "industry", "employees": 15, "enterprise_size": "micro"})", "micro", "",
     ""},
    {R"({"size_industry": "industry", "employees": 15, "entity_type": "other"})", "micro", "", ""},
    {R"({"ownership": "state_controlled", "size_industry": "industry"})",
     "micro small medium large none", "entity_type employees annual_revenue", ""},
};

void check(const Row& row) {
  const auto knowledge = knowledgeOf(row.profile);
  BOOST_TEST(withNone(knowledge, "enterprise_size") == row.sizes);
  BOOST_TEST(idsOf(knowledge.ask_for_size) == row.asked);
  BOOST_TEST(warningsOf(knowledge) == row.warnings);
}

bool isIn(const facts::Known& narrow, const facts::Known& wide) {
  if (narrow.options.isEmpty()) return wide.none || wide.options.isEmpty();
  return wide.options.hasAll(narrow.options) && (!narrow.none || wide.none);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(EntityTypes)

BOOST_AUTO_TEST_CASE(every_type_with_every_owner_and_size) {
  std::size_t bodies = 0;
  forEachBody([&](const Body& body) {
    ++bodies;
    BOOST_TEST(derivedOf(body) == ruled(body),
               body << " gives " << derivedOf(body) << ", not " << ruled(body));
  });
  BOOST_TEST(bodies == 11U * 6U * 5U);
}

// A property is known if at most one value is left; otherwise it is asked.
BOOST_AUTO_TEST_CASE(unknown_owners_and_sizes_are_asked_for) {
  forEachBody([&](const Body& body) {
    BOOST_TEST_CONTEXT(body) {
      const auto knowledge = knowledgeOf(profileText(body));
      const facts::Known& owner = knowledge.facts[factIndex("ownership")];
      const facts::Known& size = knowledge.facts[factIndex("enterprise_size")];
      BOOST_TEST(owner.known == (!owner.none && owner.options.size() <= 1));
      BOOST_TEST(size.known == (!size.none && size.options.size() <= 1));
      BOOST_TEST(knowledge.ask_for_ownership.empty() == owner.known);
      BOOST_TEST(knowledge.ask_for_size.empty() == size.known);
      const std::string asked =
          idsOf(knowledge.ask_for_ownership) + " " + idsOf(knowledge.ask_for_size);
      if (owner.none || size.none) BOOST_TEST(asked.find("entity_type") != std::string::npos);
      if (!body.type.empty()) BOOST_TEST(asked.find("entity_type") == std::string::npos);
    }
  });
}

// Learning the type only narrows what was possible, or warns that it overrules an answer.
BOOST_AUTO_TEST_CASE(a_type_learned_later_contradicts_nothing_silently) {
  forEachBody([&](const Body& body) {
    if (body.type.empty()) return;
    const auto before = knowledgeOf(profileText({"", body.owner, body.size}));
    const auto after = knowledgeOf(profileText(body));
    const std::string warnings = warningsOf(after);
    for (const char* id : {"ownership", "enterprise_size"}) {
      const auto index = factIndex(id);
      BOOST_TEST((isIn(after.facts[index], before.facts[index]) ||
                  warnings.find("overruled") != std::string::npos),
                 body << " " << id);
    }
  });
}

BOOST_DATA_TEST_CASE(banks_are_sized_as_given, kBanks, row) {
  check(row);
}

BOOST_DATA_TEST_CASE(an_empty_choice_stays_possible, kNone, row) {
  check(row);
}

BOOST_AUTO_TEST_CASE(the_empty_choice_is_named_among_several) {
  const auto derivation = [](const facts::Knowledge& knowledge, const char* id) {
    for (const facts::Derivation& each : knowledge.derivations) {
      if (each.fact == factIndex(id)) return each;
    }
    return facts::Derivation{};
  };
  const auto open = knowledgeOf("{}");
  BOOST_TEST(derivation(open, "ownership").or_none);
  BOOST_TEST(derivation(open, "enterprise_size").or_none);
  const auto association = knowledgeOf(R"({"entity_type": "association"})");
  BOOST_TEST(!derivation(association, "ownership").or_none);
  BOOST_TEST(derivation(association, "ownership").possible.isEmpty());
  BOOST_TEST(!derivation(association, "enterprise_size").or_none);
  BOOST_TEST(derivation(association, "enterprise_size").because.find("商会") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_real_types_are_known) {
  using Sizing = facts::EntityType::Sizing;
  const facts::EntityTypes& types = realFacts().standard.entityTypes();
  const auto codes = [&](Sizing sizing) {
    return base::join(fact("entity_type").codesOf(types.sized(sizing)), " ");
  };
  BOOST_TEST(codes(Sizing::kNone) == "association public_institution");
  BOOST_TEST(codes(Sizing::kAsGiven) == "bank");
  BOOST_TEST(types.mayHaveNoOwner());
  BOOST_TEST(types.mayHaveNoSize());
  BOOST_TEST(base::join(fact("ownership").codesOf(types.ownersWithoutSize()), " ") ==
             "state_controlled");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
