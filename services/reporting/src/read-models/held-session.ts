import { SessionHeld } from '@helhed/contracts';
import { on, readModel } from './read-model.js';

export type HeldSession = {
  readonly sessionId: string;
  readonly programme: string;
  readonly kind: string;
  readonly heldOn: string;
};

export const heldSessions = readModel<HeldSession>({
  table: 'held_session',
  id: 'sessionId',
  columns: { sessionId: 'uuid', programme: 'text', kind: 'text', heldOn: 'date' },
  evolve: [
    // one event comes for each family, in any order among them: the first makes the row, the rest say the same
    on(SessionHeld, (session: HeldSession | undefined, { sessionId, programme, kind, heldOn }) =>
      session && session.heldOn <= heldOn ? session : { sessionId, programme, kind, heldOn },
    ),
  ],
});
