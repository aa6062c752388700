// Translates answers to earlier questions into today's. Nothing is guessed: a question whose old answer
// has no clear counterpart is open again.

/** @type {Api.Retired} */
const NOTHING = { facts: [], options: [] };

/**
 * `{profile, again, gone}`: the answers as today's questions take them; `again`: what has to be
 * answered again, as `{fact, was, notes}` with the codes that were given and still exist; `gone`:
 * the notes on questions that are asked no more. `retired` is the vocabulary's.
 * @param {Api.Profile} profile @param {Api.Vocabulary} given
 */
export function renewed(profile, { facts, retired }) {
  const { facts: noMore, options } = retired ?? NOTHING;
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  /** @type {Pages.AskedAgain[]} */
  const again = [];
  const kept = Object.entries(profile).flatMap(([id, value]) => {
    const fact = byId.get(id);
    if (!fact) return noMore.some((one) => one.id === id) ? [] : [[id, value]];
    const read = renewedValue(
      fact,
      value,
      options.filter((option) => option.fact === id),
    );
    if (read.notes.length > 0) again.push({ fact: id, was: read.was, notes: read.notes });
    return read.notes.length > 0 ? [] : [[id, read.value]];
  });
  return {
    profile: Object.fromEntries(kept),
    again,
    gone: noMore.filter(({ id }) => Object.hasOwn(profile, id)).map(({ note }) => note),
  };
}

/** @param {Api.Fact} fact @param {Api.Value} value @param {Api.Retired['options']} options
 * @returns {{value: any, was: string[], notes: string[]}}
 */
function renewedValue(fact, value, options) {
  const given = fact.type === 'choices' && typeof value === 'string' ? [value] : value;
  const old = [given].flat().map((code) => options.find((option) => option.code === code));
  if (old.every((option) => option === undefined)) return { value: given, was: [], notes: [] };
  const lost = old.flatMap((option) => (option && (option.becomes ?? null) === null ? [option] : []));
  const codes = [
    ...new Set([given].flat().flatMap((code, index) => (old[index] ? (old[index]?.becomes ?? []) : String(code)))),
  ];
  return {
    value: fact.type === 'choices' ? codes : codes[0],
    was: codes,
    notes: [...new Set(lost.map(({ note }) => note))],
  };
}
