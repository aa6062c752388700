#include "catalogue/small_screens.h"

namespace policycalc::test {

std::string smallScreens() {
  return R"({
  "screens": [
    { "id": "place", "ask": "您是哪一种？", "ask_en": "What are you?", "help": null, "help_en": null, "style": "one", "picture": "tiles",
      "facts": ["entity_type", "ownership", "registration_status", "district"],
      "options": [
        { "id": "private_company", "label": "民营", "label_en": "Private", "words": ["小店"], "group": null, "picture": "stall", "sets": { "entity_type": "company", "ownership": "private" }, "when": null, "details": [] },
        { "id": "state_company", "label": "国有", "label_en": "State", "words": [], "group": null, "picture": null, "sets": { "entity_type": "company", "ownership": "state" }, "when": null, "details": [] },
        { "id": "association", "label": "商会", "label_en": "Association", "words": [], "group": null, "picture": null, "sets": { "entity_type": "association" }, "when": null, "details": [] }],
      "second_ask": "现在怎么样？", "second_ask_en": "How are you?",
      "second": [
        { "id": "active", "label": "存续", "label_en": "Active", "words": [], "group": null, "picture": null, "sets": { "registration_status": "active" }, "when": null, "details": [] },
        { "id": "deregistered", "label": "注销", "label_en": "Deregistered", "words": [], "group": null, "picture": null, "sets": { "registration_status": "deregistered" }, "when": null, "details": [] }],
      "fields": [{ "fact": "district", "when": null }],
      "none": null, "skip": { "label": "跳过地方", "label_en": "Go on" }, "when": null },
    { "id": "trade", "ask": "做什么？", "ask_en": "What do you do?", "help": "选一个", "help_en": "Choose one", "style": "one", "picture": "list",
      "facts": ["size_industry", "industry_code"],
      "groups": [{ "label": "一", "label_en": "One" }],
      "options": [
        { "id": "works", "label": "工厂", "label_en": "Works", "words": [], "group": "一", "picture": null, "sets": { "size_industry": "industry" }, "when": null, "details": [] },
        { "id": "rest", "label": "其他", "label_en": "Other", "words": [], "group": "一", "picture": null, "sets": { "size_industry": "other" }, "when": null, "details": [] }],
      "second_ask": null, "second_ask_en": null, "second": [],
      "fields": [{ "fact": "industry_code", "when": null }],
      "none": null, "skip": { "label": "跳过行业", "label_en": "Go on" }, "when": { "fact": "entity_type", "not_in": ["association"] } },
    { "id": "size", "ask": "多大？", "ask_en": "How large?", "help": null, "help_en": null, "style": "one", "picture": "bands",
      "facts": ["enterprise_size", "employees", "annual_revenue", "total_assets"],
      "options": [], "second_ask": null, "second_ask_en": null, "second": [],
      "fields": [{ "fact": "employees", "when": null }, { "fact": "annual_revenue", "when": null }, { "fact": "total_assets", "when": null }, { "fact": "enterprise_size", "when": null }],
      "none": null, "skip": { "label": "跳过规模", "label_en": "Go on" }, "when": null },
    { "id": "needs", "ask": "想要什么？", "ask_en": "What do you want?", "help": null, "help_en": null, "style": "many", "picture": "list",
      "facts": ["loan_need", "awards", "budget"],
      "options": [
        { "id": "loan", "label": "贷款", "label_en": "Loan", "words": [], "group": null, "picture": null, "sets": { "loan_need": true }, "when": null, "details": ["budget"] },
        { "id": "gold", "label": "金奖", "label_en": "Gold", "words": [], "group": null, "picture": null, "sets": { "awards": ["gold"] }, "when": null, "details": [] },
        { "id": "silver", "label": "银奖", "label_en": "Silver", "words": [], "group": null, "picture": null, "sets": { "awards": ["silver"] }, "when": null, "details": [] },
        { "id": "bronze", "label": "铜奖", "label_en": "Bronze", "words": [], "group": null, "picture": null, "sets": { "awards": ["bronze"] }, "when": { "any": [{ "fact": "district", "in": ["here"] }, { "all": [{ "fact": "ownership", "not_in": ["state"] }] }] }, "details": [] }],
      "second_ask": null, "second_ask_en": null, "second": [], "fields": [],
      "none": { "label": "都没有", "label_en": "None", "sets": { "loan_need": false, "awards": [] } },
      "skip": { "label": "跳过需求", "label_en": "Go on" }, "when": null },
    { "id": "ratios", "ask": "比率多少？", "ask_en": "Which ratios?", "help": null, "help_en": null, "style": "fields", "picture": "list",
      "facts": ["ratio", "other_ratio"],
      "options": [], "second_ask": null, "second_ask_en": null, "second": [],
      "fields": [{ "fact": "ratio", "when": null }, { "fact": "other_ratio", "when": null }],
      "none": null, "skip": { "label": "跳过比率", "label_en": "Go on" }, "when": { "fact": "awards", "in": ["gold"] } }
  ]
})";
}

}  // namespace policycalc::test
