import { toCsv } from './csv.js';
import { releaseExample } from './releases.dto.js';

it('a release is a table with a line for each figure, and nothing where it is withheld', () => {
  const [figure] = releaseExample.figures;
  const withheld = { ...figure!, code: 'waiting-days-median', unit: 'days', range: null };
  const release = { ...releaseExample, figures: [figure!, withheld] };
  const named =
    'Indstillet,Referred,"Familier indstillet i året, hver talt én gang.","Families referred in the year, each counted once."';
  expect(toCsv(release).split('\r\n')).toEqual([
    'programme,year,released_on,figure,from,to,unit,name_da,name_en,definition_da,definition_en',
    `nyborg-familiestue,2024,2026-01-15,referred,20,24,families,${named}`,
    `nyborg-familiestue,2024,2026-01-15,waiting-days-median,,,days,${named}`,
    '',
  ]);
  expect(toCsv(release, 'semicolon')).toContain('\r\nnyborg-familiestue;2024;');
});
