// A client of the policy calculator, without dependencies, for browsers and for Node 18 and later.
//
//   import { Client } from './policycalc.js';
//   const calculator = new Client('https://policy.example.cn', { key: 'pck_pub_…' });
//   const answer = await calculator.match({ district: '360702', entity_type: 'company' });
//
// `match` asks for a short answer and joins it with the texts of the measures, which it fetches once for each
// catalogue. Money is in yuan, days are at UTC+8, and what is not known is left out of the profile.

const TRUTHS = { t: 'true', f: 'false', u: 'unknown' };
const NOT_YET_REGISTERED = 'not_yet_registered';

const WORTH_WAITING = new Set([429, 503]);
const A_SECOND = 1000;
const NO_CONTENT = 204;

const SAVED = '/api/v1/profiles/mine';
const JSON_BODY = { 'Content-Type': 'application/json' };

/** The service has refused a request. */
export class Refused extends Error {
  /** @param {Response} response @param {Partial<Kit.Problem>} problem its answer (RFC 9457) */
  constructor(response, problem) {
    const issues = (problem.issues ?? []).map((issue) => `\n  ${issue.pointer}: ${issue.code}: ${issue.message_en}`);
    super(`${response.status} ${problem.code ?? ''}: ${problem.detail ?? ''}${issues.join('')}`);
    this.status = response.status;
    this.code = problem.code;
    this.problem = problem;
    /** Seconds to wait before it is worth trying again. */
    this.retryAfter = Number(response.headers.get('Retry-After') ?? '1');
  }
}

/** Calls one service. */
export class Client {
  #address;
  #key;
  #attempts;
  #mostWait;
  #sleep;
  /** @type {Map<string, Promise<Kit.MeasureTexts>>} */
  #kept = new Map();

  /**
   * `attempts` requests are made at most while the service says that it is busy (503) or that the limit is
   * spent (429); each waits as long as Retry-After says, `mostWait` seconds at most.
   * @param {string} address
   * @param {{key?: string, attempts?: number, mostWait?: number, sleep?: (seconds: number) => Promise<any>}} options
   */
  constructor(address, { key = '', attempts = 3, mostWait = 60, sleep = pause } = {}) {
    this.#address = address.replace(/\/+$/, '');
    this.#key = key;
    this.#attempts = attempts;
    this.#mostWait = mostWait;
    this.#sleep = sleep;
  }

  /**
   * What applies to a company, with all texts. `options` are further members of the request, such as `as_of`.
   * @param {Kit.Values} profile @param {Partial<Kit.MatchRequest>} options @returns {Promise<Kit.MatchAnswer>}
   */
  async match(profile, options = {}) {
    const core = await this.core(profile, options);
    return join(core, await this.#texts(core.texts));
  }

  /**
   * The short answer: verdicts, amounts and reasons, without texts.
   * @param {Kit.Values} profile @param {Partial<Kit.MatchRequest>} options @returns {Promise<Kit.CoreAnswer>}
   */
  core(profile, options = {}) {
    return this.post('/api/v1/match', { ...options, profile, detail: 'core' });
  }

  /**
   * The verdict of each measure and nothing else.
   * @param {Kit.Values} profile @param {Partial<Kit.MatchRequest>} options @returns {Promise<Kit.VerdictsAnswer>}
   */
  verdicts(profile, options = {}) {
    return this.post('/api/v1/match', { ...options, profile, detail: 'verdicts' });
  }

  /**
   * Keeps a profile for a time. The `code` of the answer opens it and appears nowhere else.
   * @param {Kit.NewProfile} request @returns {Promise<Kit.NewSavedProfile>}
   */
  save(request) {
    return this.post('/api/v1/profiles', request);
  }

  /** The profile that a code opens. @param {string} code @returns {Promise<Kit.SavedProfile>} */
  saved(code) {
    return this.#call(SAVED, { headers: owner(code) });
  }

  /**
   * Changes it: `revision` is that of the profile as it was read.
   * @param {string} code @param {Kit.ChangedProfile} request @returns {Promise<Kit.ProfileReceipt>}
   */
  change(code, request) {
    return this.#call(SAVED, {
      method: 'PUT',
      headers: { ...owner(code), ...JSON_BODY },
      body: JSON.stringify(request),
    });
  }

  /** Deletes it. @param {string} code @returns {Promise<null>} */
  forget(code) {
    return this.#call(SAVED, { method: 'DELETE', headers: owner(code) });
  }

  /** Any read, such as `/api/v1/facts`. @param {string} path @returns {Promise<any>} */
  get(path) {
    return this.#call(path, {});
  }

  /** @param {string} path @param {unknown} body @returns {Promise<any>} */
  post(path, body) {
    return this.#call(path, { method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) });
  }

  /** @param {string} path */
  #texts(path) {
    const kept = this.#kept.get(path) ?? this.get(path);
    this.#kept.set(path, kept);
    kept.catch(() => this.#kept.delete(path));
    return kept;
  }

  /** @param {string} path @param {RequestInit} init */
  async #call(path, init) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(path, init);
      } catch (error) {
        const isWorthIt = error instanceof Refused && WORTH_WAITING.has(error.status);
        if (!isWorthIt || attempt >= this.#attempts) throw error;
        await this.#sleep(Math.min(error.retryAfter, this.#mostWait));
      }
    }
  }

  /** @param {string} path @param {RequestInit} init */
  async #once(path, init) {
    const headers = new Headers(init.headers);
    if (this.#key) headers.set('X-Api-Key', this.#key);
    const response = await fetch(this.#address + path, { ...init, headers });
    if (response.status === NO_CONTENT) return null;
    if (response.ok) return response.json();
    throw new Refused(response, await response.json().catch(() => ({})));
  }
}

