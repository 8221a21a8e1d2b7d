import { planted } from '../planted.ts';
import { checkGraph } from './check-graph.ts';
import { checkImports } from './check-imports.ts';
import { checkManifests } from './check-manifests.ts';
import { layers } from './layers.ts';
import { packagesOf } from './workspace.ts';

const manifest = (name: string, rest: object = {}): string =>
  JSON.stringify({ name: `@helhed/${name}`, version: '0.1.0', ...rest });

/** A workspace in which nothing is wrong. */
const clean = {
  'package.json': JSON.stringify({ name: 'helhed', devDependencies: { 'fast-check': '4.10.2', jest: '30.5.2' } }),
  'libs/kernel/package.json': manifest('kernel'),
  'libs/kernel/src/cpr.ts': `import { inspect } from 'node:util';\nexport const show = inspect;\n`,
  'libs/contracts/package.json': manifest('contracts', { dependencies: { '@helhed/kernel': '0.1.0', zod: '4.6.7' } }),
  'libs/contracts/tsconfig.json': JSON.stringify({ references: [{ path: '../kernel' }] }),
  'libs/contracts/src/event.ts': `import { z } from 'zod';\nimport type { Cpr } from '@helhed/kernel';\n`,
  'libs/web/package.json': manifest('web', { dependencies: { '@helhed/contracts': '0.1.0', fastify: '5.12.8' } }),
  'libs/testing/package.json': manifest('testing'),
  'services/consent/package.json': manifest('consent-service', {
    dependencies: { '@helhed/web': '0.1.0', '@helhed/contracts': '0.1.0' },
    devDependencies: { '@helhed/testing': '0.1.0' },
  }),
  'services/consent/src/main.ts': `import { startService } from '@helhed/web';\n`,
  'services/consent/src/basis.spec.ts': `import fc from 'fast-check';\nimport { fakeCpr } from '@helhed/testing';\n`,
  'services/consent/src/test-families.ts': `import { fakeCpr } from '@helhed/testing';\n`,
  'services/consent/test/bases.e2e.spec.ts': `import { basis } from '../src/basis.js';\n`,
  'services/referral/package.json': manifest('referral-service'),
  'e2e/package.json': manifest('e2e', { dependencies: { '@helhed/testing': '0.1.0' } }),
  'bench/package.json': manifest('bench', { dependencies: { '@helhed/e2e': '0.1.0' } }),
  'bench/src/load.ts': `import { RacesWorld } from '@helhed/e2e';\n`,
};

const messages = (files: Record<string, string>): string[] =>
  planted({ ...clean, ...files }, (root) => {
    const packages = packagesOf(root);
    return [...checkImports(root, packages), ...checkManifests(root, packages)].map((v) => `${v.where}  ${v.message}`);
  });

it('a workspace that keeps to the table has no violation', () => expect(messages({})).toEqual([]));

describe('an import is refused', () => {
  it.each([
    [
      'a service from a service',
      'services/consent/src/a.ts',
      `import '@helhed/referral-service';`,
      'a service is never imported',
    ],
    [
      'a service by its path',
      'services/consent/src/a.ts',
      `import '../../referral/src/referral.js';`,
      'leaves the package',
    ],
    [
      'a layer above',
      'libs/contracts/src/a.ts',
      `import { startService } from '@helhed/web';`,
      'contracts may not import web',
    ],
    [
      'a layer above, types only',
      'libs/kernel/src/a.ts',
      `import type { E } from '@helhed/contracts';`,
      'kernel may not import contracts',
    ],
    [
      'a layer above, in a type',
      'libs/kernel/src/a.ts',
      `type E = import('@helhed/contracts').E;`,
      'kernel may not import contracts',
    ],
    [
      'a layer above, handed on',
      'libs/kernel/src/a.ts',
      `export * from '@helhed/contracts';`,
      'kernel may not import contracts',
    ],
    [
      'a layer above, at run time',
      'libs/kernel/src/a.ts',
      `await import('@helhed/contracts');`,
      'kernel may not import contracts',
    ],
    [
      'a layer above, required',
      'libs/kernel/src/a.ts',
      `const c = require('@helhed/contracts');`,
      'kernel may not import contracts',
    ],
    [
      'testing outside a spec',
      'services/consent/src/a.ts',
      `import { fakeCpr } from '@helhed/testing';`,
      'testing is for specs only',
    ],
    [
      'a framework in kernel',
      'libs/kernel/src/a.ts',
      `import { Injectable } from '@nestjs/common';`,
      'keeps free of frameworks',
    ],
    [
      'a framework in contracts',
      'libs/contracts/src/a.ts',
      `import { Entity } from 'typeorm';`,
      'keeps free of frameworks',
    ],
    ['I/O in kernel', 'libs/kernel/src/a.ts', `import { readFileSync } from 'node:fs';`, 'does no I/O'],
    ['I/O in kernel, the old name', 'libs/kernel/src/a.ts', `import fs from 'fs';`, 'does no I/O'],
    [
      'what package.json does not declare',
      'libs/web/src/a.ts',
      `import pino from 'pino';`,
      'pino is not declared in package.json of web',
    ],
    [
      'a lib that it does not declare',
      'services/consent/src/a.ts',
      `import '@helhed/kernel';`,
      '@helhed/kernel is not declared',
    ],
    [
      'a lib declared for specs only',
      'libs/web/src/a.spec.ts',
      `import '@helhed/testing';`,
      '@helhed/testing is not declared',
    ],
    [
      'the decision in what judges it',
      'e2e/src/matrix/oracle/a.ts',
      `import { decide } from '@helhed/access';`,
      'e2e/src/matrix is built apart from access',
    ],
    ['load in a story', 'e2e/src/a.ts', `import '@helhed/bench';`, 'e2e may not import bench'],
    [
      'a story in a service',
      'services/consent/src/a.ts',
      `import '@helhed/e2e';`,
      'consent-service may not import e2e',
    ],
    [
      'a file inside another package',
      'services/consent/src/a.ts',
      `import '@helhed/web/dist/problem.js';`,
      'reaches into a package',
    ],
    ['itself by name', 'libs/web/src/a.ts', `import '@helhed/web';`, 'is this package itself'],
  ])('%s', (_, path, text, message) => {
    expect(messages({ [path]: `const x = 1;\n${text}\n` })).toEqual([expect.stringContaining(message)]);
  });

  it('naming file and line', () => {
    const found = messages({ 'libs/web/src/a.ts': `export const a = 1;\n\nimport pino from 'pino';\n` });
    expect(found[0]).toMatch(/^libs\/web\/src\/a\.ts:3 /);
  });
});

