/** What a reader is told when the engine refuses or fails. */
export interface Trouble {
  readonly kind: string;
  readonly message: string;
}

const isTrouble = (error: unknown): error is Trouble =>
  error instanceof Error && typeof (error as Error & { kind?: unknown }).kind === 'string';

/** Runs engine work and remembers what went wrong with it, until something goes well or the reader asks for another try. */
export class Attempts {
  trouble: Trouble | null = null;

  constructor(private readonly changed: () => void) {}

  /** The engine did not do what it was asked, and not because the reader asked for something impossible. */
  get failed(): boolean {
    return this.trouble !== null && this.trouble.kind !== 'invalid-argument';
  }

  /**
   * True when nothing went wrong. A dropped or cancelled request is no trouble. A worker that dies takes with it what it was
   * asked by other figures too: its successor is asked once more.
   */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work().catch((error) => (isTrouble(error) && error.kind === 'internal' ? work() : Promise.reject(error)));
      if (this.trouble) this.become(null);
      return true;
    } catch (error) {
      if (isTrouble(error) && (error.kind === 'superseded' || error.kind === 'cancelled')) return true;
      this.become(isTrouble(error) ? error : { kind: 'internal', message: String(error) });
      return false;
    }
  }

  forget(): void {
    this.become(null);
  }

  private become(trouble: Trouble | null): void {
    this.trouble = trouble;
    this.changed();
  }
}
