import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { newId } from '../../db/ids.ts';
import { CairnError } from '../../domain/errors.ts';
import { isKind, KINDS } from '../../domain/evidence.ts';
import { readConnection } from '../connection.ts';

interface Options {
  on?: string;
  kind?: string;
  speaksTo: string[];
}

export function noteCommand(): Command {
  return new Command('note')
    .description('Note something that happened, as evidence of your own. Private until you share it.')
    .argument('<text>', 'what happened; - reads standard input')
    .option('--on <date>', 'the day it happened, e.g. 2026-03-12; default: today')
    .addOption(new Option('--kind <kind>', 'what kind of work it was').choices(KINDS))
    .option(
      '--speaks-to <expectation>',
      'id of an expectation, or of one of its points as EXPECTATION/POINT; may be given again',
      (value: string, given: string[]) => [...given, value],
      [],
    )
    .addHelpText(
      'after',
      `
Asks the server at CAIRN_URL (default: http://localhost:8080) with your personal token: CAIRN_TOKEN, or the file
~/.config/cairn/token, readable by you alone. Make a token on your own page. Where the note cannot be saved it is
printed back, so that nothing you wrote is lost.`,
    )
    .action(note);
}

async function note(given: string, options: Options): Promise<void> {
  const said = given === '-' ? await text(process.stdin) : given;
  try {
    const { page } = await send(said, options);
    console.log(`Noted. ${page}`);
  } catch (error) {
    if (said.trim() !== '') console.log(said);
    throw error;
  }
}

async function send(said: string, { on, kind, speaksTo }: Options): Promise<{ page: string }> {
  const { url, token } = readConnection();
  const body = {
    id: newId(),
    text: said,
    happenedOn: on ?? today(),
    ...(kind !== undefined && isKind(kind) ? { kind } : {}),
    ...(speaksTo.length === 0 ? {} : { speaksTo: speaksTo.map(target) }),
  };
  const answer = await fetch(`${url}/api/evidence`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new CairnError(
      'unavailable',
      `There is no connection to ${url}.`,
      'What you wrote stands above. Try again later.',
      {
        cause: error,
      },
    );
  });
  if (answer.ok) return (await answer.json()) as { page: string };
  throw refusal(answer.status, await detailOf(answer), url);
}

/** The day here, wherever the server is. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function target(value: string): { expectation: string; point?: string } {
  const [expectation = '', point] = value.split('/');
  return { expectation, ...(point === undefined ? {} : { point }) };
}

function refusal(status: number, detail: string | undefined, url: string): CairnError {
  const remedy = 'What you wrote stands above.';
  if (status === 401) {
    return new CairnError(
      'refused',
      `${url} does not know your token, or it has ended.`,
      `Make a new one on your own page. ${remedy}`,
    );
  }
  if (status >= 500 || detail === undefined) {
    return new CairnError(
      'unavailable',
      `${url} could not take it (${status}).`,
      `${remedy} Try again later.`,
    );
  }
  return new CairnError('refused', detail, remedy);
}

/** What a Cairn says is wrong; undefined where something else answered, such as a proxy. */
async function detailOf(answer: Response): Promise<string | undefined> {
  if (!answer.headers.get('content-type')?.includes('problem+json')) return undefined;
  const { detail } = (await answer.json()) as { detail?: string };
  return detail;
}
