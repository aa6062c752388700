// Notes that change what a company does next: they stand on the card, the others in its fold. The
// notes are plain text for people, so that their own words are what tells.

const kOneOfThem = /同时享受|同时领取|只发一次|相加/;

/** `entity` is the label of the given type of entity: a note that tells it to ask first counts too. */
export function pressing({ verdict, caveats }, entity) {
  if (verdict === 'not_eligible') return [];
  return caveats.map((text) => clauseFor(text, entity)).filter((text) => text !== null);
}

// Of a long note only the part that speaks to this entity; a note on what excludes what is whole.
function clauseFor(text, entity) {
  if (kOneOfThem.test(text)) return text;
  if (!entity || !text.includes(entity)) return null;
  return text.split(/[；;]/).find((part) => part.includes(entity) && /先|问清|确认|核实/.test(part))?.trim() ?? null;
}

const kCommon = 3;  // as many cards with one note say it once above them all

/** `{common: [{text, n}], own(match)}`: what is said once for `matches`, and what is left for each. */
export function shared(matches, entity) {
  const counts = new Map();
  for (const match of matches) {
    for (const text of pressing(match, entity)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const common = [...counts].filter(([, n]) => n >= kCommon).map(([text, n]) => ({ text, n }));
  const said = new Set(common.map(({ text }) => text));
  return { common, own: (match) => pressing(match, entity).filter((text) => !said.has(text)) };
}
