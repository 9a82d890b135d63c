// A disk that can lose its power: beside the real folder it keeps what a disk would still have, which is only what was
// fsynced. Contents count once their file was fsynced, names once their folder was. All of it goes through node:fs,
// whose functions are replaced for this process.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';

const real = { ...fs };

/**
 * Watches everything under `root`; what is there already is durable.
 *
 * @param image an empty folder, for the durable contents.
 * @param onOperation called before each change of the disk, with its number: the place to cut the power.
 */
export function watchDisk(root, image, onOperation) {
  const disk = new Disk(resolve(root), image);
  let operations = 0;
  const changed = () => onOperation(++operations);
  const inodeOf = (descriptor) => disk.open.get(descriptor);

  replace('openSync', (open) => (path, flags = 'r', mode) => {
    const mine = disk.covers(path);
    const makes = mine && writes(flags) && !real.existsSync(path);
    if (mine && writes(flags)) changed();
    const descriptor = open(path, flags, mode);
    if (!mine) return descriptor;
    if (makes) disk.add(path, 'file');
    const inode = disk.find(path);
    if (truncates(flags)) inode.pending.push({ length: 0 });
    disk.open.set(descriptor, inode);
    return descriptor;
  });
  replace('closeSync', (close) => (descriptor) => {
    disk.open.delete(descriptor);
    return close(descriptor);
  });
  replace('writeSync', (write) => (descriptor, data, ...rest) => {
    const inode = inodeOf(descriptor);
    if (inode === undefined) return write(descriptor, data, ...rest);
    changed();
    const at = typeof data === 'string' ? null : rest[2];
    const position = typeof at === 'number' ? at : real.fstatSync(descriptor).size;
    const length = write(descriptor, data, ...rest);
    const bytes =
      typeof data === 'string'
        ? Buffer.from(data)
        : Buffer.from(data.buffer, data.byteOffset + (rest[0] ?? 0), length);
    inode.pending.push({ position, bytes: Buffer.from(bytes) });
    return length;
  });
  replace('fsyncSync', (fsync) => (descriptor) => {
    const inode = inodeOf(descriptor);
    if (inode !== undefined) changed();
    fsync(descriptor);
    if (inode !== undefined) disk.sync(inode);
  });
  replace('ftruncateSync', (truncate) => (descriptor, length = 0) => {
    const inode = inodeOf(descriptor);
    if (inode !== undefined) changed();
    truncate(descriptor, length);
    inode?.pending.push({ length });
  });
  replace('truncateSync', (truncate) => (path, length = 0) => {
    const mine = typeof path === 'number' ? inodeOf(path) : disk.covers(path) && disk.find(path);
    if (mine) changed();
    truncate(path, length);
    if (mine) mine.pending.push({ length });
  });
  replace('writeFileSync', () => (path, data, options) => {
    // By way of the functions above, so that it is watched.
    const descriptor = fs.openSync(path, options?.flag ?? 'w', options?.mode);
    try {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      if (bytes.length > 0) fs.writeSync(descriptor, bytes, 0, bytes.length, 0);
    } finally {
      fs.closeSync(descriptor);
    }
  });
  replace('mkdirSync', (mkdir) => (path, options) => {
    if (!disk.covers(path)) return mkdir(path, options);
    if (options?.recursive && !real.existsSync(dirname(path))) fs.mkdirSync(dirname(path), options);
    if (options?.recursive && real.existsSync(path)) return undefined;
    changed();
    mkdir(path, typeof options === 'number' ? options : options?.mode);
    disk.add(path, 'folder');
    return path;
  });
  replace('renameSync', (rename) => (from, to) => {
    if (!disk.covers(from)) return rename(from, to);
    changed();
    rename(from, to);
    const inode = disk.find(from);
    disk.remove(from);
    disk.put(to, inode);
    return undefined;
  });
  for (const name of ['unlinkSync', 'rmdirSync', 'rmSync']) {
    replace(name, (remove) => (path, options) => {
      const mine = disk.covers(path) && real.existsSync(path);
      if (mine) changed();
      remove(path, options);
      if (mine) disk.remove(path);
    });
  }
  syncBuiltinESMExports();
  return disk;
}

function replace(name, make) {
  fs[name] = make(real[name]);
}

function writes(flags) {
  if (typeof flags === 'string') return flags !== 'r';
  return (flags & (fs.constants.O_CREAT | fs.constants.O_TRUNC)) !== 0;
}

function truncates(flags) {
  return typeof flags === 'string' ? flags.startsWith('w') : (flags & fs.constants.O_TRUNC) !== 0;
}

class Disk {
  /** Inodes by file descriptor. */
  open = new Map();
  #root;
  #image;
  #top;
  #count = 0;

  constructor(root, image) {
    this.#root = root;
    this.#image = image;
    this.#top = this.#load(root);
  }

  covers(path) {
    return (
      typeof path === 'string' && (resolve(path) === this.#root || resolve(path).startsWith(this.#root + sep))
    );
  }

  find(path) {
    let inode = this.#top;
    for (const name of this.#names(path)) inode = inode.names.get(name);
    return inode;
  }

  add(path, kind) {
    this.put(path, this.#inode(kind));
  }

  put(path, inode) {
    this.find(dirname(path)).names.set(resolve(path).split(sep).at(-1), inode);
  }

  remove(path) {
    this.find(dirname(path)).names.delete(resolve(path).split(sep).at(-1));
  }

  sync(inode) {
    if (inode.kind === 'folder') inode.durableNames = new Map(inode.names);
    else this.#apply(inode, inode.pending.splice(0));
  }

  /**
   * Writes down what the disk has after the power came back.
   *
   * @param survives decides for each write that was never fsynced whether it reached the disk all the same, and how
   *   many of its 512-byte sectors did.
   */
  afterCut(target, survives) {
    const descend = (inode, path) => {
      if (inode.kind === 'file') {
        this.#apply(
          inode,
          inode.pending.filter(() => survives()),
        );
        real.copyFileSync(inode.durable, path);
        return;
      }
      real.mkdirSync(path, { recursive: true, mode: 0o700 });
      for (const [name, inner] of inode.durableNames) descend(inner, join(path, name));
    };
    descend(this.#top, target);
  }

  #apply(inode, changes) {
    if (changes.length === 0) return;
    const descriptor = real.openSync(inode.durable, 'r+');
    for (const { position, bytes, length } of changes) {
      if (bytes === undefined) real.ftruncateSync(descriptor, length);
      else real.writeSync(descriptor, bytes, 0, bytes.length, position);
    }
    real.closeSync(descriptor);
  }

  #names(path) {
    return resolve(path).slice(this.#root.length).split(sep).filter(Boolean);
  }

  #inode(kind) {
    if (kind === 'folder') return { kind, names: new Map(), durableNames: new Map() };
    const durable = join(this.#image, String(this.#count++));
    real.writeFileSync(durable, '');
    return { kind, durable, pending: [] };
  }

  #load(path) {
    if (!real.statSync(path).isDirectory()) {
      const inode = this.#inode('file');
      real.copyFileSync(path, inode.durable);
      return inode;
    }
    const inode = this.#inode('folder');
    for (const name of real.readdirSync(path)) inode.names.set(name, this.#load(join(path, name)));
    this.sync(inode);
    return inode;
  }
}
