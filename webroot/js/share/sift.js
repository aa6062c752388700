// Which answers of a stranger's link today's questions can take.

const kMostText = 200;  // characters, as the service has it

/**
 * `{content, taken: [[fact, value]], left}`: what can be restored, the same for showing in the order
 * of asking, and how many answers were left out because their question is unknown or cannot have them.
 */
export function sift({ profile, as_of: day, needs }, facts, knownNeeds) {
  const taken = facts.filter((fact) => Object.hasOwn(profile, fact.id) && fits(fact, profile[fact.id])).map((fact) => [fact, profile[fact.id]]);
  const known = new Set(knownNeeds.map(({ id }) => id));
  return {
    content: { profile: Object.fromEntries(taken.map(([{ id }, value]) => [id, value])), as_of: day, needs: [...new Set(needs)].filter((need) => known.has(need)) },
    taken,
    left: Object.keys(profile).length - taken.length,
  };
}

function fits({ type, options }, value) {
  const isCode = (one) => typeof one === 'string' && options.some(({ code }) => code === one);
  switch (type) {
    case 'boolean': return typeof value === 'boolean';
    case 'integer': return Number.isSafeInteger(value) && value >= 0;
    case 'money':
    case 'percent': return isAmount(value);
    case 'text': return typeof value === 'string' && value !== '' && [...value].length <= kMostText;
    case 'choice': return isCode(value);
    case 'choices': return Array.isArray(value) && value.every(isCode) && new Set(value).size === value.length;
    default: return false;
  }
}

// Amounts travel as digits; a number is what somebody wrote by hand.
function isAmount(value) {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0;
  return typeof value === 'string' && /^\d{1,20}(\.\d{1,6})?$/.test(value);
}
