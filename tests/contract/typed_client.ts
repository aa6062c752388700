// A client as a partner writes one: the request of the README, lists, an error by its code, a saved profile.
// kit_types.mjs compiles it strictly against the types of the kit, and runs it.

import { Client, Refused, type Profile } from './policycalc.js';

const calculator = new Client('http://127.0.0.1:8080');
const profile: Profile = { district: '360702', ownership: 'private', quality_awards: ['china_quality_award'] };

const answer = await calculator.match(profile, { as_of: '2026-11-25' });
const applying = answer.matches.filter(({ verdict }) => verdict === 'eligible' || verdict === 'conditional');
const titles: string[] = applying.map(({ measure }) => measure.title);
const { verdicts } = await calculator.verdicts(profile, { topics: ['award'] });

const { facts } = await calculator.get('/api/v1/facts');
const money: string[] = facts.filter(({ type }) => type === 'money').map(({ id }) => id);
const { measures } = await calculator.get('/api/v1/measures?topic=award');
const { units } = await calculator.get('/api/v1/units?level=municipal');
const measure = await calculator.get(`/api/v1/measures/${measures[0]!.id}`);

const codes: string[] = [];
try {
  await calculator.match({ annual_revenue: '12.345' }, { as_of: '1800-01-01' });
} catch (error) {
  if (!(error instanceof Refused) || error.code !== 'invalid_request') throw error;
  for (const { code, pointer } of error.problem.issues ?? []) {
    if (code === 'wrong_date' || code === 'too_many_decimals') codes.push(`${pointer} ${code}`);
  }
}

const { code, revision } = await calculator.save({ profile: { ...profile, employees: 8 }, expires_in_days: 30 });
const kept = await calculator.saved(code);
const changed = await calculator.change(code, { profile: { ...kept.profile, employees: 9 }, revision });
const { profile: again } = await calculator.saved(code);
await calculator.forget(code);
const gone = await calculator.saved(code).catch((error: unknown) => (error instanceof Refused ? error.status : 0));

console.log(
  JSON.stringify({
    titles: titles.length,
    verdicts: Object.keys(verdicts).length,
    money: money.length,
    units: units.length,
    measure: measure.id === measures[0]!.id,
    codes,
    revisions: [revision, changed.revision],
    employees: [kept.profile.employees, again.employees],
    gone,
  }),
);
