import { setTimeout as sleep } from 'node:timers/promises';

/** The little of the W3C's WebDriver protocol that our tests speak: https://www.w3.org/TR/webdriver2/ */
export class WebDriver {
  #session = '';
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  async untilReady(): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const status = await this.#ask<{ ready: boolean }>('GET', '/status').catch(() => undefined);
      if (status?.ready) return;
      await sleep(100);
    }
    throw new Error('the WebDriver does not answer');
  }

  async startSession(wanted: Record<string, unknown>): Promise<Record<string, string>> {
    const { sessionId, capabilities } = await this.#ask<{ sessionId: string; capabilities: Record<string, string> }>(
      'POST',
      '/session',
      { capabilities: { alwaysMatch: wanted } },
    );
    this.#session = `/session/${sessionId}`;
    await this.#ask('POST', `${this.#session}/timeouts`, { script: 60_000 });
    return capabilities;
  }

  async endSession(): Promise<void> {
    await this.#ask('DELETE', this.#session);
  }

  async setWindow(size: { width: number; height: number }): Promise<void> {
    await this.#ask('POST', `${this.#session}/window/rect`, { x: 0, y: 0, ...size });
  }

  async open(url: string): Promise<void> {
    await this.#ask('POST', `${this.#session}/url`, { url });
  }

  /** What the function returns or promises in the page. */
  async run<Args extends readonly unknown[], T>(work: (...args: Args) => T | Promise<T>, args: Args): Promise<T> {
    const script = `const told = arguments[arguments.length - 1];
      (async () => (${work}).apply(null, arguments[0]))().then(value => told({ value }), error => told({ error: String(error) }));`;
    const told = await this.#ask<{ value: T; error?: string }>('POST', `${this.#session}/execute/async`, {
      script,
      args: [args],
    });
    if (told.error !== undefined) throw new Error(told.error);
    return told.value;
  }

  /** What a mouse does. */
  async point(actions: readonly object[]): Promise<void> {
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await this.#ask('POST', `${this.#session}/actions`, { actions: [mouse] });
  }

  async #ask<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(this.#address + path, { method, body: body && JSON.stringify(body) });
    const { value } = (await response.json()) as { value: T };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  }
}
