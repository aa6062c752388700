#include "facts/small_vocabulary.h"

namespace policycalc::test {

std::string smallVocabulary() {
  return R"({
  "topics": [{ "id": "all", "label": "全部", "label_en": "All" }],
  "needs": [
    { "id": "award", "label": "奖励", "label_en": "Awards" },
    { "id": "finance", "label": "融资", "label_en": "Finance" }],
  "facts": [
    { "id": "credit_code", "type": "text", "label": "代码", "label_en": "Code", "topic": "all", "unit": null, "options": [], "derived_from": [], "help": null, "why": null },
    { "id": "entity_type", "type": "choice", "label": "类型", "label_en": "Type", "topic": "all", "unit": null, "options": [
        { "code": "company", "label": "企业", "label_en": "Company" },
        { "code": "association", "label": "商会", "label_en": "Association" }], "derived_from": [], "help": null, "why": null },
    { "id": "ownership", "type": "choice", "label": "所有制", "label_en": "Ownership", "topic": "all", "unit": null, "options": [
        { "code": "private", "label": "民营", "label_en": "Private" },
        { "code": "state", "label": "国有", "label_en": "State" }], "derived_from": ["entity_type"], "help": null, "why": null },
    { "id": "district", "type": "choice", "label": "注册地", "label_en": "District", "topic": "all", "unit": null, "options": [
        { "code": "here", "label": "本市", "label_en": "Here" },
        { "code": "outside", "label": "市外", "label_en": "Outside" }], "derived_from": [], "help": null, "why": null },
    { "id": "registration_status", "type": "choice", "label": "状态", "label_en": "Status", "topic": "all", "unit": null, "options": [
        { "code": "active", "label": "存续", "label_en": "Active" },
        { "code": "deregistered", "label": "注销", "label_en": "Deregistered" }], "derived_from": [], "help": null, "why": null },
    { "id": "industry_code", "type": "text", "label": "行业代码", "label_en": "Industry code", "topic": "all", "unit": null, "options": [], "derived_from": [], "help": null, "why": null },
    { "id": "size_industry", "type": "choice", "label": "行业", "label_en": "Industry", "topic": "all", "unit": null, "options": [
        { "code": "industry", "label": "工业", "label_en": "Industry" },
        { "code": "other", "label": "其他", "label_en": "Other" }], "derived_from": ["industry_code"], "help": null, "why": null },
    { "id": "employees", "type": "integer", "label": "人数", "label_en": "Employees", "topic": "all", "unit": "人", "options": [], "derived_from": [], "help": null, "why": null },
    { "id": "annual_revenue", "type": "money", "label": "收入", "label_en": "Revenue", "topic": "all", "unit": "CNY", "options": [], "derived_from": [], "help": null, "why": null },
    { "id": "total_assets", "type": "money", "label": "资产", "label_en": "Assets", "topic": "all", "unit": "CNY", "options": [], "derived_from": [], "help": null, "why": null },
    { "id": "enterprise_size", "type": "choice", "label": "规模", "label_en": "Size", "topic": "all", "unit": null, "options": [
        { "code": "micro", "label": "微型", "label_en": "Micro" },
        { "code": "small", "label": "小型", "label_en": "Small" },
        { "code": "medium", "label": "中型", "label_en": "Medium" },
        { "code": "large", "label": "大型", "label_en": "Large" }], "derived_from": ["size_industry", "employees", "annual_revenue", "total_assets"], "help": null, "why": null },
    { "id": "loan_need", "type": "boolean", "label": "要贷款", "label_en": "Needs a loan", "topic": "all", "unit": null, "options": [], "derived_from": [], "help": null, "why": null, "core": true },
    { "id": "awards", "type": "choices", "label": "奖项", "label_en": "Awards", "topic": "all", "unit": null, "options": [
        { "code": "gold", "label": "金奖", "label_en": "Gold" },
        { "code": "silver", "label": "银奖", "label_en": "Silver" },
        { "code": "bronze", "label": "铜奖", "label_en": "Bronze" }], "derived_from": [], "help": null, "why": null },
    { "id": "budget", "type": "money", "label": "预算", "label_en": "Budget", "topic": "all", "unit": "CNY", "options": [], "derived_from": [], "help": null, "why": null },
    { "id": "ratio", "type": "percent", "label": "不良率", "label_en": "Ratio", "topic": "all", "unit": "%", "options": [], "derived_from": [], "help": null, "why": null },
    { "id": "other_ratio", "type": "percent", "label": "总不良率", "label_en": "Other ratio", "topic": "all", "unit": "%", "options": [], "derived_from": [], "help": null, "why": null }
  ]
})";
}

std::string smallSizeStandard() {
  return R"({
  "document": "standard",
  "classes": ["micro", "small", "medium", "large"],
  "no_size_entity_types": ["association"],
  "private_entity_types": [],
  "sections": [
    { "letter": "C", "from": 13, "to": 43 },
    { "letter": "M", "from": 73, "to": 75 }],
  "industries": [
    { "id": "industry", "codes": ["13", "14"], "indicators": [
        { "fact": "employees", "small_min": 20, "medium_min": 300, "large_min": 1000 },
        { "fact": "annual_revenue", "small_min": 3000000, "medium_min": 20000000, "large_min": 400000000 }] },
    { "id": "other", "codes": ["73"], "indicators": [
        { "fact": "employees", "small_min": 10, "medium_min": 100, "large_min": 300 }] }
  ]
})";
}

}  // namespace policycalc::test
