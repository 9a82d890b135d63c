/**
 * The file system under the embedded database, made durable. Stock PGlite loses every row since its start in a power
 * cut: it starts PostgreSQL without fsync, and its Node file system has no fsync operation to call.
 *
 * Everything here that rests on internals of PGlite 0.5.16 and of its Emscripten file system is in this file; the
 * self-test at each start refuses to run where an internal has moved away.
 */
import fs from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * PGlite's own start parameters without `-F`, which overrides `fsync=on` wherever it stands.
 * `fdatasync`, the default on Linux, is a system call that Emscripten answers with success and nothing else: only
 * `fsync` reaches the file system.
 */
export const DURABLE_START: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...[
    '-c',
    'fsync=on',
    '-c',
    'wal_sync_method=fsync',
    '-c',
    'full_page_writes=on',
    '-c',
    'synchronous_commit=on',
  ],
];

/** Emscripten's numbers of the two failures that matter; they are not the host's. */
const ENOSPC = 51;
const EIO = 29;

/** Why the database stopped. */
export type StorageFailure = 'no room' | 'broken';

/** The part of Emscripten's file system on Node's that is used here. */
interface NodeBackend {
  stream_ops: StreamOperations;
  node_ops: { mknod(parent: object, name: string, mode: number, device: number): object };
  realPath(node: object): string;
}

interface Stream {
  /** Node's file descriptor. */
  nfd: number;
  node: object;
}

interface StreamOperations {
  write(stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number): number;
  fsync?(stream: Stream): number;
}

interface EmscriptenModule extends MainLoop {
  NODEFS: NodeBackend;
  FS: { ErrnoError: new (errno: number) => Error; streams: (Stream | null)[] };
}

/** What PGlite calls round and round until a message is answered. */
interface MainLoop {
  _PostgresMainLoopOnce(): void;
  _pq_buffer_remaining_data(): number;
  stackRestore(pointer: number): void;
  _PostgresSendReadyForQueryIfNecessary(): void;
  _pgl_pq_flush(): void;
}

type NodeFSOptions = Parameters<NodeFS['init']>[1];

export class DurableFS extends NodeFS {
  /** How often the write-ahead log was fsynced: what the self-test watches. */
  logSyncs = 0;
  /** How often something was written to the write-ahead log. */
  logWrites = 0;
  #module: EmscriptenModule | undefined;
  #lastErrno = 0;
  #onFailure: (failure: StorageFailure) => void = () => {};

  /** Has `report` called once PostgreSQL gave up, e.g. because the log could not be written or fsynced. */
  onFailure(report: (failure: StorageFailure) => void): void {
    this.#onFailure = report;
  }

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const steps = [emscriptenOpts.preRun ?? []].flat();
    // Before the last step, which mounts the folder: nodes take their operations when they are made.
    const durable = (module: unknown) => this.#makeDurable(module as EmscriptenModule);
    const preRun = [...steps.slice(0, -1), durable, ...steps.slice(-1)] as NonNullable<
      NodeFSOptions['preRun']
    >;
    // A PANIC aborts the module, and PGlite carries on with what is left: later commits could be confirmed falsely.
    const onAbort = () => {
      if (this.#module !== undefined) leaveMainLoop(this.#module);
      this.#onFailure(this.#lastErrno === ENOSPC ? 'no room' : 'broken');
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun, onAbort } };
  }

  /** Lets go of the files without a word to PostgreSQL, whose shutdown would write what it can no longer vouch for. */
  abandon(): void {
    for (const stream of this.#module?.FS.streams ?? []) {
      if (stream?.nfd === undefined) continue;
      fs.closeSync(stream.nfd);
    }
  }

  #makeDurable(module: EmscriptenModule): void {
    this.#module = module;
    const backend = module.NODEFS;
    const { write } = backend.stream_ops;
    const { mknod } = backend.node_ops;
    const unknownToFolder = new WeakSet<object>();
    const isLog = (node: object) => backend.realPath(node).includes('/pg_wal/');

    backend.node_ops.mknod = (parent, name, mode, device) => {
      const node = mknod(parent, name, mode, device);
      unknownToFolder.add(node);
      return node;
    };
    backend.stream_ops.write = (stream, buffer, offset, length, position) => {
      if (isLog(stream.node)) this.logWrites += 1;
      try {
        return write(stream, buffer, offset, length, position);
      } catch (error) {
        this.#lastErrno = (error as { errno?: number }).errno ?? EIO;
        throw error;
      }
    };
    // `_fd_sync` hands the result on to PostgreSQL: 0, or an ErrnoError that becomes its errno.
    backend.stream_ops.fsync = (stream) => {
      try {
        fs.fsyncSync(stream.nfd);
        // A file can be on the disk and missing from its folder; PostgreSQL fsyncs the folder only after a rename.
        if (unknownToFolder.delete(stream.node)) syncFolder(dirname(backend.realPath(stream.node)));
      } catch {
        this.#lastErrno = EIO;
        throw new module.FS.ErrnoError(EIO);
      }
      if (isLog(stream.node)) this.logSyncs += 1;
      return 0;
    };
  }
}

/**
 * PGlite asks an aborted PostgreSQL again for ever, in one synchronous loop that freezes the process: it swallows what
 * the main loop throws. What it calls beside that throws too from now on, which ends the loop.
 */
function leaveMainLoop(module: EmscriptenModule): void {
  const refuse = () => {
    throw new Error('PostgreSQL has stopped');
  };
  const loop: MainLoop = {
    _PostgresMainLoopOnce: refuse,
    _pq_buffer_remaining_data: refuse,
    stackRestore: refuse,
    _PostgresSendReadyForQueryIfNecessary: () => {},
    _pgl_pq_flush: () => {},
  };
  Object.assign(module, loop);
}

/** Makes the names in a folder durable. Windows cannot and need not: it keeps names by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Makes a folder with everything in it durable, files before the folders that name them. */
export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) syncTree(path);
    else syncFile(path);
  }
  syncFolder(folder);
}

function syncFile(path: string): void {
  const descriptor = fs.openSync(path, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
