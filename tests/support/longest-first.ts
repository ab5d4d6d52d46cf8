import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders of tests whose files take longest, the longest first; a file on its own at the end would leave a processor idle. */
const LONGEST = ['/e2e/article/', '/e2e/contract/', '/e2e/kept-states'];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((part) => moduleId.includes(part));
  return place < 0 ? LONGEST.length : place;
};

/** Starts the files of long tests first, and the others in the order that Vitest would choose. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
