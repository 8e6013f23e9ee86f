import type { Scenario } from '../service/scenario';
import { broker } from './broker';
import { school } from './school';
import { warehouse } from './warehouse';

/** What each of the fixtures' services must do, by context. */
export const SCENARIOS: Readonly<Record<'school' | 'warehouse' | 'broker', Scenario>> = { school, warehouse, broker };
