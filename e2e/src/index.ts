// What load runs share with the stories: a municipality whose families are read by others, on consents that are withdrawn.
export { closeConnections, type Timed } from './races/client.js';
export type { Family } from './races/family.js';
export { give, withdraw } from './races/give-and-withdraw.js';
export { consents, type Consent, type Kind } from './races/kind.js';
export { kinds } from './races/kinds.js';
export { read, untilShown } from './races/race.js';
export { RacesWorld } from './races/races-world.js';
