/** A real mail server for tests, which keeps what it is sent. */
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Received {
  from: string;
  to: string[];
  /** Whether it came over TLS. */
  secure: boolean;
  mail: Email;
  raw: string;
}

export interface MailServer {
  url: string;
  port: number;
  received: Received[];
  stop(): Promise<void>;
}

export interface MailServerOptions {
  port?: number;
  /** The one login that is let in; without it nobody needs one. */
  login?: { user: string; password: string };
  /** Whether an address is refused for good. */
  refuses?: (address: string) => boolean;
  /** Whether it offers no encryption. */
  inTheClear?: boolean;
}

/** Starts one, on a free port where none is named. Stopped when the test ends. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { port = 0, login, refuses = () => false, inTheClear = true } = options;
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: login === undefined,
    disabledCommands: [...(inTheClear ? ['STARTTLS'] : []), ...(login === undefined ? ['AUTH'] : [])],
    onAuth: ({ username, password }, _, done) =>
      username === login?.user && password === login?.password
        ? done(null, { user: username ?? '' })
        : done(new Error('wrong user or password')),
    onRcptTo: ({ address }, _, done) =>
      done(refuses(address) ? Object.assign(new Error('no such mailbox here'), { responseCode: 550 }) : null),
    onData: (stream, { envelope, secure }, done) => {
      buffer(stream).then(async (raw) => {
        received.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          secure,
          mail: await PostalMime.parse(raw),
          raw: raw.toString(),
        });
        done();
      }, done);
    },
  });
  // A client that goes away in the middle is what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= new Promise<void>((done) => server.close(done));
    return stopped;
  };
  onTestFinished(stop);
  const taken = (server.server.address() as AddressInfo).port;
  const user = login === undefined ? '' : `${login.user}:${encodeURIComponent(login.password)}@`;
  return { url: `smtp://${user}127.0.0.1:${taken}`, port: taken, received, stop };
}