describe('a manifest is refused that', () => {
  it.each([
    [
      'depends on a layer above',
      'libs/kernel/package.json',
      manifest('kernel', { dependencies: { '@helhed/web': '0.1.0' } }),
      'kernel may not depend on web',
    ],
    [
      'has a framework where none belongs',
      'libs/kernel/package.json',
      manifest('kernel', { dependencies: { zod: '4.6.7' } }),
      'zod is not in the row of kernel',
    ],
    [
      'takes testing along to production',
      'libs/web/package.json',
      manifest('web', { dependencies: { '@helhed/testing': '0.1.0' } }),
      'web may not depend on testing',
    ],
    [
      'lets a service be imported',
      'services/referral/package.json',
      manifest('referral-service', { exports: {} }),
      'a service has no exports',
    ],
    [
      'leaves a version open',
      'libs/web/package.json',
      manifest('web', { dependencies: { fastify: '^5.12.8' } }),
      'versions are exact',
    ],
    ['is in no row', 'libs/common/package.json', manifest('common'), 'has no row in tools/boundaries/layers.ts'],
    [
      'hides a reference',
      'libs/contracts/tsconfig.json',
      '{}',
      'contracts depends on libs/kernel, which is not in references',
    ],
    [
      'refers to what it does not declare',
      'libs/kernel/tsconfig.json',
      JSON.stringify({ references: [{ path: '../web' }] }),
      'libs/web in references is not a dependency',
    ],
  ])('%s', (_, path, text, message) => {
    expect(messages({ [path]: text })).toEqual([expect.stringContaining(message)]);
  });
});

describe('the graph of Nx', () => {
  const names = Object.keys(layers).map((name) =>
    name.endsWith('-service') ? name.replace('-service', '') : `@helhed/${name}`,
  );
  const nodes = Object.fromEntries(names.map((name) => [name, {}]));
  const edge = (source: string, target: string) => ({ [source]: [{ source, target }] });

  it('may hold the edges of the table', () => {
    expect(checkGraph({ nodes, dependencies: edge('@helhed/web', '@helhed/access') })).toEqual([]);
  });

  it.each([
    ['an edge between services', edge('consent', 'referral')],
    ['an edge upwards', edge('@helhed/kernel', '@helhed/database')],
  ])('must not hold %s', (_, dependencies) => {
    expect(checkGraph({ nodes, dependencies })).toEqual([
      expect.objectContaining({ message: expect.stringContaining('is not a layer') }),
    ]);
  });

  it('holds every package of the table and no other', () => {
    const { '@helhed/web': _, ...others } = nodes;
    expect(checkGraph({ nodes: { ...others, '@helhed/common': {} }, dependencies: {} }).map((v) => v.message)).toEqual([
      'web is in layers.ts and not in the graph.',
      '@helhed/common is in the graph and not in layers.ts.',
    ]);
  });
});

it('no layer of the table reaches one above it', () => {
  const order = Object.keys(layers);
  const rising = Object.entries(layers).flatMap(([name, { may, specs }]) =>
    [...may, ...specs].filter((each) => order.indexOf(each) >= order.indexOf(name)).map((each) => `${name} → ${each}`),
  );
  expect(rising).toEqual([]);
});
