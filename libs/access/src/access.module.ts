import type { Context } from '@helhed/contracts';
import type { Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Citizens, type FindLinked } from './actor/citizens.js';
import { AccessGuard } from './routes/access-guard.js';
import { EveryLookIsDecided, faultsOf } from './routes/check-routes.js';
import { PageSessions } from './routes/pages.js';
import { routesOf } from './routes/routes.js';
import { AllowedIssuers, type MunicipalityList } from './tokens/allowed-issuers.js';
import { ServiceTokens } from './tokens/service-tokens.js';
import { TokenVerifier } from './tokens/token-verifier.js';

export interface AccessOptions {
  readonly service: Context;
  /** Where the allow-list of issuers is kept: `municipalitiesIn(workers)` */
  readonly municipalities: MunicipalityList;
  /** Where the services reach Keycloak, such as `http://127.0.0.1:8080/auth` */
  readonly keycloakUrl: string;
  readonly operatorIssuer: string;
  /** The secret of this service's client, the same in every municipality's realm */
  readonly clientSecret: string;
  /** Whom a citizen's account is linked to: `linkedPersonIn(database)`; a service without it knows no citizens */
  readonly findLinked?: FindLinked | undefined;
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
  ) {}

  static forService(options: AccessOptions): DynamicModule {
    const { service, municipalities, keycloakUrl, operatorIssuer, clientSecret, findLinked, pageSessions } = options;
    const issuers = new AllowedIssuers(municipalities, operatorIssuer);
    const verifier = new TokenVerifier(issuers, keycloakUrl);
    const serviceTokens = new ServiceTokens(issuers, { keycloakUrl, service, secret: clientSecret });
    return {
      module: AccessModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: AllowedIssuers, useValue: issuers },
        { provide: TokenVerifier, useValue: verifier },
        { provide: ServiceTokens, useValue: serviceTokens },
        { provide: Citizens, useValue: new Citizens(findLinked) },
        { provide: PageSessions, useValue: pageSessions ?? noSessions },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [AllowedIssuers, TokenVerifier, ServiceTokens, PageSessions],
    };
  }

  onModuleInit(): void {
    const decided = this.discovery.getProviders().some(({ metatype }) => metatype === EveryLookIsDecided);
    const faults = faultsOf(routesOf(this.discovery, this.scanner), decided);
    if (faults.length > 0) throw new Error(`Access: ${faults.join('; ')}`);
  }
}
