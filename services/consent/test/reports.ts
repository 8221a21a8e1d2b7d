import { natsSubject, ProgrammePublished, type Context, type EventContract } from '@helhed/contracts';
import { municipalityCode } from '@helhed/kernel';
import { Bus } from '@helhed/messaging';
import { getDefinition } from '@helhed/programmes';
import {
  startPlatform,
  type TestActor,
  type TestMunicipality,
  type TestPlatform,
  faultsOnPaper,
  startBrowser,
  widths,
  type Browser,
  type Page,
  type Width,
} from '@helhed/testing';
import { nextEvent } from './events.js';

export const programme = 'nyborg-familiestue';

/** Consent and reporting with a programme's figures in them, and a browser that asks for their pages. */
export class Reports {
  readonly #buses = new Map<Context, Bus>();

  private constructor(
    readonly platform: TestPlatform,
    readonly municipality: TestMunicipality,
    readonly browser: Browser,
  ) {}

  static async start(): Promise<Reports> {
    const platform = await startPlatform({ services: ['consent', 'reporting'] });
    const reports = new Reports(platform, await platform.municipality(), await startBrowser());
    const definition = { ...getDefinition(programme) };
    await reports.publish(ProgrammePublished, { programme, version: 1, definition });
    return reports;
  }

  /** As the relay of the event's owner does. */
  async publish<T extends object>(contract: EventContract<T>, data: T): Promise<void> {
    const event = nextEvent(municipalityCode(this.municipality.code), contract, data);
    const subject = natsSubject(event.municipality, contract, event.orderkey);
    const bus = this.#busOf(contract.context);
    await (await bus.jetstream()).publish(subject, JSON.stringify(event), { msgID: event.id });
  }

  #busOf(context: Context): Bus {
    const { url, passwords } = this.platform.nats;
    const bus = this.#buses.get(context) ?? new Bus({ context, url, user: context, password: passwords[context] });
    this.#buses.set(context, bus);
    return bus;
  }

  /** Somebody who asked for a page, and has signed in. */
  async signedIn(actor: TestActor, width: Width, path = '/consent/sign-in'): Promise<Page> {
    const { browser, platform, municipality } = this;
    const page = await (await browser.newContext({ viewport: widths[width] })).newPage();
    await page.goto(platform.url + path);
    await page.selectOption('select[name=municipality]', municipality.code);
    await page.click('button[type=submit]');
    await page.fill('#username', actor.name);
    await page.fill('#password', actor.password ?? '');
    await page.click('#kc-login, button[type=submit]');
    await page.waitForURL((url) => url.origin === new URL(platform.url).origin);
    return page;
  }

  /** On paper a chart stands, and what is for asking does not. */
  async printed(page: Page, name: string): Promise<void> {
    expect(await faultsOnPaper(page, name)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('form')).toBe(false);
    expect(await page.isVisible('svg')).toBe(true);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await Promise.all([...this.#buses.values()].map((bus) => bus.close()));
    await this.platform.stop();
  }
}

/** Asks again for so long as what was published is not heard yet. */
export async function until(isThere: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; !(await isThere()) && Date.now() < end;);
}
