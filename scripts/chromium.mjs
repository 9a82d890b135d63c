// Finds Chromium for the journeys, or installs Debian's where that is allowed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** `{ path }` of a browser, or `{ skipped }` with the reason why there is none. */
export function findChromium() {
  const found = process.env.CAIRN_CHROMIUM ?? onPath();
  if (found) return { path: found };
  if (process.getuid?.() !== 0)
    return { skipped: 'no Chromium was found, and only root may install one: install Chromium' };
  console.log('Installing Chromium from Debian ...');
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ]) {
    const result = spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (result.status !== 0)
      return { skipped: `no Chromium was found, and apt-get ${args[0]} failed: install Chromium` };
  }
  const installed = onPath();
  return installed ? { path: installed } : { skipped: 'Chromium was installed and still is not on the PATH' };
}

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  return undefined;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
