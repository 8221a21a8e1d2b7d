import { sender, triager } from '../platform/referrals.js';
import { receiveRequest, triageRequest } from '../platform/requests.js';
import { sampled, type Round } from './samples.js';

const createMs = 2_500;
const changeMs = 2_000;
let sent = 0;

/** Creates for a while, then begins the triage of what was created. */
export const commandsRound: Round = async (durable, variant, connections) => {
  const { municipality } = durable;
  const ids: string[] = [];
  const system = await municipality.system(sender.client, sender.function);
  const [sendersToken, triagersToken] = [await system.token(), await (await municipality.person(triager)).token()];
  const created = await sampled(durable, variant, 'create', {
    connections,
    forMs: createMs,
    status: 201,
    next: () => receiveRequest(sendersToken, ++sent),
    onAnswer: ({ body }) => ids.push((JSON.parse(body) as { id: string }).id),
  });
  const next = (): string | undefined => {
    const id = ids.pop();
    return id && triageRequest(triagersToken, id);
  };
  return [
    created,
    await sampled(durable, variant, 'state change', { connections, forMs: changeMs, status: 200, next }),
  ];
};
