#include <optional>
#include <string>

#include "policycalc/impact/writing.h"

#include "impact/words.h"

namespace policycalc::impact {
namespace {

constexpr const char* kHead = R"(<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>政策变动影响报告</title>
<style>
body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 sans-serif; color: #1b1b1b; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
th, td { border: 1px solid #aaa; padding: .4rem .6rem; text-align: left; vertical-align: top; }
code { overflow-wrap: anywhere; }
section { border-top: 1px solid #aaa; }
</style>
</head>
<body>
<h1>政策变动影响报告</h1>
)";

std::string escaped(const std::string& text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

std::string code(const std::string& text) {
  return "<code>" + escaped(text) + "</code>";
}

std::string cell(const std::string& html) {
  return "<td>" + html + "</td>";
}

const char* labelOf(Origin origin) {
  switch (origin) {
    case Origin::kStory:
      return "完整企业故事";
    case Origin::kWorkedCase:
      return "核对用例";
    case Origin::kDrawn:
      return "随机生成的企业";
    case Origin::kSaved:
      break;
  }
  return "同意重新核对的已存资料";
}

const char* labelOf(const std::optional<engine::Verdict>& verdict) {
  if (!verdict) return "政策库中没有";
  switch (*verdict) {
    case engine::Verdict::kEligible:
      return "符合";
    case engine::Verdict::kConditional:
      return "待认定";
    case engine::Verdict::kUndetermined:
      return "待补充";
    case engine::Verdict::kNotEligible:
      return "暂不符合";
    case engine::Verdict::kNotApplicable:
      return "不涉及";
    case engine::Verdict::kNotInForce:
      break;
  }
  return "不在有效期";
}

std::string originsOf(const FirmCounts& counts) {
  std::string html;
  for (std::size_t i = 0; i < kOrigins; ++i) {
    if (counts.by_origin[i] == 0) continue;
    html += std::string(html.empty() ? "" : "，") + labelOf(static_cast<Origin>(i)) + " " +
            std::to_string(counts.by_origin[i]) + " 家";
  }
  return html;
}

std::string firmsOf(const FirmCounts& counts) {
  std::string html = std::to_string(counts.all()) + " 家（" + originsOf(counts) + "）：";
  for (const auto& [kind, count] : counts.by_kind) {
    html += (html.ends_with("：") ? "" : "，") + escaped(kind.label) + " " + std::to_string(count);
  }
  return html;
}

std::string exampleOf(const std::string& example) {
  return example.empty() ? "" : "<p>举例：" + code(example) + "</p>\n";
}

void write(const std::vector<catalogue::Change>& changes, std::string& html) {
  html +=
      "<h2>改了什么</h2>\n<table>\n<thead><tr><th scope=\"col\">对象</th><th scope=\"col\">"
      "字段</th><th scope=\"col\">原来</th><th scope=\"col\">现在</th></tr></thead>\n<tbody>\n";
  for (const catalogue::Change& change : changes) {
    const std::string none = "—";
    html += "<tr>" + cell(code(change.id) + " " + escaped(change.title)) +
            cell(change.field.empty() ? none : code(change.field)) +
            cell(escaped(change.before.value_or(none))) +
            cell(escaped(change.after.value_or(none))) + "</tr>\n";
  }
  html += "</tbody>\n</table>\n";
}

void write(const Turn& turn, std::string& html) {
  html += "<section>\n<h3>" + code(turn.measure) + " " + escaped(turn.title) +
          "</h3>\n<p><strong>" + labelOf(turn.before) + " → " + labelOf(turn.after) +
          "</strong>，" + firmsOf(turn.firms) + "</p>\n";
  if (!turn.by.empty()) html += "<ul>\n";
  for (const Deciding& one : turn.by) {
    html += std::string("<li>") + (one.is_after ? "现在的条件：" : "原来的条件：") +
            escaped(one.text) + "</li>\n";
  }
  if (!turn.by.empty()) html += "</ul>\n";
  html += exampleOf(turn.example) + "</section>\n";
}

void write(const AmountTurn& turn, std::string& html) {
  html += "<section>\n<h3>" + code(turn.measure) + " " + escaped(turn.title) + "</h3>\n<p>" +
          escaped(turn.label) + "，" + firmsOf(turn.firms) + "</p>\n";
  if (!turn.example.empty()) {
    html += "<p>举例的金额：" + escaped(valueOf(turn.before, turn.unit)) + " → " +
            escaped(valueOf(turn.after, turn.unit)) + "</p>\n" + exampleOf(turn.example);
  }
  html += "</section>\n";
}

}  // namespace

std::string pageOf(const Report& report) {
  std::string html = kHead;
  html += "<p>从 " + code(report.before) + "<br>到 " + code(report.after) + "</p>\n";
  write(report.changes, html);
  html += "<h2>谁受影响</h2>\n<p>试算了 " + std::to_string(report.tried.all()) + " 家：" +
          originsOf(report.tried) +
          "。随机生成的企业按规则分布，不代表全市的企业：家数说明影响到哪些企业，不说明影响到多少。"
          "</p>\n";
  for (const Day& day : report.days) {
    if (!day.turns.empty()) {
      html += "<h2>" + day.day.toString() + " 起，结论不同</h2>\n";
      for (const Turn& turn : day.turns) write(turn, html);
    }
    if (!day.amounts.empty()) {
      html += "<h2>" + day.day.toString() + " 起，结论相同、金额不同</h2>\n";
      for (const AmountTurn& turn : day.amounts) write(turn, html);
    }
  }
  if (!report.turnsAny()) html += "<p>试算的企业中，结论和金额都没有变化。</p>\n";
  return html + "</body>\n</html>\n";
}

}  // namespace policycalc::impact
