// Follow-up questions. They are asked, shown, summarised and sent only while the answer to their parent
// holds one of the options that they detail.

/**
 * Whether `fact` is asked. `factOf(id)` gives another fact, `valueOf(id)` its answer or undefined.
 * @param {Api.Fact} fact @param {Pages.FactOf} factOf @param {(id: string) => Api.Value | undefined} valueOf
 */
export function isOpen(fact, factOf, valueOf) {
  const { detail_of: parent } = fact;
  if (!parent) return true;
  const above = factOf(parent.fact);
  if (above && !isOpen(above, factOf, valueOf)) return false;
  const given = [valueOf(parent.fact) ?? []].flat();
  return given.some((one) => parent.options.includes(String(one)));
}

/**
 * `profile` without the answers that have outlived the answer to their parent.
 * @param {Api.Profile} profile @param {Api.Fact[]} facts
 */
export function openOnly(profile, facts) {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const isAsked = (/** @type {string} */ id) => {
    const fact = byId.get(id);
    return (
      !fact ||
      isOpen(
        fact,
        (other) => byId.get(other),
        (other) => profile[other],
      )
    );
  };
  return Object.fromEntries(Object.entries(profile).filter(([id]) => isAsked(id)));
}