/** @param {string} code */
function owner(code) {
  return { Authorization: `Bearer ${code}` };
}

/** @param {number} seconds */
function pause(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * A_SECOND));
}

/**
 * Runs the conformance pack of `/api/v1/conformance`: the lines that say what is wrong. None: the integration
 * is right.
 * @param {Client} client @param {Kit.ConformancePack} pack @returns {Promise<string[]>}
 */
export async function check(client, pack) {
  const faults = [];
  for (const { name, request, verdicts } of pack.cases) {
    const given = (await client.verdicts(request.profile, { as_of: request.as_of })).verdicts;
    for (const [measure, verdict] of Object.entries(verdicts)) {
      if (given[measure] !== verdict) faults.push(`${name}: ${measure} is ${given[measure]}, not ${verdict}`);
    }
  }
  return faults;
}

/**
 * The answer of `detail: "full"`, as one of `detail: "core"` and the texts that it names say it together.
 * @param {Kit.CoreAnswer} core an answer of `detail: "core"`
 * @param {Kit.MeasureTexts} texts what `core.texts` is the address of
 * @returns {Kit.MatchAnswer}
 */
export function join(core, texts) {
  const joining = new Joining(core, texts);
  const matches = core.matches.map((match) => joining.match(match));
  return {
    detail: 'full',
    as_of: core.as_of,
    catalogue: core.catalogue,
    program: core.program,
    ...(core.selected === undefined ? {} : { selected: core.selected }),
    profile: joining.profile(),
    counts: core.counts,
    totals: joining.totals(),
    matches,
    units: unitsOf(core.matches, (match) => joining.namedUnits(match)),
    questions: joining.questions(),
    next_screen: core.next_screen ?? null,
    after_registration: core.after_registration ?? [],
    notices: texts.notices.filter(({ code }) => core.notices?.includes(code)),
  };
}

/** One answer with what its parts are looked up in. */
class Joining {
  #core;
  #texts;
  #measures;
  #facts;
  #county;

  /** @param {Kit.CoreAnswer} core @param {Kit.MeasureTexts} texts */
  constructor(core, texts) {
    if (core.catalogue !== texts.catalogue) throw new Error('the answer and the texts are of different catalogues');
    this.#core = core;
    this.#texts = texts;
    this.#measures = new Map(texts.measures.map((measure) => [measure.id, measure]));
    this.#facts = new Map(texts.facts.map((fact) => [fact.id, fact]));
    this.#county = texts.counties.filter(({ id }) => id === core.county);
  }

  profile() {
    const { given, derived, warnings = [], suggestions = [] } = this.#core.profile;
    return {
      given,
      derived: Object.fromEntries(
        Object.entries(derived).map(([fact, { possible = [], because }]) => [fact, { possible, because }]),
      ),
      warnings: warnings.map((warning) => ({ ...warning, message_en: warning.message_en ?? null })),
      suggestions,
    };
  }

