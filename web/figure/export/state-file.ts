import type { Named, Shareable } from './shareable.ts';

/** What a saved state looks like. */
export const stateJson = ({ name, version, state }: Named): string =>
  `${JSON.stringify({ figure: name, version, state }, null, 2)}\n`;

/** Words for the reader on why a file was not taken. */
export class NotAState extends Error {}

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const short = (data: unknown): string => {
  const text = JSON.stringify(data) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotAState(`This is not JSON: ${(error as Error).message}.`);
  }
}

/** The state in a saved file. Throws NotAState, which names what is wrong. */
export function stateOf(text: string, figure: Shareable): object {
  const data = parsed(text);
  if (!isObject(data) || typeof data.figure !== 'string')
    throw new NotAState('This is no saved figure: “figure” is missing.');
  if (data.figure !== figure.name)
    throw new NotAState(`This was saved from the figure “${data.figure}”; here is “${figure.name}”.`);
  if (data.version !== figure.version)
    throw new NotAState(`This is version ${short(data.version)} of the figure’s settings; here is ${figure.version}.`);
  const state = figure.parse(data.state);
  if (state === null) throw new NotAState(blame(data.state, figure));
  return state;
}

/** Which settings are refused: each is tried alone in the state that is there now, which is a good one. */
function blame(state: unknown, { state: good, parse }: Shareable): string {
  if (!isObject(state)) return `“state” is ${short(state)}, not a set of settings.`;
  const names = Object.keys(good);
  const missing = names.filter((name) => !(name in state));
  if (missing.length) return `“${missing[0]}” is missing.`;
  const wrong = names.find((name) => parse({ ...good, [name]: state[name] }) === null);
  return wrong ? `“${wrong}” cannot be ${short(state[wrong])}.` : 'The settings do not go together.';
}
