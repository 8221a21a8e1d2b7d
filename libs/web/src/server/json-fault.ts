/** A run of blanks, then a string, number or word, as RFC 8259 has them; sticky, so that each begins where it is put. */
const blanks = /[ \t\n\r]*/y;
const stringToken = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalarToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

export interface JsonFault {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * Where text stops being JSON: the first character of what does not belong there; undefined where it is JSON. V8's own
 * message names no position for short texts, and repeats the text. Recurses, so the depth is to be known first.
 */
export function jsonFault(text: string): JsonFault | undefined {
  const reader = new Reader(text);
  if (reader.value() && reader.atEnd()) return undefined;
  const before = text.slice(0, reader.at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

class Reader {
  at = 0;

  constructor(private readonly text: string) {}

  value(): boolean {
    this.#take(blanks);
    if (this.#is('{')) return this.#list('}', () => this.#member());
    if (this.#is('[')) return this.#list(']', () => this.value());
    return this.#take(stringToken) || this.#take(scalarToken);
  }

  atEnd(): boolean {
    this.#take(blanks);
    return this.at === this.text.length;
  }

  #member(): boolean {
    return this.#take(stringToken) && this.#comes(':') && this.value();
  }

  #list(close: string, item: () => boolean): boolean {
    this.at++;
    if (this.#comes(close)) return true;
    do {
      this.#take(blanks);
      if (!item()) return false;
    } while (this.#comes(','));
    return this.#comes(close);
  }

  #comes(character: string): boolean {
    this.#take(blanks);
    if (!this.#is(character)) return false;
    this.at++;
    return true;
  }

  #is(character: string): boolean {
    return this.text[this.at] === character;
  }

  #take(token: RegExp): boolean {
    token.lastIndex = this.at;
    if (!token.test(this.text)) return false;
    this.at = token.lastIndex;
    return true;
  }
}
