export { Applier } from './applier.js';
export { Bus, type BusOptions } from './bus.js';
export { DeadLetters, type DeadLetter } from './dead-letters.js';
export { On, type EventContext } from './event-context.js';
export { verdict, type Verdict } from './inbox.js';
export { JetStreamStrategy } from './jetstream-strategy.js';
export { Messaging } from './messaging.js';
export { Relay, unpublished } from './relay.js';
