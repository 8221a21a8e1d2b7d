import { Controller, Get, Post, type INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Access, declarationsOf, Public, SecretLink } from './declarations.js';
import { ForBrowsers, isForBrowsers } from './pages.js';
import { listAccess, routesOf } from './routes.js';

const declared = { act: 'x.read', subjects: 'family', allow: [{ kind: 'person' }] } as const;

@Controller(['v1/things/', '/v1/matters'])
class Things {
  @Get(['', ':id(^[0-9a-f-]{36}$)'])
  @Access({ ...declared, answers: 'decided' })
  read(): void {}

  @Post(':id(^([a-z]+|\\d)$)::accept')
  @SecretLink({ act: 'x.accept', subjects: 'staff' })
  accept(): void {}

  @Get('pages/:name.html')
  @Public('a page')
  @ForBrowsers()
  page(): void {}

  @Get('by/:code([a-z]+)/:from-:to')
  undeclared(): void {}

  helper(): void {}
}

@Controller('v1/things')
class Posts {
  @Post()
  @Access(declared)
  create(): void {}
}

@Controller()
class Root {
  @Get('/')
  root(): void {}
}

/** As Nest finds them; what has no class or was never made has no routes. */
const discovering = (...controllers: (new () => object)[]) => {
  const made = controllers.map((metatype) => ({ metatype, instance: new metatype() }));
  return { getControllers: () => [...made, { metatype: Root }, { instance: {} }] } as unknown as DiscoveryService;
};
const found = (...controllers: (new () => object)[]) => routesOf(discovering(...controllers), new MetadataScanner());

describe('what a route declares', () => {
  it('is kept with its handler, all of it, and told in the API’s description but for what it answers', () => {
    const { read, accept, page, undeclared } = Things.prototype;
    expect(declarationsOf(read)).toEqual([{ as: 'access', ...declared, answers: 'decided' }]);
    expect(declarationsOf(accept)).toEqual([{ as: 'secret-link', act: 'x.accept', subjects: 'staff' }]);
    expect(declarationsOf(page)).toEqual([{ as: 'public', reason: 'a page' }]);
    expect(declarationsOf(undeclared)).toEqual([]);
    expect(Reflect.getMetadata('swagger/apiExtension', read)).toEqual({ 'x-helhed-access': declared });
    expect(Reflect.getMetadata('swagger/apiSecurity', read)).toEqual([{ keycloak: [] }]);
    expect([isForBrowsers(page), isForBrowsers(read)]).toEqual([true, false]);
  });

  it('is found for each path that Nest serves, written as OpenAPI writes it', () => {
    const routes = found(Things).map(({ method, path, handler, page }) => [method, path, handler, page]);
    expect(routes).toEqual([
      ['GET', '/v1/things', 'Things.read', false],
      ['GET', '/v1/things/{id}', 'Things.read', false],
      ['GET', '/v1/matters', 'Things.read', false],
      ['GET', '/v1/matters/{id}', 'Things.read', false],
      ['POST', '/v1/things/{id}:accept', 'Things.accept', false],
      ['POST', '/v1/matters/{id}:accept', 'Things.accept', false],
      ['GET', '/v1/things/pages/{name}.html', 'Things.page', true],
      ['GET', '/v1/matters/pages/{name}.html', 'Things.page', true],
      ['GET', '/v1/things/by/{code}/{from}-{to}', 'Things.undeclared', false],
      ['GET', '/v1/matters/by/{code}/{from}-{to}', 'Things.undeclared', false],
    ]);
  });

  it('is found at the root too, and without a declaration where there is none', () => {
    expect(found(Root)).toEqual([{ method: 'GET', path: '/', handler: 'Root.root', declared: [], page: false }]);
  });

  it('is listed by path and then by method, without what declares nothing', () => {
    const app = {
      get: (what: unknown, { strict }: { strict: boolean }) => {
        expect(strict).toBe(false);
        return what === DiscoveryService ? discovering(Posts, Things, Root) : new MetadataScanner();
      },
    } as unknown as INestApplicationContext;
    expect(listAccess(app).map(({ method, path, access }) => `${method} ${path} ${access.as}`)).toEqual([
      'GET /v1/matters access',
      'GET /v1/matters/{id} access',
      'POST /v1/matters/{id}:accept secret-link',
      'GET /v1/matters/pages/{name}.html public',
      'GET /v1/things access',
      'POST /v1/things access',
      'GET /v1/things/{id} access',
      'POST /v1/things/{id}:accept secret-link',
      'GET /v1/things/pages/{name}.html public',
    ]);
  });
});
