import { cookieIn, hostCookie } from './cookies.js';

it('finds a cookie by its whole name', () => {
  const header = 'xhelhed=1; helhed=2; helhed-language=3';
  expect(cookieIn(header, 'helhed')).toBe('2');
  expect(cookieIn(['a=1', 'helhed=4; b=5'], 'helhed')).toBe('4');
  expect(cookieIn(header, 'none')).toBeUndefined();
  expect(cookieIn(undefined, 'helhed')).toBeUndefined();
});

it('sets cookies that only this host gets back, over TLS, and that no script reads', () => {
  expect(hostCookie('helhed', 'x')).toBe('__Host-helhed=x; Path=/; Secure; HttpOnly; SameSite=Lax');
  expect(hostCookie('helhed', '', 0)).toMatch(/Max-Age=0$/);
});
