import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../src/config.ts';
import type { CairnError } from '../src/domain/errors.ts';
import { findSecret } from '../src/secret.ts';

describe('Settings about mail and signing in', () => {
  it('have defaults that run on this machine', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ mailFrom: 'Cairn <cairn@localhost>', trustedProxies: [] });
    expect(config.smtpUrl).toBeUndefined();
    expect(config.secret).toBeUndefined();
    expect(readConfig({ BASE_URL: 'https://cairn.example.org/' }).mailFrom).toBe(
      'Cairn <cairn@cairn.example.org>',
    );
  });

  it('are taken as they are meant', () => {
    const env = {
      SMTP_URL: 'smtps://user:p%40ss@mail.example.org',
      MAIL_FROM: 'Our Cairn <cairn@example.org>',
      CAIRN_SECRET: 's'.repeat(32),
      TRUSTED_PROXY: '10.0.0.5, 10.1.0.0/16 fd00::/8',
    };
    expect(readConfig(env)).toMatchObject({
      smtpUrl: env.SMTP_URL,
      mailFrom: env.MAIL_FROM,
      secret: env.CAIRN_SECRET,
      trustedProxies: ['10.0.0.5', '10.1.0.0/16', 'fd00::/8'],
    });
  });

  it.each([
    ['SMTP_URL', 'mail.example.org:25', /must begin with smtp/],
    ['SMTP_URL', 'https://mail.example.org', /must begin with smtp/],
    ['SMTP_URL', 'smtp://', /must begin with smtp/],
    ['MAIL_FROM', 'cairn', /not one e-mail address/],
    ['MAIL_FROM', 'a@example.org, b@example.org', /not one e-mail address/],
    ['MAIL_FROM', 'Cairn <cairn@example.org', /not one e-mail address/],
    ['MAIL_FROM', 'Cairn\nBcc: x@y <cairn@example.org>', /not one e-mail address/],
    ['CAIRN_SECRET', 'too short', /has 9 characters/],
    ['TRUSTED_PROXY', 'proxy.example.org', /neither an address nor a network/],
    ['TRUSTED_PROXY', '10.0.0.0/33', /neither an address nor a network/],
    ['TRUSTED_PROXY', '10.0.0.0/8/8', /neither an address nor a network/],
  ])('refuse %s = %s with a sentence', (name, value, words) => {
    expect(() => readConfig({ [name]: value })).toThrow(words);
  });

  it('are refused without the password that they hold', () => {
    const read = () => readConfig({ SMTP_URL: 'mail://user:tops3cret@mail.example.org' });
    expect(read).toThrow(expect.not.objectContaining({ message: expect.stringContaining('tops3cret') }));
  });
});

describe('The secret', () => {
  function folder(): string {
    const made = mkdtempSync(join(tmpdir(), 'cairn-test-'));
    onTestFinished(() => rmSync(made, { recursive: true }));
    return made;
  }

  it('is made at the first start, kept, and readable by nobody else', () => {
    const dataDir = join(folder(), 'data');
    const secret = findSecret({ dataDir });
    expect(secret.length).toBeGreaterThanOrEqual(64);
    expect(findSecret({ dataDir })).toBe(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
    expect(findSecret({ dataDir: join(folder(), 'data') })).not.toBe(secret);
  });

  it('is that of the settings where there is one, and nothing is written', () => {
    const dataDir = folder();
    expect(findSecret({ dataDir, secret: 's'.repeat(32) })).toBe('s'.repeat(32));
    expect(() => readFileSync(join(dataDir, 'secret'))).toThrow(/ENOENT/);
  });

  it('is closed to others where somebody opened it, e.g. by copying it back', () => {
    const dataDir = folder();
    const secret = findSecret({ dataDir });
    chmodSync(join(dataDir, 'secret'), 0o644);
    expect(findSecret({ dataDir })).toBe(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('that is cut short is refused, and what that means is said', () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'secret'), 'abc\n');
    const find = () => findSecret({ dataDir });
    expect(find).toThrow(/cut short/);
    try {
      find();
    } catch (error) {
      expect((error as CairnError).remedy).toContain('beside your backups');
    }
  });
});
