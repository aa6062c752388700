#include "policycalc/criteria/wording.h"

namespace policycalc::criteria {
namespace {

std::string wordsOf(const Parameter& parameter, base::Date day) {
  const Parameter::Period* period = parameter.at(day);
  if (period == nullptr) return parameter.label;
  return toChinese(period->value, parameter.quantity, parameter.percentage_points);
}

std::string_view separatorOf(Term::Kind kind) {
  switch (kind) {
    case Term::Kind::kSum:
      return " + ";
    case Term::Kind::kDifference:
      return " − ";
    case Term::Kind::kLeast:
      return " 与 ";
    default:
      return " × ";
  }
}

}  // namespace

Wording::Wording(const Term& term, const Symbols& symbols, base::Date day)
    : vocabulary_(symbols.vocabulary) {
  add(term, symbols, day);
}

void Wording::add(const Term& term, const Symbols& symbols, base::Date day) {
  if (term.kind == Term::Kind::kValue) return addWords(toChinese(term.value, term.quantity));
  if (term.kind == Term::Kind::kParameter) {
    return addWords(wordsOf(symbols.parameters[term.parameter], day));
  }
  if (term.kind == Term::Kind::kFact) return addFact(term.fact);
  for (const Term& operand : term.operands) {
    if (&operand != &term.operands.front()) addWords(separatorOf(term.kind));
    const bool nested = !operand.operands.empty();
    if (nested) addWords("(");
    add(operand, symbols, day);
    if (nested) addWords(")");
  }
  if (term.kind == Term::Kind::kLeast) addWords(" 中较小的");
}

void Wording::addFact(facts::FactIndex fact) {
  addWords(vocabulary_.fact(fact).label);
  parts_.back().fact = fact;
}

void Wording::addWords(std::string_view words) {
  if (parts_.empty() || parts_.back().fact) parts_.emplace_back();
  parts_.back().words += words;
}

void Wording::append(std::string& out, const facts::Knowledge* knowledge) const {
  for (const Part& part : parts_) {
    out += part.words;
    if (!part.fact || knowledge == nullptr || !knowledge->facts[*part.fact].known) continue;
    out += ' ';
    out += facts::toChinese(knowledge->facts[*part.fact].number, vocabulary_.fact(*part.fact));
  }
}

std::string describe(const Term& term, const Symbols& symbols, base::Date day,
                     const facts::Knowledge* knowledge) {
  std::string words;
  Wording(term, symbols, day).append(words, knowledge);
  return words;
}

}  // namespace policycalc::criteria
