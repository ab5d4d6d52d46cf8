/// <reference lib="webworker" />
import { createEngine } from './engine.ts';
import type { Request } from './protocol.ts';
import { EngineService } from './service.ts';

const service = new EngineService(createEngine(), (reply, transfer) => self.postMessage(reply, { transfer }));
self.addEventListener('message', (event: MessageEvent<Request>) => service.receive(event.data));
