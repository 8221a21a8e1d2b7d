export interface Verdict {
  readonly state: 'clean' | 'vulnerable' | 'unanswered';
  readonly lines: readonly string[];
}

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range?: string }>>;
  readonly message?: string;
  readonly error?: { readonly summary?: string };
}

const serious = new Set(['high', 'critical']);

/** What `npm audit --json` found, told apart from a registry that did not answer: that is no clean bill. */
export function verdict(output: string): Verdict {
  const report = parse(output);
  if (!report?.vulnerabilities) {
    const why = report?.message ?? report?.error?.summary ?? 'no report';
    return {
      state: 'unanswered',
      lines: [`NOT AUDITED: the registry did not answer (${why.replace(/https?:\S+/g, 'its audit address')}).`],
    };
  }
  const found = Object.entries(report.vulnerabilities).filter(([, { severity }]) => serious.has(severity));
  return {
    state: found.length > 0 ? 'vulnerable' : 'clean',
    lines: found.map(([name, { severity, range = '' }]) => `${name} ${range}: ${severity}`),
  };
}

function parse(output: string): Report | undefined {
  try {
    return JSON.parse(output) as Report;
  } catch {
    return undefined;
  }
}
