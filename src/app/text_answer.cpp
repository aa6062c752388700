#include "app/text_answer.h"

#include "policycalc/base/money.h"
#include "policycalc/base/text.h"
#include "policycalc/web/match/match_answer.h"

namespace policycalc::app {
namespace {

using catalogue::Phrase;
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

std::string valueOf(const catalogue::Amount& amount, const base::Decimal& value) {
  using catalogue::AmountUnit;
  if (amount.unit == AmountUnit::kCny) return yuan(value);
  return criteria::toChinese(value, criteria::Quantity::kPercent,
                             amount.unit == AmountUnit::kPercentagePoint);
}

class TextWriter {
 public:
  TextWriter(const engine::Match& match, const engine::Edition& edition, bool brief)
      : match_(match),
        edition_(edition),
        catalogue_(edition.catalogue()),
        texts_(catalogue_.texts()),
        brief_(brief) {}

  std::string write(const web::MatchRequest& request, base::Date as_of) {
    writeHead(as_of);
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
    writeAfterRegistration();
    line("");
    line(texts_[Phrase::kClosing].text);
    return std::move(text_);
  }

 private:
  void line(const std::string& content) { text_ += content + "\n"; }

  void writeHead(base::Date as_of) {
    line("答复日期 " + as_of.toString() + "，政策库 " + catalogue_.hash());
    for (const facts::Warning& warning : match_.knowledge.warnings) {
      line("提示：" + warning.message);
    }
    line(texts_[Phrase::kNamedAmounts].text + "：" + yuan(match_.totals.certain) + "；待认定 " +
         yuan(match_.totals.conditional) + "；另有 " + std::to_string(match_.totals.uncounted) +
         " 项奖励、补助未载明金额");
    if (brief_) return;
    for (const catalogue::Caveat* caveat : web::caveatsOf(match_.totals, texts_)) {
      line("  " + textOf(*caveat));
    }
    for (const web::Notice& notice : web::noticesOf(catalogue_, as_of)) {
      line("提示：" + notice.sentence->text);
    }
  }

  void writeAfterRegistration() {
    if (match_.after_registration.empty()) return;
    line("");
    line("【" + texts_[Phrase::kAfterRegistration].text + "】" +
         std::to_string(match_.after_registration.size()) + " 项");
    for (const catalogue::Clause* measure : match_.after_registration) {
      line("· " + measure->id + " " + edition_.fillIn(measure->title));
    }
  }

  void writeOutcome(const Outcome& outcome) {
    const catalogue::Clause& measure = outcome.measure();
    line("· " + measure.id + " " + edition_.fillIn(measure.title) +
         (outcome.one_condition_away ? "（差一项）" : ""));
    if (outcome.verdict == Verdict::kNotApplicable) return;
    if (outcome.verdict != Verdict::kNotEligible) writeAmounts(outcome);
    line("    单位：" + base::join(units(outcome), "、"));
    for (const catalogue::Judgement& judgement : measure.judged) {
      line("    由" + judgement.by + "认定：" + edition_.fillIn(judgement.text));
    }
    if (!outcome.missing.empty()) line("    还需知道：" + base::join(missing(outcome), "、"));
    for (const engine::Unmet& unmet : outcome.unmet) line("    未满足：" + describe(unmet));
    if (outcome.verdict == Verdict::kNotInForce) writeValidity(measure);
    if (!brief_) writeGuidance(outcome);
  }

  void writeValidity(const catalogue::Clause& measure) {
    line("    有效期自 " + measure.valid.from.toString() +
         (measure.valid.to ? " 至 " + measure.valid.to->toString() : " 起"));
    if (!brief_ && !measure.replaced_text.empty()) {
      line("    现在：" + edition_.fillIn(measure.replaced_text));
    }
  }

  /// What the page shows when a card is opened.
  void writeGuidance(const Outcome& outcome) {
    const catalogue::Clause& measure = outcome.measure();
    line("    说的是：" + edition_.fillIn(measure.summary));
    const bool refused = outcome.verdict == Verdict::kNotEligible && !outcome.one_condition_away;
    if (!measure.next_step.empty() && !refused) {
      line("    下一步：" + edition_.fillIn(measure.next_step));
    }
    if (!measure.channels.empty()) {
      line("    渠道：" + base::join(catalogue::namesOf(measure.channels), "、"));
    }
    if (!measure.documents.empty()) line("    材料：" + base::join(measure.documents, "、"));
    for (const catalogue::Caveat* caveat : outcome.entry->caveats) {
      line("    " + textOf(*caveat));
    }
    for (const criteria::Citation* source : outcome.entry->sources) {
      line("    依据：" + placeOf(*source) + "（本工具编号 " + measure.id + "）");
    }
  }

