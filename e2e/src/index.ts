// What load runs share with the stories: a municipality whose families are read by others, on consents that are withdrawn.
export { closeConnections, type Timed } from './races/client.js';
export type { Family } from './races/family.js';
export { kinds, type Consent, type Kind } from './races/kinds.js';
export { consents, give, read, untilShown, withdraw } from './races/race.js';
export { RacesWorld } from './races/races-world.js';
