import { journeys } from './journeys.mjs';
import { phone } from './site.mjs';

journeys(phone, 1);