  std::string textOf(const catalogue::Caveat& caveat) const {
    std::string text =
        "〔" + texts_.labelOf(caveat.kind).text + "〕" + edition_.fillIn(caveat.text);
    if (caveat.source) text += "（" + placeOf(*caveat.source) + "）";
    return text;
  }

  /// `赣市经改办字〔2024〕2号《…》第11项第1格第1a款`; for a law only title and article.
  std::string placeOf(const criteria::Citation& citation) const {
    const catalogue::Document* document = catalogue_.registry().findDocument(citation.document);
    std::string place = document == nullptr ? citation.document : "《" + document->title + "》";
    if (document != nullptr && !document->number.empty()) place = document->number + place;
    if (citation.item != 0) place += "第" + std::to_string(citation.item) + "项";
    if (citation.cell != 0) place += "第" + std::to_string(citation.cell) + "格";
    if (citation.clause.empty()) return place;
    return citation.item == 0 ? place + citation.clause : place + "第" + citation.clause + "款";
  }

  void writeAmounts(const Outcome& outcome) {
    for (std::size_t i = 0; i < outcome.amounts.size(); ++i) {
      writeAmount(outcome.measure().benefits[i], outcome.amounts[i]);
    }
  }

  void writeAmount(const catalogue::Benefit& benefit, const AmountAnswer& amount) {
    const std::string label = "    " + edition_.fillIn(benefit.label) + "：";
    switch (amount.status) {
      case AmountAnswer::Status::kFixed:
      case AmountAnswer::Status::kComputed:
        line(label + boundOf(benefit.amount) + valueOf(benefit.amount, *amount.value) +
             (amount.formula.empty() ? "" : "（" + amount.formula + "）") +
             (amount.paid ? "，" + texts_[Phrase::kAlreadyPaid].text : ""));
        return;
      case AmountAnswer::Status::kUnknown:
        line(label + "信息不足，暂不能计算");
        return;
      case AmountAnswer::Status::kUnstated:
        line(label + (benefit.isCash() ? "文件未载明金额" : "文件未载明数额"));
        return;
      case AmountAnswer::Status::kWaived:
        line(label + "免费");
        return;
      case AmountAnswer::Status::kNone:
        return;
    }
  }

  std::string boundOf(const catalogue::Amount& amount) const {
    if (amount.bound == catalogue::Bound::kAtLeast) return "不少于 ";
    if (amount.bound == catalogue::Bound::kAtMost) return "不高于 ";
    return amount.bound == catalogue::Bound::kExample ? texts_[Phrase::kExample].text + " " : "";
  }

  std::vector<std::string> units(const Outcome& outcome) const {
    std::vector<std::string> names;
    for (const auto* unit : engine::namedUnits(*outcome.entry, edition_, match_.knowledge)) {
      names.push_back(catalogue_.registry().units()[unit->unit].name);
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
    std::string text =
        unmet.negated ? texts_[Phrase::kNegated].text + unmet.node->text : unmet.node->text;
    if (unmet.gap) {
      const facts::Fact& fact = catalogue_.vocabulary().fact(unmet.leaf->comparison.fact);
      const criteria::Quantity quantity = criteria::quantityOf(fact.type);
      text += std::string("（") + (unmet.gap->too_high ? "高出 " : "少 ") +
              criteria::toChinese(unmet.gap->value, quantity,
                                  quantity == criteria::Quantity::kPercent) +
              "）";
    }
    return text;
  }

  const engine::Match& match_;
  const engine::Edition& edition_;
  const catalogue::Catalogue& catalogue_;
  const catalogue::AnswerTexts& texts_;
  const bool brief_;
  std::string text_;
};

}  // namespace

std::string textAnswer(const web::MatchRequest& request, base::Date as_of,
                       const engine::Match& match, const engine::Edition& edition, bool brief) {
  return TextWriter(match, edition, brief).write(request, as_of);
}

}  // namespace policycalc::app
