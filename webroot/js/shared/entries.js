// The entries of fields: `{value}` as the service takes it, and for typed fields `{draft: {text, unit}}`,
// the typed text.

/**
 * The entries that today's questions can have.
 * @param {Pages.Entries} entries @param {Api.Fact[]} facts
 */
export function knownOf(entries, facts) {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  return Object.fromEntries(
    Object.entries(entries).filter(([id, { value }]) => {
      const fact = known.get(id);
      return fact !== undefined && fits(fact, value);
    }),
  );
}

/**
 * The entry of `fact` for `value`, as if it had been typed.
 * @param {Api.Fact} fact @param {Api.Value} value @returns {Pages.Entry}
 */
export function entryOf(fact, value) {
  if (fact.type === 'money') return { value: String(value), draft: { text: String(value), unit: 'yuan' } };
  if (fact.type === 'percent') return { value: String(value), draft: { text: String(value) } };
  if (fact.type === 'integer') return { value, draft: { text: String(value) } };
  return { value };
}

/** @param {Api.Fact} fact @param {Api.Value | undefined} value */
function fits(fact, value) {
  const codes = new Set((fact.options ?? []).map((option) => option.code));
  if (fact.type === 'choice') return value === undefined || codes.has(String(value));
  if (fact.type === 'choices')
    return value === undefined || (Array.isArray(value) && value.every((one) => codes.has(one)));
  return true;
}
