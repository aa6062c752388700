#include "facts/deriving.h"

namespace policycalc::facts {
namespace {

/// The owner that the type decides; a given owner overrules it only if the type allows that.
void decideByType(Deriving& run, const EntityType& type) {
  const Given& given = run.given(run.is.ownership);
  const OptionSet owner = *type.ownership;
  if (!given.known || given.options == owner) {
    run.set(run.is.ownership, owner, false, type.because);
    return;
  }
  if (given.options.hasAny(type.ownership_as_given)) {
    run.warn(run.is.ownership, "unlikely",
             type.because + "，所填的控股情况少见，按所填计算，请核对",
             reasonedEn(type.because_en,
                        "; the owner given is unusual, the answer follows it, please check"));
    run.set(run.is.ownership, given.options, false, "按所填");
    return;
  }
  run.warn(run.is.ownership, "overruled", type.because + "，所填的控股情况未采用",
           reasonedEn(type.because_en, "; the owner given was not used"));
  run.set(run.is.ownership, owner, false, type.because);
}

}  // namespace

void deriveOwner(Deriving& run) {
  const KnownFacts& is = run.is;
  const EntityType* type = run.entityType();
  if (type != nullptr && type->ownership) return decideByType(run, *type);
  const Given& given = run.given(is.ownership);
  if (given.known) return run.set(is.ownership, given.options, false, "按所填");
  // A body with a given size is an enterprise, and every enterprise has an owner.
  const bool or_none = type == nullptr && run.standard.entityTypes().mayHaveNoOwner() &&
                       !run.given(is.enterprise_size).known;
  run.set(is.ownership, run.vocabulary.fact(is.ownership).allOptions(), or_none,
          or_none ? "主体类型和由谁控股未填" : "由谁控股未填");
  run.knowledge.ask_for_ownership = {is.ownership};
  if (type == nullptr) run.knowledge.ask_for_ownership.push_back(is.entity_type);
}

}  // namespace policycalc::facts
