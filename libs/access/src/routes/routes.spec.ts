import { Controller, Get, Module, Post, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule } from '../access.module.js';
import { z } from 'zod';
import { AllowedIssuers } from '../tokens/allowed-issuers.js';
import { ServiceTokens } from '../tokens/service-tokens.js';
import { EveryLookIsDecided } from './check-routes.js';
import { Access, Public, SecretLink } from './declarations.js';
import { frame } from './frame.js';
import { ForBrowsers } from './pages.js';
import { listAccess } from './routes.js';

const family = { act: 'example.do', subjects: 'family', allow: [{ kind: 'person', functions: 'any' }] } as const;
const bySystem = { ...family, allow: [{ kind: 'system', functions: ['referrer'] }] } as const;

@Controller('v1/examples')
class Good {
  @Get()
  @Access(family)
  list(): void {}

  @Post()
  @Access(bySystem)
  create(): void {}

  @Post(':id(^[0-9a-f-]{36})::accept')
  @Access(family)
  accept(): void {}

  @Get('feeds/:secret.ics')
  @SecretLink({ act: 'feed.read', subjects: 'staff' })
  feed(): void {}

  @Get('open')
  @Public('an example')
  open(): void {}

  helper(): void {}
}

@Controller('v1/faulty')
class Undeclared {
  @Get('undeclared')
  read(): void {}
}

@Controller('v1/faulty')
class Twice {
  @Get('twice')
  @Access(family)
  @Public('both cannot be')
  read(): void {}
}

@Controller('v1/faulty')
class SystemReads {
  @Get('system')
  @Access(bySystem)
  read(): void {}
}

const feed = { ...bySystem, feed: true, relations: ['sender'], sections: ['referral.outcome'] } as const;

@Controller('v1/feeds')
class SystemFeed {
  @Get('own')
  @Access({ ...feed, allow: [{ kind: 'system', functions: ['referrer'], unit: 'own' }] })
  take(): void {}
}

@Controller('v1/faulty')
class FeedOfOthers {
  @Get('others')
  @Access(feed)
  take(): void {}
}

@Controller('v1/faulty')
class UndecidedFeed {
  @Get('feed')
  @Access({ ...bySystem, allow: [{ kind: 'system', functions: ['referrer'], unit: 'own' }], feed: true })
  take(): void {}
}

@Controller('v1/faulty')
class SystemSearches {
  @Post('search')
  @Access({ ...bySystem, subjects: 'none', categories: ['health'], mode: 'read' })
  search(): void {}
}

@Controller('v1/faulty')
class Nobody {
  @Get('nobody')
  @Access({ ...family, allow: [] })
  read(): void {}
}

@Controller('my')
class UndeclaredPage {
  @Get()
  @ForBrowsers()
  page(): void {}
}

@Controller('my')
class PageForSystems {
  @Post()
  @Access(bySystem)
  @ForBrowsers()
  page(): void {}
}

@Controller('v1/looks')
class Looks {
  @Get(':id')
  @Access({ ...family, relations: ['partner'], sections: ['family.structure'] })
  read(): void {}

  @Get('staff')
  @Access({ ...family, subjects: 'staff' })
  staff(): void {}

  @Get('claims/:id')
  @Access({ ...family, allow: [{ kind: 'service', services: ['referral'] }] })
  claim(): void {}
}

@Controller('v1/faulty')
class Undecided {
  @Get('undecided')
  @Access({ ...family, relations: ['partner'] })
  read(): void {}
}

const receipt = frame(z.strictObject({ id: z.string() }));

@Controller('v1/commands')
class Commands {
  @Post(':id::end')
  @Access({ ...family, relations: ['partner'], sections: [], answers: receipt })
  end(): void {}

  @Post(':id::accept')
  @Access({ ...family, relations: ['partner'], sections: ['referral.outcome'], answers: 'decided' })
  accept(): void {}
}

