import { municipalityCode } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import type { ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { Actor } from '../actor/actor.js';
import { asLinkHolder, CurrentActor, setActor, unknownLinkHolder } from './current-actor.js';

const nyborg = municipalityCode('0450');
const pia: Actor = {
  kind: 'person',
  municipality: nyborg,
  issuer: 'issuer',
  sub: 'pia',
  azp: 'demo-cli',
  functions: [{ unit: 'db-solsikken', function: 'pedagogue' }],
  unit: 'db-solsikken',
  function: 'pedagogue',
};

class Handler {
  read(@CurrentActor() _actor: Actor): void {}
}
/** What Nest hands to the handler. */
function handed(request: object): unknown {
  const given = Reflect.getMetadata(ROUTE_ARGS_METADATA, Handler, 'read') as Record<
    string,
    { factory: (data: unknown, context: ExecutionContext) => unknown }
  >;
  const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  return Object.values(given)[0]!.factory(undefined, context);
}
const noted = (act: () => void) => {
  const context: Parameters<typeof requestContext.run>[0] = { requestId: 'one' };
  requestContext.run(context, act);
  return context.actor;
};

describe('who makes a request', () => {
  it('is handed to its handler, and to no other request’s', () => {
    const request = {};
    setActor(request, pia);
    expect(handed(request)).toBe(pia);
    expect(() => handed({})).toThrow(expect.objectContaining({ problem: 'not-allowed' }));
  });

  it('is noted for the log of the request: pseudonym and function, and nothing else', () => {
    expect(noted(() => setActor({}, pia))).toEqual({
      kind: 'person',
      issuer: 'issuer',
      sub: 'pia',
      azp: 'demo-cli',
      unit: 'db-solsikken',
      function: 'pedagogue',
    });
  });

  it('is known to a handler though nobody follows the request', () => {
    const request = {};
    expect(requestContext.getStore()).toBeUndefined();
    setActor(request, pia);
    expect(handed(request)).toBe(pia);
  });
});

describe('whoever holds a link', () => {
  const link = { kind: 'secret-link', issuer: 'secret-link', azp: 'secret-link', functions: [] };

  it('is unknown and in no municipality until the secret was checked', () => {
    const holder = unknownLinkHolder();
    expect({ ...holder }).toMatchObject({ ...link, sub: 'unknown' });
    expect(() => holder.municipality).toThrow(expect.objectContaining({ problem: 'municipality-required' }));
  });

  it('is then the link itself, in the log too', () => {
    expect(asLinkHolder(nyborg, 'link-1')).toEqual({ ...link, municipality: '0450', sub: 'link-1' });
    expect(noted(() => asLinkHolder(nyborg, 'link-1'))).toMatchObject({ kind: 'secret-link', sub: 'link-1' });
  });
});
