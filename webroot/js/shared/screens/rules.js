// What the screens' data means: which screens and options are asked, which options are chosen, and what
// a tap answers. Pure functions of the data and of `valueOf(fact)`, an answer or undefined.

/**
 * Whether `condition` holds. An unanswered fact makes `in` false and `not_in` true.
 * @param {Api.Condition | null | undefined} condition @param {Pages.ValueOf} valueOf @returns {boolean}
 */
export function holds(condition, valueOf) {
  if (!condition) return true;
  if (condition.all) return condition.all.every((part) => holds(part, valueOf));
  if (condition.any) return condition.any.some((part) => holds(part, valueOf));
  const given = codesOf(valueOf(condition.fact ?? ''));
  if (condition.in) return given.some((code) => condition.in?.includes(code));
  return !given.some((code) => condition.not_in?.includes(code));
}

/**
 * Whether `condition` holds or can still come to hold. `isOpen(fact)`: it may still be answered.
 * @param {Api.Condition | null | undefined} condition @param {Pages.ValueOf} valueOf
 * @param {(fact: string) => boolean} [isOpen] @returns {boolean}
 */
export function canHold(condition, valueOf, isOpen = () => true) {
  if (!condition) return true;
  if (condition.all) return condition.all.every((part) => canHold(part, valueOf, isOpen));
  if (condition.any) return condition.any.some((part) => canHold(part, valueOf, isOpen));
  const fact = condition.fact ?? '';
  return (valueOf(fact) === undefined && isOpen(fact)) || holds(condition, valueOf);
}

/** @param {Api.Value | undefined} value */
function codesOf(value) {
  return [value ?? []].flat().map(String);
}

/**
 * The screens that are asked or can still be, in their order. What a passed screen left open stays so.
 * @param {Api.Screen[]} screens @param {string[]} passed @param {Pages.ValueOf} valueOf
 */
export function possibleScreens(screens, passed, valueOf) {
  const settled = new Set(screens.filter(({ id }) => passed.includes(id)).flatMap(factsOf));
  return screens.filter(({ when }) => canHold(when, valueOf, (fact) => !settled.has(fact)));
}

/**
 * How many screens there are at most, whatever is chosen on `screen`.
 * @param {Api.Screen[]} screens @param {Api.Screen} screen @param {string[]} passed
 * @param {Pages.ValueOf} valueOf
 */
export function mostScreens(screens, screen, passed, valueOf) {
  const ways = screen.style === 'one' ? screen.options.filter((option) => holds(option.when, valueOf)) : [];
  if (ways.length === 0 || ways.some((option) => isChosen(option, valueOf)))
    return possibleScreens(screens, passed, valueOf).length;
  return Math.max(
    ...ways.map(({ sets }) => possibleScreens(screens, passed, (fact) => sets[fact] ?? valueOf(fact)).length),
  );
}

/**
 * The screen after `id` by the file's order, as the service would choose if it could be asked; null at the end.
 * @param {Api.Screen[]} screens @param {string} id @param {string[]} passed @param {Pages.ValueOf} valueOf
 */
export function nextByOrder(screens, id, passed, valueOf) {
  const later = screens.slice(screens.findIndex((screen) => screen.id === id) + 1);
  return later.find((screen) => !passed.includes(screen.id) && holds(screen.when, valueOf)) ?? null;
}

/**
 * A screen without what decides nothing any more: ticks and fields that are about none of `facts`, unless
 * they are ticked or answered. Null keeps all, and tiles stay.
 * @param {Api.Screen} screen @param {string[] | null} facts @param {Pages.ValueOf} valueOf
 * @param {ReadonlySet<string>} opened @returns {Api.Screen}
 */
export function reduced(screen, facts, valueOf, opened) {
  if (screen.style === 'one' || facts === null) return screen;
  if (screen.style === 'fields') {
    const fields = screen.fields.filter(({ fact }) => facts.includes(fact) || valueOf(fact) !== undefined);
    return fields.length > 0 ? { ...screen, fields } : screen;
  }
  const own = (/** @type {Api.ScreenOption} */ { sets, details }) => [...Object.keys(sets), ...details];
  const options = screen.options.filter(
    (option) => isTicked(option, screen, valueOf, opened) || own(option).some((fact) => facts.includes(fact)),
  );
  return options.length > 0 ? { ...screen, options } : screen;
}

/**
 * Whether the answers hold all that `option` sets.
 * @param {Api.ScreenOption} option @param {Pages.ValueOf} valueOf
 */
export function isChosen({ sets }, valueOf) {
  const facts = Object.keys(sets);
  return facts.length > 0 && facts.every((fact) => agrees(sets[fact], valueOf(fact)));
}

/** @param {Api.Value} wanted @param {Api.Value | undefined} given */
function agrees(wanted, given) {
  if (given === undefined) return false;
  if (Array.isArray(wanted)) return Array.isArray(given) && wanted.every((code) => given.includes(code));
  return String(wanted) === String(given);
}

/**
 * The chosen one of a line of options: of several that agree, the one that says most.
 * @param {Api.ScreenOption[]} options @param {Pages.ValueOf} valueOf
 */
