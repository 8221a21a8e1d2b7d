import {
  AttendanceRecorded,
  ConversationRecorded,
  FamilyEnrolled,
  ReferralDeclined,
  ReferralReceived,
  SessionHeld,
} from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { readFileSync } from 'node:fs';
import { faultsOf, widths, type Width } from '@helhed/testing';
import { programme, Reports, until } from './reports.js';

const address = `/consent/figures?programme=${programme}&from=2026-01-01&to=2026-12-31`;
let reports: Reports;

/** Four families, one of them declined; another is enrolled, came to a session but for one, and had a conversation. */
beforeAll(async () => {
  reports = await Reports.start();
  const families = Array.from({ length: 4 }, () => ({ referralId: newId(), familyId: newId(), programme }));
  const origin = { programmeVersion: 1, referringUnit: 'db-solsikken', kind: 'professional' as const };
  for (const named of families)
    await reports.publish(ReferralReceived, { ...named, ...origin, receivedOn: '2026-03-02' });
  const [declined, enrolled] = families as [(typeof families)[0], (typeof families)[0]];
  await reports.publish(ReferralDeclined, {
    ...declined,
    declinedOn: '2026-03-09',
    reasonCode: 'outside-target-group',
  });
  const { familyId } = enrolled;
  const members = (['parent', 'child'] as const).map((role) => ({ personId: newId(), role, households: [newId()] }));
  const group = { groupId: newId(), familyId, programme };
  const place = { ...enrolled, enrolmentId: newId(), placeId: newId(), groupId: group.groupId };
  await reports.publish(FamilyEnrolled, { ...place, enrolledOn: '2026-04-01', members });
  const session = { ...group, sessionId: newId(), kind: 'session' as const };
  await reports.publish(SessionHeld, { ...session, heldOn: '2026-04-09' });
  await reports.publish(AttendanceRecorded, {
    ...session,
    attendanceId: newId(),
    on: '2026-04-09',
    present: 1,
    absent: 1,
  });
  const told = { participants: 3, missing: 0, goals: 0, stands: [] };
  const conversation = { conversationId: newId(), familyId, programme, conversation: 'start', on: '2026-04-10' };
  await reports.publish(ConversationRecorded, { ...conversation, ...told });
}, 300_000);
afterAll(() => reports?.stop());

describe.each(Object.keys(widths) as Width[])('the page of figures on a %s', (width) => {
  it('asks for a programme and a period, and shows charts, their tables and what they mean', async () => {
    const lead = await reports.municipality.person('familiestuen:programme-lead');
    const page = await reports.signedIn(lead, width, '/consent/figures');
    expect(await page.innerText('h1')).toBe('Årets tal');
    expect(await faultsOf(page, `${width}-figures-asked`)).toEqual([]);
    const heard = [
      /Indstillet\s+4/,
      /Afvist\s+1/,
      /Samtaler holdt\s+1/,
      /Fremmøde: fraværende\s+1/,
      /Personer indskrevet\s+2/,
    ];
    await until(async () => {
      await page.goto(reports.platform.url + address);
      const text = await page.innerText('main');
      return heard.every((each) => each.test(text));
    });
    const text = await page.innerText('main');
    expect(text).toMatch(/Familiestue, 1\. januar 2026 – 31\. december 2026/);
    expect(text).toMatch(/Indstillet\s+4\s+–\s+Taget imod\s+0\s+1/);
    expect(text).toMatch(/Fremmøde: kom\s+1\s+2\s+Fremmøde: fraværende\s+1\s+2/);
    expect(text).toMatch(/Afvist efter grund[^]*uden for målgruppen\s+1/);
    expect(text).toMatch(/Samtaler holdt efter slags[^]*Opstartssamtale\s+1/);
    // the year is not over
    expect(text).toMatch(/Personer indskrevet efter alder\s+Delt op vises tallet kun for et helt kalenderår/);
    expect(text).toMatch(/Fremmøde: fraværende efter grund\s+Delt op vises tallet kun for et helt kalenderår/);
    expect(text).toMatch(/Hvad tallene betyder[^]*Indstillinger modtaget i perioden/);
    expect(await page.getByRole('img', { name: 'Indstillinger og forløb' }).count()).toBe(1);
    expect(await faultsOf(page, `${width}-figures`)).toEqual([]);
    expect(text).toMatch(/Vist for programleder i Familiestuen\./);
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Hent tallene som CSV' }).click();
    expect((await file).suggestedFilename()).toBe(`figures-${programme}-2026-01-01-2026-12-31.csv`);
    const table = readFileSync(await (await file).path(), 'utf8');
    expect(table).toMatch(/^\uFEFFprogramme;[^]*\r\n[^]*;referred;/);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.innerText('main')).toMatch(
      /The year's figures[^]*Referred\s+4[^]*Declined by reason[^]*outside the target group\s+1[^]*In parts the figure is shown of a whole calendar year alone/,
    );
    expect(await faultsOf(page, `${width}-figures-english`)).toEqual([]);
    await reports.printed(page, `${width}-figures`);
  });
});

it('a pedagogue has no page of figures', async () => {
  const pedagogue = await reports.municipality.person('db-solsikken:pedagogue');
  const page = await reports.signedIn(pedagogue, 'phone', '/consent/figures');
  expect(await page.innerText('main')).not.toMatch(/Årets tal/);
});
