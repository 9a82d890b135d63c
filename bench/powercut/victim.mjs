// One process that loses its power: opens a database, writes, and is cut off at the given operation on the disk. What
// it had confirmed until then goes to its output; what the disk has left goes to a folder.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { watchDisk } from './disk.mjs';

const { module, kind, root, image, after, cutAt, writer, lucky } = JSON.parse(process.argv[2]);
const confirmed = [];
const { writeSync } = fs;

const disk = watchDisk(root, image, (operation) => {
  if (operation === cutAt) cut();
});

function cut() {
  // Half of the cuts find that some of what was never fsynced reached the disk all the same, in any order.
  disk.afterCut(after, () => lucky && Math.random() < 0.5);
  writeSync(1, JSON.stringify({ confirmed }));
  process.exit(0);
}

const { openFor } = await import(pathToFileURL(module).href);
const database = await openFor(kind, root);
for (let row = 0; ; row += 1) {
  const id = `${writer}-${row}`;
  // Now and then several rows in one transaction, a large row, and a checkpoint, which moves rows to other files.
  if (row % 200 === 150) await database.checkpoint();
  const written = await database.write(id, row % 50 === 25 ? 100_000 : 40);
  confirmed.push(...written);
}
