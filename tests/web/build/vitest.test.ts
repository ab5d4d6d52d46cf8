import { expect, test } from 'vitest';
import { readVitest } from '../../../web/build/vitest.mjs';

const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };
const failed = {
  status: 'failed',
  fullName: 'draws the curve',
  failureMessages: ['expected 1 to be 2\nat a.test.ts:3'],
};

test('a vitest report is counted by tests', () => {
  const skipped = { status: 'skipped', fullName: 'later', failureMessages: [] };
  const file = { name: '/a.test.ts', status: 'failed', message: '', assertionResults: [passed, failed, skipped] };
  const outcome = readVitest({ testResults: [file] });
  expect(outcome).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  expect(outcome.complaints[0]).toContain('draws the curve\n    expected 1 to be 2\n    at a.test.ts:3');
});

test('a file that does not load is one failure', () => {
  const file = { name: '/b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] };
  const outcome = readVitest({ testResults: [file] });
  expect(outcome).toMatchObject({ passed: 0, failed: 1 });
  expect(outcome.complaints[0]).toContain('Cannot find module');
});
