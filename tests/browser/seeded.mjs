// Profiles from the vocabulary that the service publishes: the same seed gives the same profiles.

const DENSITIES = [0.05, 0.2, 0.5, 0.9]; // the share of questions that are answered
const TEXTS = {
  industry_code: ['C3985', '6210', 'I65', '2110'],
  company_name: ['章贡区老街面馆', '赣州某某集团有限公司'],
};
const WHOLE = [0, 1, 9, 10, 20, 45, 100, 299, 300, 1000, 20000];
const MONEY = [
  '0',
  '0.01',
  '599999.99',
  '600000',
  '2000000',
  '2000000.01',
  '4000000',
  '12345678.9',
  '400000000',
  '9000000000',
];
const PERCENT = ['0', '0.5', '1.5', '2.9999', '3', '4.5', '100'];

/** Returns a generator of numbers from 0 up to, not including, 1 (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `{fact: value}` as `POST /api/v1/match` takes it; every profile leaves something blank. */
export function seededProfile(facts, random) {
  const density = pick(DENSITIES, random);
  const profile = Object.fromEntries(
    facts
      .filter(() => random() < density)
      .map((fact) => [fact.id, valueOf(fact, random)])
      .filter(([, value]) => value !== undefined),
  );
  // A follow-up question is not asked where its parent does not hold it.
  for (const { id, detail_of: parent } of facts) {
    if (parent && ![profile[parent.fact] ?? []].flat().some((one) => parent.options.includes(String(one))))
      delete profile[id];
  }
  return profile;
}

function valueOf(fact, random) {
  switch (fact.type) {
    case 'boolean':
      return random() < 0.5;
    case 'choice':
      return pick(fact.options, random).code;
    case 'choices':
      return fact.options.filter(() => random() < 0.3).map(({ code }) => code);
    case 'integer':
      return pick(WHOLE, random);
    case 'money':
      return pick(MONEY, random);
    case 'percent':
      return pick(PERCENT, random);
    default:
      return TEXTS[fact.id] ? pick(TEXTS[fact.id], random) : undefined;
  }
}

function pick(all, random) {
  return all[Math.floor(random() * all.length)];
}