export function chosenOne(options, valueOf) {
  const weight = (/** @type {Api.ScreenOption} */ { sets }) => Object.values(sets).flat().length;
  return options
    .filter((option) => isChosen(option, valueOf))
    .reduce(
      (/** @type {Api.ScreenOption | null} */ best, one) => (best && weight(best) >= weight(one) ? best : one),
      null,
    );
}

/**
 * What choosing one of a line of options answers: `{fact: value}`, undefined for a fact that only
 * another option of the line set. What was added to a list otherwise stays.
 * @param {Api.ScreenOption[]} options @param {Api.ScreenOption} chosen @param {Pages.ValueOf} valueOf
 * @returns {Record<string, Api.Value | undefined>}
 */
export function takeOne(options, chosen, valueOf) {
  const before = chosenOne(options, valueOf)?.sets ?? {};
  const dropped = Object.keys(before).map((fact) => [fact, undefined]);
  const taken = Object.entries(chosen.sets).map(([fact, value]) => {
    if (!Array.isArray(value)) return [fact, value];
    const old = codesOf(before[fact]);
    const added = codesOf(valueOf(fact)).filter((code) => !old.includes(code) && !value.includes(code));
    return [fact, [...added, ...value]];
  });
  return Object.fromEntries([...dropped, ...taken]);
}

/**
 * Whether a tick of the list is set. `opened`: the ticks that have no answer below them yet.
 * @param {Api.ScreenOption} option @param {Api.Screen} screen @param {Pages.ValueOf} valueOf
 * @param {ReadonlySet<string>} opened
 */
export function isTicked(option, screen, valueOf, opened) {
  if (opened.has(option.id)) return true;
  const { sets, details } = option;
  const facts = Object.keys(sets);
  const says = (/** @type {string} */ fact) => valueOf(fact) !== undefined && !saysNone(screen, fact, valueOf);
  if (facts.length === 0) return details.some(says);
  return facts.every((fact) => agrees(sets[fact], valueOf(fact)) || (details.includes(fact) && says(fact)));
}

/** @param {Api.Screen} screen @param {string} fact @param {Pages.ValueOf} valueOf */
function saysNone({ none }, fact, valueOf) {
  return JSON.stringify(valueOf(fact)) === JSON.stringify(none?.sets[fact] ?? []);
}

/**
 * What a tick, or its end, answers. The options of a screen add up in a list; of two that give one
 * fact different values, the last counts. What was asked below a tick ends with it.
 * @param {Api.Screen} screen @param {Api.ScreenOption} option @param {boolean} ticked
 * @param {Pages.ValueOf} valueOf @returns {Record<string, Api.Value | undefined>}
 */
export function tick(screen, option, ticked, valueOf) {
  const { sets, details } = option;
  const others = screen.options.filter((one) => one !== option && isChosen(one, valueOf));
  const below = details
    .filter((fact) => !(fact in sets) && (!ticked || saysNone(screen, fact, valueOf)))
    .map((fact) => [fact, undefined]);
  const own = Object.entries(sets).map(([fact, value]) => {
    const shared = others.filter((one) => one.sets[fact] !== undefined);
    if (!Array.isArray(value)) return [fact, ticked ? value : shared.at(-1)?.sets[fact]];
    const kept = new Set(shared.flatMap((one) => codesOf(one.sets[fact])));
    const rest = codesOf(valueOf(fact)).filter((code) => kept.has(code) || !value.includes(code));
    const codes = ticked ? [...rest, ...value.filter((code) => !rest.includes(code))] : rest;
    return [fact, codes.length > 0 ? codes : undefined];
  });
  return Object.fromEntries([...below, ...own]);
}

/**
 * What "none of the rest" answers: facts of the options shown that no tick asks or has answered. An
 * answer from elsewhere stays.
 * @param {Api.Screen} screen @param {Pages.ValueOf} valueOf @param {ReadonlySet<string>} opened
 * @returns {Record<string, Api.Value>}
 */
export function leftOut(screen, valueOf, opened) {
  const asked = new Set(
    screen.options.filter((option) => isTicked(option, screen, valueOf, opened)).flatMap(({ details }) => details),
  );
  const shown = new Set(screen.options.flatMap(({ sets, details }) => [...Object.keys(sets), ...details]));
  return Object.fromEntries(
    Object.entries(screen.none?.sets ?? {}).filter(
      ([fact]) => shown.has(fact) && valueOf(fact) === undefined && !asked.has(fact),
    ),
  );
}

/**
 * The facts that the screen can answer.
 * @param {Api.Screen} screen
 */
export function factsOf({ facts, options, second, fields }) {
  const named = [...options, ...second].flatMap(({ sets, details }) => [...Object.keys(sets), ...details]);
  return [...new Set([...facts, ...named, ...fields.map(({ fact }) => fact)])];
}

/**
 * The screen that asks `fact`.
 * @param {Api.Screen[]} screens @param {string} fact
 */
export function screenOf(screens, fact) {
  return screens.find((screen) => factsOf(screen).includes(fact)) ?? null;
}
