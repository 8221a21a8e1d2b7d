import type { Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Citizens, type FindLinked } from './actor/citizens.js';
import { RetiredUnits, type FindRetired } from './actor/retired-units.js';
import { AccessGuard } from './routes/access-guard.js';
import { DecidedLooks } from './routes/decided-looks.js';
import { EveryLookIsDecided, faultsOf } from './routes/check-routes.js';
import { PageSessions } from './routes/pages.js';
import { routesOf } from './routes/routes.js';
import { AllowedIssuers, type MunicipalityList } from './tokens/allowed-issuers.js';
import { ServiceTokens } from './tokens/service-tokens.js';
import { TokenVerifier } from './tokens/token-verifier.js';

export interface AccessOptions {
  /** Where the allow-list of issuers is kept: `municipalitiesIn(workers)` */
  readonly municipalities: MunicipalityList;
  /** Where the services reach Keycloak, such as `http://127.0.0.1:8080/auth` */
  readonly keycloakUrl: string;
  readonly operatorIssuer: string;
  /** This service's own tokens */
  readonly tokens: ServiceTokens;
  /** Whom a citizen's account is linked to: `linkedPersonIn(database)`; a service without it knows no citizens */
  readonly findLinked?: FindLinked | undefined;
  /** Which units are retired: `retiredUnitsIn(database)`; a service without it holds every pair of a token for good */
  readonly findRetired?: FindRetired | undefined;
  /** The sessions of those who signed in with a browser; a service without them serves no pages but public ones */
  readonly pageSessions?: PageSessions | undefined;
}

const noSessions: PageSessions = { find: () => Promise.resolve(undefined) };

/** The municipalities registered in the service's database. */
export const municipalitiesIn =
  (workers: Workers): MunicipalityList =>
  () =>
    workers.query<{ code: MunicipalityCode; issuer: string }>('SELECT code, issuer FROM helhed.municipality');

/** Guards every route of the service, and stops it from starting when one of them does not declare its access. */
@Module({})
export class AccessModule implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly looks: DecidedLooks,
  ) {}

  static forService(options: AccessOptions): DynamicModule {
    const { municipalities, keycloakUrl, operatorIssuer, tokens, findLinked, findRetired, pageSessions } = options;
    const issuers = new AllowedIssuers(municipalities, operatorIssuer);
    const verifier = new TokenVerifier(issuers, keycloakUrl);
    return {
      module: AccessModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: AllowedIssuers, useValue: issuers },
        { provide: TokenVerifier, useValue: verifier },
        { provide: ServiceTokens, useValue: tokens },
        { provide: Citizens, useValue: new Citizens(findLinked) },
        DecidedLooks,
        { provide: RetiredUnits, useValue: new RetiredUnits(findRetired) },
        { provide: PageSessions, useValue: pageSessions ?? noSessions },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [AllowedIssuers, TokenVerifier, ServiceTokens, PageSessions],
    };
  }

  onModuleInit(): void {
    this.looks.required = this.discovery.getProviders().some(({ metatype }) => metatype === EveryLookIsDecided);
    const faults = faultsOf(routesOf(this.discovery, this.scanner), this.looks.required);
    if (faults.length > 0) throw new Error(`Access: ${faults.join('; ')}`);
  }
}
