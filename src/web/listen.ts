/** The port of the pages: opening it, and closing it once every answer is given. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { CairnError } from '../domain/errors.ts';

export interface ListeningPlace {
  /** TCP port; 0 picks a free one. */
  port: number;
  /** Address of this machine. */
  host: string;
}

/** Opens the port; what answers there is known only once the port is, which links and passkeys name. */
export async function listen(
  place: ListeningPlace,
): Promise<{ server: Server; answer(app: RequestListener): void }> {
  let app: RequestListener = (_, outgoing) => void outgoing.writeHead(503, { 'retry-after': '2' }).end();
  const server = createServer((incoming, outgoing) => app(incoming, outgoing));
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(cannotListen(place, error)));
    server.listen(place.port, place.host, done);
  });
  return {
    server,
    answer: (started) => {
      app = started;
    },
  };
}

/** Lets answers that are under way end, for five seconds at most. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(late);
      done();
    });
    server.closeIdleConnections();
  });
}

function cannotListen({ host, port }: ListeningPlace, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE') {
    return new CairnError(
      'unavailable',
      `Port ${port} is taken by another program.`,
      `Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (error.code === 'EACCES') {
    return new CairnError(
      'unavailable',
      `Port ${port} may only be opened by root.`,
      'Choose a port above 1023 with PORT.',
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CairnError(
      'unavailable',
      `This machine has no address ${host}.`,
      'Set HOST to one of its addresses, or to 0.0.0.0 for all of them.',
    );
  }
  return error;
}
