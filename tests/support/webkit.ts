import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { webKitDriver, xvfb } from '../../web/build/toolchain.mjs';
import { type Place, type PlainBrowser, way, windowSize } from './plain-browser.ts';
import { WebDriver } from './web-driver.ts';

/** WebKit has no mode without a screen: it gets one that nobody sees. */
export async function launchWebKit(): Promise<PlainBrowser> {
  const screen = await startScreen();
  const { driver, process } = await startDriver(screen.display);
  const close = async () => {
    await driver.endSession();
    process.kill();
    screen.process.kill();
  };
  const { browserName, browserVersion } = await driver.startSession({
    'webkitgtk:browserOptions': { args: ['--automation'] },
  });
  await driver.setWindow(windowSize);
  return {
    name: `${browserName} ${browserVersion}`,
    open: (address) => driver.open(address),
    run: (work, ...args) => driver.run(work, args),
    drag: (from, to) => driver.point(strokes(from, to)),
    close,
  };
}

const strokes = (from: Place, to: Place) => [
  { type: 'pointerMove', duration: 0, x: Math.round(from.x), y: Math.round(from.y) },
  { type: 'pointerDown', button: 0 },
  ...way(from, to).map((place) => ({ type: 'pointerMove', duration: 20, ...place })),
  { type: 'pointerUp', button: 0 },
];

/** An X server in memory; it chooses a free number and writes it to the pipe. */
async function startScreen(): Promise<{ display: string; process: ChildProcess }> {
  const process = spawn(needed(xvfb()), ['-displayfd', '3', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(process.stdio[3] as Readable, 'data');
  return { display: `:${String(number).trim()}`, process };
}

async function startDriver(display: string) {
  const port = await freePort();
  const process = spawn(needed(webKitDriver()), [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...globalThis.process.env, DISPLAY: display },
    stdio: 'ignore',
  });
  const driver = new WebDriver(`http://127.0.0.1:${port}`);
  await driver.untilReady();
  return { driver, process };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function needed(program: string | undefined): string {
  if (program === undefined) throw new Error('no WebKitWebDriver, or no Xvfb');
  return program;
}