  totals() {
    const { caveats = [], ...sums } = this.#core.totals;
    const told = caveats.map((name) => this.#texts.totals_caveats[name]);
    return { ...sums, caveats: told.filter((caveat) => caveat !== null) };
  }

  questions() {
    return (this.#core.questions ?? []).map(({ fact, decides }) => ({
      fact,
      topic: found(this.#facts, fact).topic,
      decides,
    }));
  }

  /** The units that answer for a measure to this company, without that of the county. */
  /** @param {Kit.CoreMatch} match */
  namedUnits(match) {
    return found(this.#measures, match.id).units.filter(({ id }) => !match.units_left_out?.includes(id));
  }

  /** @param {Kit.CoreMatch} match @returns {Kit.Match} */
  match(match) {
    const measure = found(this.#measures, match.id);
    return {
      measure: headOf(measure),
      verdict: match.verdict,
      one_condition_away: match.one_condition_away ?? false,
      benefits: measure.benefits.map((benefit) => benefitOf(benefit, match.amounts?.[benefit.id])),
      units: [...this.namedUnits(match), ...this.#county],
      ...this.#conditions(match, measure),
      judged: measure.judged,
      missing: match.missing ?? [],
      ...this.#unmet(match, measure),
      ...guidanceOf(measure),
    };
  }

  /** @param {Kit.CoreMatch} match @param {Kit.Measure} measure */
  #conditions(match, measure) {
    /** @type {Kit.CriterionGroup[]} */
    const children = [];
    let at = 0;
    for (const [role, rule] of this.#rulesOf(measure)) {
      const truth = truthAt(match, at);
      const wrapped = role === 'scope' || !('children' in rule) || rule.op !== 'all';
      const nodes = wrapped ? [rule] : rule.children;
      if (!wrapped) at += 1;
      /** @type {Kit.Criterion[]} */
      const inside = [];
      for (const node of nodes) {
        inside.push(this.#criterion(node, match, at));
        at += sizeOf(node);
      }
      children.push({ op: 'all', role, truth, children: inside });
    }
    /** @type {Kit.CriterionGroup} */
    const criteria = { op: 'all', truth: allOf(children.map(({ truth }) => truth)), children };
    return { criteria };
  }

  /** The trees of a measure, in the order of the letters. */
  /** @param {Kit.Measure} measure @returns {['scope' | 'applies_when' | 'requires', Kit.Rule][]} */
  #rulesOf(measure) {
    const { registered, not_yet_registered: later } = this.#texts.scopes;
    const isLater = this.#core.profile.given.registration_status === NOT_YET_REGISTERED;
    return [
      .../** @type {['scope', Kit.Rule][]} */ (
        measure.scope === 'registered' ? [['scope', isLater ? later : registered]] : []
      ),
      .../** @type {['applies_when', Kit.Rule][]} */ (
        measure.applies_when ? [['applies_when', measure.applies_when]] : []
      ),
      .../** @type {['requires', Kit.Rule][]} */ (measure.requires ? [['requires', measure.requires]] : []),
    ];
  }

  /** @param {Kit.Rule} rule @param {Kit.CoreMatch} match @param {number} at @returns {Kit.Criterion} */
  #criterion(rule, match, at) {
    const truth = truthAt(match, at);
    if (!('children' in rule)) return this.#leaf(rule, match, at);
    let next = at + 1;
    const children = rule.children.map((child) => {
      const criterion = this.#criterion(child, match, next);
      next += sizeOf(child);
      return criterion;
    });
    return { op: rule.op, truth, children };
  }

  /** @param {Kit.RuleLeaf} rule @param {Kit.CoreMatch} match @param {number} at @returns {Kit.CriterionLeaf} */
  #leaf(rule, match, at) {
    const own = changing(match, at);
    const truth = truthAt(match, at);
    return {
      op: rule.op,
      fact: rule.fact,
      truth,
      given: this.#given(rule.fact),
      required: rule.required ?? own?.required ?? null,
      parameter: rule.parameter,
      parameters: rule.parameters,
      possible: this.#possible(rule.fact),
      gap: (truth === 'false' && own?.gap) || null,
      text: rule.text,
      source: rule.source,
    };
  }

