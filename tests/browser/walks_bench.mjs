// The whole benchmark in the real page, for people: `cmake --build build/check --target bench_walks`.
import { walks } from './walks.mjs';

walks((firms) => firms);
