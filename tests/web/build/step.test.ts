import { expect, test } from 'vitest';
import { run, StepError } from '../../../web/build/step.mjs';

test('a program that fails is told with its command, its last 30 lines and its log', async () => {
  const program = 'for (let i = 1; i <= 40; i++) console.error("line", i); process.exit(3)';
  const failure = await run('step-test', process.execPath, ['-e', program]).catch((error) => error);
  expect(failure).toBeInstanceOf(StepError);
  expect(failure.message).toContain(process.execPath);
  expect(failure.message).toContain('exit code 3');
  expect(failure.message).not.toContain('line 10\n');
  expect(failure.message).toContain('line 11\n');
  expect(failure.message).toContain('line 40\n');
  expect(failure.message).toContain('build/log/step-test.log');
});

test('a program that is not there is told as such', async () => {
  await expect(run('step-test', 'no-such-program-here', [])).rejects.toThrow('could not be started');
});