@Controller('v1/faulty')
class SilentCommand {
  @Post('silent')
  @Access({ ...family, relations: ['partner'], sections: [] })
  end(): void {}
}

@Controller('v1/faulty')
class FrameWithSections {
  @Post('frame')
  @Access({ ...family, relations: ['partner'], sections: ['referral.outcome'], answers: receipt })
  accept(): void {}
}

const start = (...controllers: Type[]) => startWith([], ...controllers);

function startWith(providers: Type[], ...controllers: Type[]) {
  const keycloakUrl = 'http://127.0.0.1:1/auth';
  const access = AccessModule.forService({
    municipalities: async () => [],
    keycloakUrl,
    operatorIssuer: 'http://127.0.0.1:1/auth/realms/helhed-operators',
    tokens: new ServiceTokens(new AllowedIssuers(async () => []), { keycloakUrl, service: 'referral', secret: 'none' }),
  });
  class Example {}
  Module({ imports: [access], controllers, providers })(Example);
  return NestFactory.createApplicationContext(Example, { logger: false, abortOnError: false });
}

describe('a service', () => {
  it('starts when every route declares its access, and lists them', async () => {
    const app = await start(Good);
    const routes = listAccess(app).map(({ method, path, access }) => `${method} ${path} ${access.as}`);
    expect(routes).toEqual([
      'GET /v1/examples access',
      'POST /v1/examples access',
      'POST /v1/examples/{id}:accept access',
      'GET /v1/examples/feeds/{secret}.ics secret-link',
      'GET /v1/examples/open public',
    ]);
    await app.close();
  });

  it.each<[string, Type, RegExp]>([
    ['declares nothing', Undeclared, /GET \/v1\/faulty\/undeclared \(Undeclared\.read\) declares no access/],
    ['declares twice', Twice, /declares its access 2 times/],
    ['lets a system read about persons', SystemReads, /lets a system read about persons/],
    ['is a feed of more than the system’s own unit', FeedOfOthers, /lets a system read about persons/],
    ['is a feed that nothing is decided of', UndecidedFeed, /lets a system read about persons/],
    ['lets a system search for them by POST', SystemSearches, /lets a system read about persons/],
    ['allows nobody', Nobody, /allows nobody/],
    ['that is a page declares nothing', UndeclaredPage, /GET \/my \(UndeclaredPage\.page\) declares no access/],
    ['that is a page allows who has no browser', PageForSystems, /is a page and allows others/],
  ])('does not start when a route %s', async (_case, faulty, message) => {
    await expect(start(Good, faulty)).rejects.toThrow(message);
  });

  it('starts with a feed of the system’s own unit that is decided', async () => {
    await expect(start(Good, SystemFeed).then((app) => app.close())).resolves.toBeUndefined();
  });

  it('that decides every look does not start when one does not say by which relations and which sections', async () => {
    await (await start(Undecided)).close();
    await (await startWith([EveryLookIsDecided], Looks)).close();
    await expect(startWith([EveryLookIsDecided], Looks, Undecided)).rejects.toThrow(
      /GET \/v1\/faulty\/undecided \(Undecided\.read\) shows families and does not declare/,
    );
  });

  it.each<[string, Type, RegExp]>([
    ['does not say what it answers', SilentCommand, /POST \/v1\/faulty\/silent .*does not say what it answers/],
    ['shows sections in a frame', FrameWithSections, /POST \/v1\/faulty\/frame .*shows sections and answers a frame/],
  ])('that decides every look does not start when a command about families %s', async (_case, faulty, message) => {
    await (await startWith([EveryLookIsDecided], Commands)).close();
    await expect(startWith([EveryLookIsDecided], Commands, faulty)).rejects.toThrow(message);
  });

  it('has no frame with a field of a section', () => {
    expect(() => frame(z.strictObject({ id: z.string(), birthDate: z.string() }))).toThrow(/birthDate of a section/);
  });
});
