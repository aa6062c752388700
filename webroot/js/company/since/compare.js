// How two results of one company differ. Pure.

/** @type {Api.Verdict[]} */
const GOOD = ['eligible', 'conditional'];

/**
 * What is kept of an answer: each verdict with the figures of its benefits, as text, so that they stay exact.
 * @param {Api.MatchAnswer} answer @returns {Pages.SeenVerdicts}
 */
export function verdictsOf({ matches }) {
  return Object.fromEntries(
    matches.map(({ measure, verdict, benefits }) => [
      measure.id,
      {
        verdict,
        amounts: Object.fromEntries(
          benefits
            .filter(({ amount }) => amount.value !== null && amount.value !== undefined)
            .map(({ id, amount }) => [id, String(amount.value)]),
        ),
      },
    ]),
  );
}

/**
 * The measures that differ, by how: `gained` applies now, `judged` applies now if an authority agrees,
 * `ended` is over, `lost` applies no longer, `open` needs another answer, `up` and `down` are worth more
 * or less. Measures that do not concern the company at either time are in no list.
 * @param {Pages.SeenVerdicts} before @param {Pages.SeenVerdicts} after @returns {Pages.SeenChange[]}
 */
export function differences(before, after) {
  const ids = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return ids.flatMap((id) => {
    const how = wayOf(before[id], after[id]);
    if (how) return [{ id, how, before: null, after: null }];
    return amountChange(id, before[id], after[id]);
  });
}

/**
 * @param {Pages.SeenVerdict | undefined} before @param {Pages.SeenVerdict | undefined} after
 * @returns {Pages.SeenWay | null}
 */
function wayOf(before, after) {
  const was = before?.verdict ?? 'not_applicable';
  const is = after?.verdict ?? 'not_applicable';
  if (was === is) return null;
  if (is === 'eligible') return 'gained';
  if (is === 'conditional') return 'judged';
  if (is === 'undetermined') return GOOD.includes(was) || was === 'not_eligible' ? 'open' : null;
  if (is === 'not_in_force') return GOOD.includes(was) || was === 'undetermined' ? 'ended' : null;
  return GOOD.includes(was) ? 'lost' : null;
}

/**
 * @param {string} id @param {Pages.SeenVerdict | undefined} before @param {Pages.SeenVerdict | undefined} after
 * @returns {Pages.SeenChange[]}
 */
function amountChange(id, before, after) {
  if (!before || !after || !GOOD.includes(after.verdict)) return [];
  for (const [benefit, value] of Object.entries(after.amounts)) {
    const old = before.amounts[benefit];
    if (old === undefined || Number(old) === Number(value)) continue;
    return [{ id, benefit, how: Number(value) > Number(old) ? 'up' : 'down', before: old, after: value }];
  }
  return [];
}
