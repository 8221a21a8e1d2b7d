import { requestOf, type Cell } from './cells.js';
import { differs } from './compare.js';
import { routeOf } from './mutants/found.js';
import { givenOutOf, remainingOf } from './oracle/answer-of.js';
import { askedBy, isRefusal } from './oracle/asker.js';
import { decide } from './oracle/decide.js';
import { pageRows, type PageRow } from './oracle/page.js';
import type { World } from './oracle/world.js';
import type { Citizen, Person } from './world/cast.js';
import { send } from './world/http.js';
import type { Place } from './world/make-world.js';
import { Maker } from './world/maker.js';

type Json = Record<string, unknown>;

/** A command, with everything that its route wants. */
export interface Command {
  readonly route: string;
  readonly target?: string;
  readonly family: string;
  readonly body?: unknown;
  /** A basis's kind. */
  readonly kind?: string;
  readonly referrals?: readonly [string, string];
  /** It asks for the version that the actor read last. */
  readonly versioned?: true;
}

/** The routes of commands whose answers show more than a frame, as their rows say. */
export const routesThatShow = (): string[] =>
  pageRows()
    .filter(
      ({ log, page, planned, shows }) => log === 'C' && !page && !planned && /\b(referral|basis)\.[a-z]/.test(shows),
    )
    .map((row) => routeOf({ row }));

/** Commands that take effect, one after another: each answer is held against the oracle, in the world as it is by then. */
export class Answers {
  readonly wrong: string[] = [];
  readonly asked = new Set<string>();
  #world: World;

  constructor(private readonly place: Place) {
    this.#world = place.world;
  }

  /** @param after the world with what the command does @returns the answer; empty where the command was refused */
  async take(
    who: Person | Citizen,
    command: Command,
    after: (world: World, answer: Json) => Partial<World> = () => ({}),
  ): Promise<Json> {
    const { platform, cast } = this.place;
    const actor = cast.as(who);
    const row = pageRows().find((each) => routeOf({ row: each }) === command.route && !each.page) as PageRow;
    const path = row.path.replace('{id}', command.target ?? '');
    const maker = new Maker(platform, cast);
    const version = async () => Number((await maker.get(who, path.replace(/:[a-z-]+$/, '')))['version']);
    const ifMatch = command.versioned ? await version() : undefined;
    const token = await actor.token();
    const got = await send(platform.url, { method: row.method, path, token, body: command.body, ifMatch });
    this.asked.add(command.route);
    const name = `${who}: ${command.route}`;
    if (got.status >= 300) {
      this.wrong.push(`${name}: ${got.status} ${got.text}`);
      return {};
    }
    this.#world = { ...this.#world, ...after(this.#world, got.body) };
    const { target, family, kind, referrals } = command;
    const named = { family, kind, ...(referrals && { referrals }) };
    const probe = { of: name, path, target, named, otherwise: { status: got.status } };
    const expected = decide(this.#world, requestOf(this.#world, { row, probe, actor }));
    const cell: Cell = { name, row, probe, actor, expected };
    const wrong = differs(cell, got, undefined) ?? this.#remains(cell, got.body);
    if (wrong !== undefined) this.wrong.push(`${name}: ${wrong}`);
    return got.body;
  }

  /** A-CON-05: which of the world's bases still allow the same, and where it is asked what was given out. */
  #remains({ row, actor, probe }: Cell, { remaining, givenOut }: Json): string | undefined {
    const who = askedBy(this.#world, actor.asker);
    if (row.id !== 'A-CON-05' || isRefusal(who)) return undefined;
    const known = new Set(this.#world.bases.map(({ id }) => id));
    const said = (remaining as readonly { readonly basis: string }[]).map(({ basis }) => basis);
    const target = probe.target ?? '';
    const [a, b] = [said.filter((id) => known.has(id)).toSorted(), remainingOf(this.#world, who, target).toSorted()];
    if (a.join() !== b.join()) return `says that ${a.join()} remain for ${b.join()}`;
    const [c, d] = [(givenOut as string[]).toSorted(), givenOutOf(this.#world, who, target).toSorted()];
    return c.join() === d.join() ? undefined : `sends to ${c.join()} for ${d.join()}`;
  }
}
