import { startOptions } from './start-options.js';

describe('the options of npm start', () => {
  it('are a detached start and a port base', () => {
    expect(startOptions([], {})).toEqual({ detach: false });
    expect(startOptions(['--detach', '--port-base', '9000'], {})).toEqual({ detach: true, portBase: 9000 });
    expect(startOptions([], { HELHED_PORT_BASE: '9100' })).toEqual({ detach: false, portBase: 9100 });
  });

  it('put the command line above the environment', () => {
    expect(startOptions(['--port-base=9000'], { HELHED_PORT_BASE: '9100' }).portBase).toBe(9000);
  });

  it.each(['80', '70000', 'many', '8450.5'])('refuse %s as a port base', (text) => {
    expect(() => startOptions(['--port-base', text], {})).toThrow('port base');
  });

  it('refuse what they do not know', () => {
    expect(() => startOptions(['--fast'], {})).toThrow('--fast');
  });
});
