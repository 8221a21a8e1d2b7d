import type { DefinitionProblem } from '@helhed/contracts';
import { isMap, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { messageOf, type FileProblem } from './invalid-definition.js';

type Path = readonly (string | number)[];

/** A YAML text that knows on which line each field stands. */
export class YamlFile {
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed;

  constructor(
    readonly text: string,
    readonly file: string,
  ) {
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, logLevel: 'error' });
  }

  value(): unknown {
    return this.#document.toJS();
  }

  /** What is wrong with the file as YAML; only without any of it is there a value to look at. */
  problems(): FileProblem[] {
    const encoding = this.text.indexOf('\uFFFD');
    return [
      ...(encoding >= 0 ? [this.problemAt(encoding, 'encoding')] : []),
      ...this.#document.errors.map(({ code, message, pos }) =>
        this.problemAt(pos[0], code === 'DUPLICATE_KEY' ? 'duplicate-field' : 'yaml', message),
      ),
      ...this.#anchors().map((offset) => this.problemAt(offset, 'no-anchors')),
    ];
  }

  problemAt(offset: number, rule: FileProblem['rule'], value = '', field = ''): FileProblem {
    const { line, col } = this.#lines.linePos(offset);
    const message = messageOf(rule, value);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), rule, field, message };
  }

  /** Where the value at the path begins, or its name if it holds fields itself; for a missing field, where it belongs. */
  offsetOf(path: Path): number {
    const node = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    const start = startOf(node);
    if (start !== undefined && !isMap(node)) return start;
    return this.nameOffsetOf(path) ?? start ?? (path.length === 0 ? 0 : this.offsetOf(path.slice(0, -1)));
  }

  nameOffsetOf(path: Path): number | undefined {
    const holder = path.length === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, -1), true);
    if (path.length === 0 || !isMap(holder)) return undefined;
    return startOf(holder.items.find((pair) => String(pair.key) === String(path.at(-1)))?.key);
  }

  /** An aliased field would stand on two lines, and a few nested aliases unfold to gigabytes. */
  #anchors(): number[] {
    const offsets: number[] = [];
    visit(this.#document, {
      Alias: (_, node) => void offsets.push(startOf(node) ?? 0),
      Value: (_, node) => {
        if (node.anchor || node.tag) offsets.push(startOf(node) ?? 0);
      },
    });
    return offsets;
  }
}

/** Where in the file each problem of its content stands, in the order of the lines. */
export const problemsIn = (yaml: YamlFile, problems: readonly DefinitionProblem[]): FileProblem[] =>
  problems
    .map(({ path, rule, value, field }) => {
      const name = rule === 'unknown' ? yaml.nameOffsetOf(path) : undefined;
      return yaml.problemAt(name ?? yaml.offsetOf(path), rule, value, field);
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column);

const startOf = (node: unknown): number | undefined =>
  (node as { range?: number[] | null } | undefined | null)?.range?.[0];