  /** @param {Kit.CoreMatch} match @param {Kit.Measure} measure */
  #unmet(match, measure) {
    const leaves = this.#rulesOf(measure).flatMap(([, rule]) => nodesOf(rule));
    const unmet = (match.unmet ?? []).map(({ node, fact, given = null, required = null, gap = null, negated }) => {
      const rule = /** @type {Kit.RuleLeaf} */ (leaves[node]);
      return { fact, given, required, gap, text: negated ? this.#texts.negation + rule.text : rule.text };
    });
    return { unmet };
  }

  /** The value that conditions compare: of a derived fact, the only one that is possible. */
  /** @param {string} fact */
  #given(fact) {
    const derived = this.#core.profile.derived[fact];
    if (!derived) return this.#core.profile.given[fact] ?? null;
    const [only, ...more] = derived.possible ?? [];
    return only === undefined || only === 'none' || more.length > 0 ? null : only;
  }

  /** @param {string} fact */
  #possible(fact) {
    return found(this.#facts, fact).derived ? (this.#core.profile.derived[fact]?.possible ?? []) : null;
  }
}

/**
 * @template Value
 * @param {Map<string, Value>} map @param {string} key @returns {Value}
 */
function found(map, key) {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the texts lack ${key}`);
  return value;
}

/** @param {Kit.CoreMatch} match @param {number} at @returns {Kit.Truth} */
function truthAt(match, at) {
  return /** @type {Kit.Truth} */ (TRUTHS[/** @type {'t' | 'f' | 'u'} */ (match.truth[at])]);
}

/** False if one is, true if all are. */
/** @param {Kit.Truth[]} truths @returns {Kit.Truth} */
function allOf(truths) {
  if (truths.includes('false')) return 'false';
  return truths.includes('unknown') ? 'unknown' : 'true';
}

/** A tree from the root down. */
/** @param {Kit.Rule} rule @returns {Kit.Rule[]} */
function nodesOf(rule) {
  return 'children' in rule ? [rule, ...rule.children.flatMap(nodesOf)] : [rule];
}

/** @param {Kit.Rule} rule */
function sizeOf(rule) {
  return nodesOf(rule).length;
}

/** What else depends on the profile at a condition. */
/** @param {Kit.CoreMatch} match @param {number} at */
function changing(match, at) {
  return match.unmet?.find(({ node }) => node === at) ?? match.nodes?.[at];
}

/** @param {Kit.Measure} measure */
function headOf(measure) {
  const { id, title, title_en, summary, summary_en, topic, topic_label, universal } = measure;
  const kind = /** @type {Kit.MeasureHead['kind']} */ (measure.kind);
  return { id, title, title_en, summary, summary_en, topic, topic_label, kind, universal };
}

/** @param {Kit.OfferedBenefit} offered @param {Kit.CoreAmount | undefined} own @returns {Kit.Benefit} */
function benefitOf(offered, own) {
  const { id, type, label, label_en, amount } = offered;
  const { unit, unit_label, bound } = amount;
  const { status, value = null, formula = null } = own ?? { status: amount.status, value: amount.value };
  return {
    id,
    type,
    label,
    label_en,
    amount: { status, value, unit, unit_label, bound, formula },
    paid: own?.paid ?? false,
  };
}

/** @param {Kit.Measure} measure */
function guidanceOf(measure) {
  const { sources, next_step, next_step_en, delivery, channels, documents } = measure;
  const { valid, replaced_by, replaced_text, caveats } = measure;
  return {
    sources,
    next_step,
    next_step_en,
    delivery,
    channels,
    documents,
    valid,
    replaced_by,
    replaced_text,
    caveats,
  };
}

/** Every unit with its measures, in the order in which the matches name it. */
/** @param {Kit.CoreMatch[]} matches @param {(match: Kit.CoreMatch) => Kit.Unit[]} named */
function unitsOf(matches, named) {
  /** @type {Map<string, Kit.UnitWithMeasures>} */
  const units = new Map();
  for (const match of matches) {
    for (const { id, name, name_en } of named(match)) {
      if (!units.has(id)) units.set(id, { id, name, name_en, measures: [] });
      found(units, id).measures.push(match.id);
    }
  }
  return [...units.values()];
}
