// @ts-check
import { existsSync } from 'node:fs';

/** Debian's own Python, which has what apt installed, even where another one comes first on PATH. */
export const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find(existsSync) ?? 'python3';

/** One thread for every library of linear algebra. */
export const oneThread = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
