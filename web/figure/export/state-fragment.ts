function toBase64Url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The part of an address that holds a state for the figure of this key, see state-link.ts. */
export const stateFragment = (name: string, version: number, state: object): string =>
  `#${name}=${toBase64Url(JSON.stringify({ version, state }))}`;
