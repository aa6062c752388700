#include "app/text_answer.h"

#include "policycalc/base/money.h"
#include "policycalc/base/text.h"

namespace policycalc::app {
namespace {

using engine::AmountAnswer;
using engine::Outcome;
using engine::Verdict;

std::string_view heading(Verdict verdict) {
  switch (verdict) {
    case Verdict::kEligible:
      return "符合";
    case Verdict::kConditional:
      return "待认定（条件已满足，由主管部门认定）";
    case Verdict::kUndetermined:
      return "待补充（还缺信息）";
    case Verdict::kNotEligible:
      return "暂不符合";
    case Verdict::kNotApplicable:
      return "不涉及";
    case Verdict::kNotInForce:
      return "不在有效期";
  }
  return "";
}

std::string yuan(const base::Decimal& amount) {
  return criteria::toChinese(amount, criteria::Quantity::kMoney);
}

class TextWriter {
 public:
  TextWriter(const engine::Match& match, const engine::Edition& edition)
      : match_(match), edition_(edition), catalogue_(edition.catalogue()) {}

  std::string write(const api::MatchRequest& request, base::Date as_of) {
    line("答复日期 " + as_of.toString() + "，政策库 " + catalogue_.hash());
    for (const facts::Warning& warning : match_.knowledge.warnings) {
      line("提示：" + warning.message);
    }
    line("金额合计：确定 " + yuan(match_.totals.certain) + "；待认定 " +
         yuan(match_.totals.conditional) + "；另有 " + std::to_string(match_.totals.uncounted) +
         " 项未载明金额");
    std::optional<Verdict> last;
    for (const Outcome& outcome : match_.outcomes) {
      if (!request.includes(outcome.verdict)) continue;
      if (last != outcome.verdict) {
        const int count = match_.counts[static_cast<std::size_t>(outcome.verdict)];
        line("");
        line("【" + std::string(heading(outcome.verdict)) + "】" + std::to_string(count) + " 项");
        last = outcome.verdict;
      }
      writeOutcome(outcome);
    }
    line("");
    line("结果供参考，以主管部门认定为准。咨询：12345");
    return std::move(text_);
  }

 private:
  void line(const std::string& content) { text_ += content + "\n"; }

  void writeOutcome(const Outcome& outcome) {
    const catalogue::Clause& measure = outcome.measure();
    line("· " + measure.id + " " + edition_.fillIn(measure.title) +
         (outcome.one_condition_away ? "（差一项）" : ""));
    const bool brief = outcome.verdict == Verdict::kNotApplicable;
    if (brief) return;
    for (std::size_t i = 0; i < outcome.amounts.size(); ++i) {
      writeAmount(measure.benefits[i], outcome.amounts[i]);
    }
    line("    单位：" + base::join(units(measure), "、"));
    for (const catalogue::Judgement& judgement : measure.judged) {
      line("    由" + judgement.by + "认定：" + edition_.fillIn(judgement.text));
    }
    if (!outcome.missing.empty()) line("    还需知道：" + base::join(missing(outcome), "、"));
    for (const engine::Unmet& unmet : outcome.unmet) line("    未满足：" + describe(unmet));
    if (outcome.verdict == Verdict::kNotInForce) {
      line("    有效期自 " + measure.valid.from.toString() +
           (measure.valid.to ? " 至 " + measure.valid.to->toString() : " 起"));
    }
  }

  void writeAmount(const catalogue::Benefit& benefit, const AmountAnswer& amount) {
    const std::string label = "    " + edition_.fillIn(benefit.label) + "：";
    const bool percent = benefit.amount.unit == catalogue::AmountUnit::kPercent;
    const std::string bound = benefit.amount.bound == catalogue::Bound::kAtLeast  ? "不少于 "
                              : benefit.amount.bound == catalogue::Bound::kAtMost ? "不高于 "
                                                                                  : "";
    switch (amount.status) {
      case AmountAnswer::Status::kFixed:
      case AmountAnswer::Status::kComputed:
        line(label + bound + (percent ? amount.value->toString() + "%" : yuan(*amount.value)) +
             (amount.formula.empty() ? "" : "（" + amount.formula + "）"));
        return;
      case AmountAnswer::Status::kUnknown:
        line(label + "信息不足，暂不能计算");
        return;
      case AmountAnswer::Status::kUnstated:
        line(label + "文件未载明金额");
        return;
      case AmountAnswer::Status::kWaived:
        line(label + "免费");
        return;
      case AmountAnswer::Status::kNone:
        return;
    }
  }

  std::vector<std::string> units(const catalogue::Clause& measure) const {
    std::vector<std::string> names;
    for (const catalogue::ResponsibleUnit& unit : measure.units) {
      names.push_back(catalogue_.registry().units()[unit.unit].name);
    }
    if (match_.county != nullptr) names.push_back(match_.county->name + "（属地）");
    return names;
  }

  std::vector<std::string> missing(const Outcome& outcome) const {
    std::vector<std::string> labels;
    for (const facts::FactIndex fact : outcome.missing) {
      labels.push_back(catalogue_.vocabulary().fact(fact).label);
    }
    return labels;
  }

  std::string describe(const engine::Unmet& unmet) const {
    std::string text = unmet.negated ? "要求不是：" + unmet.node->text : unmet.node->text;
    if (unmet.gap) {
      const facts::Fact& fact = catalogue_.vocabulary().fact(unmet.leaf->comparison.fact);
      text += std::string("（") + (unmet.gap->too_high ? "高出 " : "少 ") +
              criteria::toChinese(unmet.gap->value, criteria::quantityOf(fact.type)) + "）";
    }
    return text;
  }

  const engine::Match& match_;
  const engine::Edition& edition_;
  const catalogue::Catalogue& catalogue_;
  std::string text_;
};

}  // namespace

std::string textAnswer(const api::MatchRequest& request, base::Date as_of,
                       const engine::Match& match, const engine::Edition& edition) {
  return TextWriter(match, edition).write(request, as_of);
}

}  // namespace policycalc::app
