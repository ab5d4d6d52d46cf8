// @ts-check
// Other people's programs, which the benches set beside ours: installed where apt has them, done without elsewhere.
import { existsSync } from 'node:fs';
import { installWithApt } from './packages.mjs';
import { StepError, step } from './step.mjs';

/** @typedef {{there: string, apt: string[]}} Peer */

const debianModules = '/usr/lib/python3/dist-packages';
const solvers = [
  { there: `${debianModules}/cvxopt`, apt: ['python3-cvxopt'] },
  { there: `${debianModules}/numpy`, apt: ['python3-numpy'] },
  { there: `${debianModules}/scipy`, apt: ['python3-scipy', 'libopenblas0-pthread'] }, // the plain BLAS is ten times slower
  { there: '/usr/lib/R/site-library/ECOSolveR', apt: ['r-cran-ecosolver'] }, // the one form in which Debian has ECOS
];
const pyTorch = [{ there: `${debianModules}/torch`, apt: ['python3-torch', 'libopenblas0-pthread'] }];

export const provideSolvers = () => step('other solvers', () => installed(solvers));

/** @param {boolean} wanted install it where it is missing: some minutes */
export const providePyTorch = (wanted) =>
  step('PyTorch', () => {
    if (wanted || existsSync(pyTorch[0].there)) return installed(pyTorch);
    return 'not here; --torch installs it';
  });

/** @param {Peer[]} peers @returns {Promise<string>} how that went */
async function installed(peers) {
  const missing = peers.filter(({ there }) => !existsSync(there)).flatMap(({ apt }) => apt);
  if (missing.length === 0) return 'all here';
  try {
    await installWithApt(missing);
    return `installed ${missing.join(' ')}`;
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return `without ${missing.join(' ')}, which could not be installed`;
  }
}
