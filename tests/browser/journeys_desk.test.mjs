import { journeys } from './journeys.mjs';
import { desk } from './site.mjs';

journeys(desk, 0);
