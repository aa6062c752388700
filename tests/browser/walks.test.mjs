// The companies of the stories and some of the drawn ones; the target bench_walks plays all.
import { walks } from './walks.mjs';

const DRAWN = 6;

walks((firms) => [
  ...firms.filter(({ group }) => group === 'stories'),
  ...firms.filter(({ group }) => group === 'drawn').slice(0, DRAWN),
]);
