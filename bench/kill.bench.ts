/** npm run bench -- kill: ends the server without warning while people write. Set KILLS for another number than 200. */
import { killWhileWriting } from './kill/kill-while-writing.ts';

const { lost, halfRevealed, ...counts } = await killWhileWriting(Number(process.env.KILLS ?? 200));
console.table([{ ...counts, lost: lost.length, 'half revealed': halfRevealed.length }]);
for (const what of [...lost, ...halfRevealed]) console.log(what);
if (lost.length + halfRevealed.length > 0) process.exitCode = 1;
