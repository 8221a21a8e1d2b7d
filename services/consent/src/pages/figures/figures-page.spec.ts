import type { Actor } from '@helhed/access';
import type { PageView } from '@helhed/web';
import type { Figure } from './ask-figures.js';
import { figuresPage } from './figures-page.js';

const named = (da: string) => ({ da, en: da });
const days = (code: string, value: number | null): Figure => ({
  code,
  name: named(code),
  definition: named('dage'),
  unit: 'days',
  value,
  denominator: null,
  parts: [],
  partsBy: null,
});

function page(...figures: Figure[]): string {
  const view: PageView = { language: 'da', address: '/consent/figures', account: 'L', csrf: 'c', accessToken: 't' };
  const actor = { unit: 'familiestuen', function: 'programme-lead' } as Actor;
  const asked = { programme: 'familiestue', from: '2026-01-01', to: '2026-12-31' };
  return figuresPage(view, actor, { programmes: [], atUnit: 'Familiestuen' }, asked, { asked, figures });
}

const told = (html: string) => /<desc [^>]*>([^<]*)<\/desc>/.exec(html)?.[1];

describe('the page of figures', () => {
  it('draws no bar of a figure that is of nobody: none is not nought', () => {
    const html = page(days('median', null), days('longest', 31));
    expect(told(html)).toBe('longest: 31');
    expect(html.replace(/\s+/g, ' ')).toMatch(/<th scope="row">median<\/th> <td class="figures-number">ingen<\/td>/);
  });

  it('has the table alone where no figure has a number', () => {
    const html = page(days('median', null));
    expect(html).not.toContain('<svg');
    expect(html).toContain('>ingen<');
  });
});
