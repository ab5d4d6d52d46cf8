/** How calls to the engine in a worker are made. */

export interface CallOptions<Progress = SolveProgress> {
  /** Rejects the promise with kind 'cancelled' and stops the work. */
  signal?: AbortSignal;
  /** Newest wins: a call with the same key that has not begun yet is dropped (kind 'superseded') when a newer one arrives. */
  key?: string;
  /**
   * Told how far the work is while it goes on, at most ten times a second and not after its end; for `solve` and
   * `regularizationPath`. To know it takes the engine some time as well. `landscape` and `basins` hand over the rows of each
   * slice instead, but for the last slice's, which come with the result. Other calls tell nothing.
   */
  onProgress?: (progress: Progress) => void;
}

/** How far work in the worker is: of a solve the best network so far, of a regularisation path its last point. */
export interface SolveProgress {
  objective: number;
  lowerBound: number;
  gap: number;
  /** As in the result; of a regularisation path the points that it has. */
  iterations: number;
  /** Since the work began. */
  seconds: number;
}
