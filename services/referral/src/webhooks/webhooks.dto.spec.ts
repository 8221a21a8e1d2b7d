import { RegisterWebhook } from './webhooks.dto.js';

const accepted = (url: string): boolean => RegisterWebhook.safeParse({ url }).success;

describe('the address of a webhook', () => {
  it.each(['https://system.example/helhed', 'HTTPS://system.example/', 'https://system.example/@a?to=b@c.example'])(
    'is %s',
    (url) => expect(accepted(url)).toBe(true),
  );

  it.each([
    'https://u:p@system.example/',
    'HTTPS://u:p@system.example/',
    'https:u:p@system.example/',
    'https:\\\\u:p@system.example/',
    ' https://:p@system.example/',
    'https://system.example/#a',
    'FTP://system.example/',
    'none',
  ])('is never %s', (url) => expect(accepted(url)).toBe(false));
});
