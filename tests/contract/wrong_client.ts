// Mistakes that the types of the kit find: each line after a mark is an error, or the compiler complains of the
// mark. This file is compiled and never run.

import { Client, type Profile } from './policycalc.js';

const calculator = new Client('http://127.0.0.1:8080');

// @ts-expect-error there is no such fact
await calculator.match({ employe: 3 });
// @ts-expect-error there is no such district
await calculator.match({ district: '999999' });
// @ts-expect-error a count is a number
await calculator.match({ employees: '3' });
// @ts-expect-error a list takes codes only
await calculator.match({ quality_awards: ['nonsense'] });
// @ts-expect-error a choice of several is a list
await calculator.match({ quality_awards: 'china_quality_award' });
// @ts-expect-error a yes or no is true or false
await calculator.match({ in_development_zone: 'yes' });
// @ts-expect-error there is no such option
await calculator.match({}, { asof: '2026-11-25' });
// @ts-expect-error there is no such language
await calculator.match({}, { lang: 'de' });
// @ts-expect-error there is no such verdict
await calculator.match({}, { include: ['eligable'] });
// @ts-expect-error the answer has no such member
(await calculator.match({})).result;
// @ts-expect-error a short answer has no texts of measures
(await calculator.core({})).matches[0]!.measure;
// @ts-expect-error the list is named `facts`
(await calculator.get('/api/v1/facts')).items;
// @ts-expect-error there is no such path
(await calculator.get('/api/v1/fact')).facts;
// @ts-expect-error a saved profile has a time
await calculator.save({ profile: {} });
// @ts-expect-error a change names the revision
await calculator.change('code', { profile: {} });
// @ts-expect-error there is no such fact
export const profile: Profile = { district: '360702', revenue: 1 };
