import type { Linked } from './host.ts';

/**
 * States in links: `#certificate=` and, in base64url, the JSON of { version, state }. Whatever a stranger wrote there comes
 * out as a state that the figure's `parse` accepts, or as words on what is wrong.
 */

function fromBase64Url(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

/** What a fragment holds for this figure; null when it is not about it, or holds no state. */
export function linkedState<State>(
  fragment: string,
  name: string,
  version: number,
  parse: (data: unknown) => State | null,
): Linked<State> | null {
  if (!fragment.startsWith(`#${name}=`)) return null;
  try {
    const linked = JSON.parse(fromBase64Url(fragment.slice(name.length + 2))) as Partial<
      Record<'version' | 'state', unknown>
    > | null;
    if (linked?.version !== version) return { trouble: 'The link is of another version of this figure.' };
    const state = parse(linked.state);
    return state === null ? { trouble: 'The link holds settings that this figure does not have.' } : { state };
  } catch {
    return { trouble: 'The link is damaged.' };
  }
}
