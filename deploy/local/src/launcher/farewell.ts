import { demoPasswordFile, demoPasswords } from '../demo/demo-passwords.js';
import { demoMunicipalities } from '../demo/people.js';
import { dataFile } from './data-folder.js';
import { say } from './words.js';

/** What people need to know once everything runs: addresses, who they can be, what to try. */
export function farewell(url: string): string {
  return [
    '',
    say('Helhed kører.', 'Helhed is running.'),
    '',
    ...users(),
    '',
    ...nextSteps(url),
    '',
    say(
      `Alt herfra: ${url}/  (log ind på siderne i Chrome eller Firefox)`,
      `All of it from here: ${url}/?lang=en  (sign in to the pages in Chrome or Firefox)`,
    ),
    '',
  ].join('\n');
}

function users(): string[] {
  const { passwords } = demoPasswords();
  const of = (code: string, name: string): string => passwords[code]?.[name] ?? '';
  const municipalities = demoMunicipalities.flatMap(({ code, name, people, citizens, system }) => [
    `${name} (${code}): ${say('opdigtede brugere', 'invented users')}`,
    ...people.map(
      ({ username, functions }) => `  ${username.padEnd(17)} ${of(code, username)}  ${functions.join(', ')}`,
    ),
    ...citizens.map(
      ({ username, firstName, lastName }) =>
        `  ${username.padEnd(17)} ${of(code, username)}  ${say('borger', 'citizen')}: ${firstName} ${lastName}`,
    ),
    `  ${system.clientId.padEnd(17)} ${of(code, system.clientId)}  ${say('dagtilbuddenes system', "the day cares' system")}: ${system.functions?.join(', ') ?? ''}`,
  ]);
  const admin = say('Keycloaks konsol: admin; adgangskode i', 'Keycloak’s console: admin; password in');
  return [...municipalities, `${admin} ${dataFile('secrets.json')}: keycloakAdmin`];
}

function nextSteps(url: string): string[] {
  const token = `curl -s ${url}/auth/realms/kommune-0450/protocol/openid-connect/token -d grant_type=password -d client_id=demo-cli -d username=vibeke -d password=${demoPasswords().passwords['0450']?.['vibeke'] ?? ''}`;
  return [
    say('Prøv nu', 'Try next'),
    `  TOKEN=$(${token} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `  curl -s ${url}/referral/v1/referrals -H "Authorization: Bearer $TOKEN"`,
    '  npm run story -- nyborg-thread --families 20 --seed 7',
    `  npm run status · npm stop · npm run reset   (${say('adgangskoderne står i', 'the passwords are in')} ${demoPasswordFile()})`,
  ];
}
