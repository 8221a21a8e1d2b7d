import { planted } from '../planted.ts';
import { checkExits } from './check-exits.ts';
import type { Exits } from './exits.ts';

const job = 'services/family-plan/src/reminders/remind-timer.ts';
const reader = `import { Database } from '@helhed/database';
export const rows = (database: Database) => database.inTransaction('0450', (tx) => tx.query('SELECT name FROM person'));\n`;

const found = (files: Record<string, string>, exits: Exits = {}): string[] =>
  planted(files, (root) => checkExits(root, exits).map((v) => `${v.where}  ${v.message}`));

describe('a job that reads families without a look, and sends what it read', () => {
  it.each([
    ['to an address', `await fetch('https://example.org', { method: 'POST', body: await rows() });`, 'fetch'],
    ['by another name for it', `const send = globalThis.fetch;`, 'fetch'],
    ['by what it is given unless told', `export const remind = (send = fetch) => send;`, 'fetch'],
    ['over a socket', `new WebSocket('wss://example.org').send(await rows());`, 'WebSocket'],
    ['by Node’s own client', `import { request } from 'node:https';`, 'request of node:https'],
    ['by the whole module', `import * as net from 'net';`, '* of node:net'],
    ['when it comes to it', `const { connect } = await import('node:tls');`, 'node:tls'],
    ['by what it hands on', `export { request } from 'node:http';`, 'node:http'],
    ['through another program', `import { spawn } from 'node:child_process';`, 'spawn of node:child_process'],
    ['in a mail', `import { createTransport } from 'nodemailer';`, 'nodemailer'],
    ['to a file', `import { writeFile } from 'node:fs/promises';`, 'writeFile of node:fs/promises'],
  ])('%s, is found', (_, text, name) => {
    expect(found({ [job]: `${reader}${text}\n` })).toEqual([
      expect.stringContaining(`${name}: what is sent is a read too`),
    ]);
    expect(found({ [job]: `${reader}${text}\n` })[0]).toContain(`${job}:3`);
  });

  it('is found too where the sender is offered by a lib', () => {
    expect(
      found({ 'libs/web/src/mail/mailer.ts': `export const send = (text) => fetch('https://example.org');` }),
    ).toHaveLength(1);
  });
});

it('who sends nothing, only reads files or names types, and a spec, may', () => {
  expect(
    found({
      [job]: reader,
      'services/consent/src/a.ts': `import type { Server } from 'node:http';\nimport { STATUS_CODES, type Agent } from 'node:http';`,
      'services/consent/src/b.ts': `import { readFile } from 'node:fs/promises';\nclass Keys { #fetch() {} all() { this.#fetch(); } }`,
      'services/consent/src/c.spec.ts': `await fetch('http://127.0.0.1');`,
    }),
  ).toEqual([]);
});

it('who has a row may, and a row without a sender goes', () => {
  const exits = { [job]: 'says why' };
  expect(found({ [job]: `await fetch('https://example.org');` }, exits)).toEqual([]);
  expect(found({ [job]: reader }, exits)).toEqual([expect.stringContaining('sends nothing any more')]);
});

describe('who sends something about a family to outside', () => {
  const sends = { [job]: `await fetch('https://example.org');` };
  const exits = { [job]: { why: 'each decided', race: 'a reminder' } };
  const kinds = (name: string, exit: string) => ({
    'e2e/src/races/kinds.ts': `export const sentKinds = [{ name: '${name}', rests: 'outcome', exit: '${exit}' }];`,
  });

  it('is raced by the kind that its row names', () => {
    expect(found({ ...sends, ...kinds('a reminder', job) }, exits)).toEqual([]);
  });

  it.each([
    ['no kind', {}],
    ['a kind of another name', kinds('a letter', job)],
    ['a kind of another file', kinds('a reminder', 'services/family-plan/src/reminders/other.ts')],
  ])('with %s is found', (_, races) => {
    expect(found({ ...sends, ...races }, exits)).toContainEqual(
      `${job}  sends something about a family, and no kind of e2e/src/races is “a reminder” of it.`,
    );
  });

  it('and is raced has a row that says so', () => {
    expect(found({ ...sends, ...kinds('a reminder', job) }, { [job]: 'says why' })).toEqual([
      `${job}  is raced as “a reminder”, and its row in exits.ts does not say so.`,
    ]);
  });
});
