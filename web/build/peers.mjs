// @ts-check
// Other people's solvers, which the bench sets beside ours: installed where apt has them, done without elsewhere.
import { existsSync } from 'node:fs';
import { installWithApt } from './packages.mjs';
import { StepError, step } from './step.mjs';

const debianModules = '/usr/lib/python3/dist-packages';
const peers = [
  { there: `${debianModules}/cvxopt`, apt: ['python3-cvxopt'] },
  { there: `${debianModules}/numpy`, apt: ['python3-numpy'] },
  { there: `${debianModules}/scipy`, apt: ['python3-scipy', 'libopenblas0-pthread'] }, // the plain BLAS is ten times slower
  { there: '/usr/lib/R/site-library/ECOSolveR', apt: ['r-cran-ecosolver'] }, // the one form in which Debian has ECOS
];

export async function providePeers() {
  await step('other solvers', async () => {
    const missing = peers.filter(({ there }) => !existsSync(there)).flatMap(({ apt }) => apt);
    if (missing.length === 0) return 'all here';
    try {
      await installWithApt(missing);
      return `installed ${missing.join(' ')}`;
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      return `without ${missing.join(' ')}, which could not be installed`;
    }
  });
}
