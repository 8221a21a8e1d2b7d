import 'reflect-metadata';

/**
 * Loaded before a service by `node --import`: what its routes declare of access is changed as it is declared, so that the
 * service runs as it would if somebody had written it so.
 */
type Declared = {
  readonly sections?: readonly string[];
  readonly as: string;
  readonly allow?: readonly object[];
  readonly relations?: readonly string[];
};

const mutations: Record<string, (declared: Declared) => Declared> = {
  'any signed-in person': (declared) =>
    // a service's own route has no relations; a person's without any would keep the service from starting
    declared.allow
      ? { relations: [], sections: [], ...declared, allow: [{ kind: 'person' }, { kind: 'citizen' }] }
      : declared,
};

const mutate = mutations[process.env['ACCESS_MUTANT'] ?? ''];
if (!mutate) throw new Error('ACCESS_MUTANT names no mutation');
const { defineMetadata } = Reflect;
Reflect.defineMetadata = (key: unknown, value: unknown, ...rest: [object]) =>
  defineMetadata(key, key === 'helhed:access' ? (value as Declared[]).map(mutate) : value, ...rest);
