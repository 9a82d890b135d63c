/**
 * npm run bench -- kill: ends the server without warning while people write, on the embedded database; `kill server`: on
 * PostgreSQL, which is ended itself every fourth time unless CAIRN_BENCH_DATABASE_URL names one. KILLS: how often.
 */
import { killWhileWriting } from './kill/kill-while-writing.ts';
import { embeddedPlace, serverPlace } from './made/databases.ts';

const made = process.argv[2] === 'server' ? await serverPlace() : await embeddedPlace();
try {
  const { lost, halfRevealed, ...counts } = await killWhileWriting(Number(process.env.KILLS ?? 200), made);
  console.table([{ ...counts, lost: lost.length, 'half revealed': halfRevealed.length }]);
  for (const what of [...lost, ...halfRevealed]) console.log(what);
  if (lost.length + halfRevealed.length > 0) process.exitCode = 1;
} finally {
  await made.remove();
}
