import type { Asker } from './asker.js';
import type { Question } from './decision-api.js';
import type { PageRow } from './page.js';
import type { Search } from './subject-search.js';

/** Where nobody stops it. */
export interface Otherwise {
  readonly status: number;
  readonly problem?: string;
  /** Whether a refusal says which fields it is about. */
  readonly namesFields?: boolean;
  readonly wrong?: Wrong;
}

/** Of a refusal of a wrong name, or a wrong state: whether it tells which it is, and whether it is a look, in the log (A-CMD-05). */
export interface Wrong {
  readonly told: boolean;
  readonly look: boolean;
}

/** A request as the oracle hears of it. */
export interface Request {
  readonly row: PageRow;
  readonly asker: Asker;
  /** What the address names: the thing's id in the world, or an id that nothing has. */
  readonly target?: string | undefined;
  /** What the body or the query names. */
  readonly named?: {
    readonly family?: string | undefined;
    /** The unit that a new thing is to be in. */
    readonly unit?: string | undefined;
    readonly programme?: string | undefined;
    /** A basis's or a relation's kind. */
    readonly kind?: string | undefined;
    readonly function?: string | undefined;
    readonly sub?: string | undefined;
    readonly staff?: string | undefined;
    readonly state?: string | undefined;
    readonly groupId?: string | undefined;
    readonly purpose?: string | undefined;
    /** Whom a basis is to cover, and who gives it. */
    readonly persons?: readonly string[];
    readonly givers?: readonly string[];
    /** The two referrals of families that must not be in one group. */
    readonly referrals?: readonly [string, string];
    /** The child that it is about. */
    readonly child?: string | undefined;
    /** The parent who asked. */
    readonly parent?: string | undefined;
    /** Whose links are asked for. */
    readonly person?: string | undefined;
    readonly session?: string | undefined;
    /** To whom a calendar or an invitation is given. */
    readonly recipient?: string | undefined;
    /** The work point that is offered. */
    readonly point?: string | undefined;
    /** Who opens a child's view. */
    readonly by?: string | undefined;
  };
  /** What the decision API is asked. */
  readonly asked?: Question;
  /** By whom what may be done, is asked of it. */
  readonly searched?: Search;
  /** Its shape is wrong: what step 4 says of it. */
  readonly misshapen?: { readonly status: 400 | 404 | 428 };
  /** What comes of it when nobody stops it and it is not the oracle's to know: of a command's rules, say. */
  readonly otherwise: Otherwise;
}

export interface Withheld {
  readonly category: string;
  readonly reason: string;
  readonly person?: string;
}

export interface View {
  /** Sections shown, with whose they are: `family.identity:<person>`. */
  readonly shown: readonly string[];
  readonly withheld: readonly Withheld[];
}

export interface Item extends View {
  readonly id: string;
}

/** By category: how many things, and which units own them. */
export type Held = Readonly<Record<string, { readonly count: number; readonly units: readonly string[] }>>;

export interface Expected extends Partial<View> {
  readonly status: number;
  readonly problem?: string;
  /** The rule that decided. */
  readonly rule: string;
  /** Every one, on whichever page. */
  readonly items?: readonly Item[];
  readonly location?: string;
  /** A calendar's: the appointments in it. */
  readonly entries?: readonly string[];
  /** What a list says that referrals told, and is no item of it. */
  readonly told?: readonly string[];
  /** How many a figure counts. */
  readonly count?: number;
  /** Whether a refusal says which fields it is about. */
  readonly namesFields?: boolean;
  readonly wrong?: Wrong;
  /** Who sees what is held on somebody, by service, in words, and on which bases. */
  readonly readers?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** What is held on somebody, by service; of the others the oracle does not know. */
  readonly held?: Readonly<Record<string, Held>>;
  /** The decision API's, in the order asked. */
  readonly decisions?: readonly boolean[];
  /** What the decision API finds. */
  readonly found?: readonly string[];
}
