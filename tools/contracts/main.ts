import { Parser } from '@asyncapi/parser';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { report } from '../report.ts';
import type { Violation } from '../violation.ts';
import { accessPage } from './access-page.ts';
import { decidableActs } from './decidable-acts.ts';
import { clientTypes } from './client-types.ts';
import type { Described } from './client-types.ts';
import { readBaseline, writeBaseline } from './baseline.ts';
import { asyncApiText } from './event-documents.ts';
import { eventChanges } from './event-changes.ts';
import { events } from './events.ts';
import type { PublishedEvent } from './events.ts';
import { httpDocuments } from './http-documents.ts';
import { missingExamples } from './missing-examples.ts';
import { missingSummaries } from './missing-summaries.ts';
import { namedInCommands } from './named-in-commands.ts';
import type { Documented } from './missing-examples.ts';
import type { Summarised } from './missing-summaries.ts';
import { papers } from './papers.ts';
import { readersOfLooks } from './readers-of-looks.ts';
import { revocableReads } from './revocable-reads.ts';
import { openApiChanges } from './openapi-changes.ts';
import type { OpenApi } from './openapi-changes.ts';
import { staleness } from './stale.ts';

const root = process.cwd();
const asyncApiFile = 'docs/asyncapi.yaml';
const { text, unknown } = asyncApiText(root);
const documents = (await httpDocuments(root)).set(asyncApiFile, text);
for (const [path, types] of clientTypes(describedIn(documents))) documents.set(path, types);
const remedy = '`npm run contracts:write`';

/** Service → its committed OpenAPI document. */
function openApis(): Map<string, OpenApi> {
  const folder = join(root, 'docs/openapi');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  return new Map(
    files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8')) as OpenApi]),
  );
}

/** Service → its OpenAPI document as the code says it today, from among the documents. */
function describedIn(from: ReadonlyMap<string, string>): Map<string, Described> {
  const found = [...from].flatMap(([path, api]) => {
    const [, service] = /^docs\/openapi\/(.+)\.json$/.exec(path) ?? [];
    return service === undefined ? [] : [[service, JSON.parse(api) as Described] as const];
  });
  return new Map(found);
}

/** AsyncAPI's own parser, which also resolves every reference. */
async function invalid(): Promise<Violation[]> {
  const found = await new Parser().validate(text);
  const errors = found.filter(({ severity }) => [0].includes(severity));
  return errors.map(({ message, path }) => ({ where: `${asyncApiFile} ${path.join('.')}`, message }));
}

function brokenApis(): Violation[] {
  const today = openApis();
  return [...readBaseline<OpenApi>(root, 'openapi')].flatMap(([service, released]) =>
    openApiChanges(released, today.get(service) ?? { paths: {} }),
  );
}

async function check(): Promise<void> {
  const released = readBaseline<PublishedEvent>(root, 'events');
  if (released.size === 0)
    unknown.push({ where: 'docs/contracts/baseline', message: 'is empty: there is nothing to compare with.' });
  report('contracts', [
    ...unknown,
    ...[...documents].flatMap(([path, today]) => staleness(root, path, today, remedy)),
    ...(await invalid()),
    ...eventChanges([...released.values()], events),
    ...brokenApis(),
    ...[...openApis().values()].flatMap((api) => missingExamples(api as unknown as Documented)),
    ...[...openApis().values()].flatMap((api) => missingSummaries(api as unknown as Summarised)),
    ...accessPage(root),
    ...revocableReads(root),
    ...(await decidableActs(root)),
    ...(await readersOfLooks(root)),
    ...namedInCommands(root, [...openApis().values()]),
    ...papers(root, [...openApis().values()]),
  ]);
}

function write(): void {
  for (const [path, today] of documents) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), today);
  }
}

/** At a release: what the next one is compared with. */
function release(): void {
  writeBaseline(root, 'events', new Map(events.map(({ description: _, ...event }) => [event.type, event])));
  writeBaseline(root, 'openapi', openApis());
}

const [command] = process.argv.slice(2);
if (command === 'write') write();
else if (command === 'release') release();
else await check();
