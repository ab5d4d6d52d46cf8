import { expect, test } from 'vitest';
import { readCatch2 } from '../../../web/build/catch2.mjs';

const report = `<?xml version="1.0" encoding="UTF-8"?>
<Catch name="hcx_tests">
  <Group name="hcx_tests">
    <TestCase name="adds &lt;two> numbers" filename="a.cpp" line="4">
      <OverallResult success="true"/>
    </TestCase>
    <TestCase name="solves" tags="[x]" filename="a.cpp" line="5">
      <Section name="inner &amp; outer" filename="a.cpp" line="5">
        <Info>
          seed := 7
        </Info>
        <Expression success="false" type="CHECK" filename="a.cpp" line="6">
          <Original>
            gap &lt; 0.5
          </Original>
          <Expanded>
            1 &lt; 0.5
          </Expanded>
        </Expression>
        <OverallResults successes="0" failures="1" expectedFailures="0"/>
      </Section>
      <OverallResult success="false"/>
    </TestCase>
    <TestCase name="throws" filename="a.cpp" line="7">
      <Exception filename="a.cpp" line="8">
        out of memory
      </Exception>
      <OverallResult success="false"/>
    </TestCase>
    <OverallResults successes="2" failures="2" expectedFailures="1"/>
    <OverallResultsCases successes="1" failures="2" expectedFailures="1"/>
  </Group>
  <OverallResults successes="2" failures="2" expectedFailures="1"/>
  <OverallResultsCases successes="1" failures="2" expectedFailures="1"/>
</Catch>`;

test('a Catch2 report is counted by test cases, expected failures among the passed', () => {
  expect(readCatch2(report)).toMatchObject({ passed: 2, failed: 2, skipped: 0 });
});

test('a failed case is told with its place, its check and what was captured', () => {
  expect(readCatch2(report)?.complaints).toEqual([
    'solves\n      seed := 7\n    a.cpp:6: gap < 0.5  =>  1 < 0.5',
    'throws\n    a.cpp:8: Exception: out of memory',
  ]);
});

test('skipped cases of Catch2 3 are counted', () => {
  const total = '<OverallResultsCases successes="4" failures="0" expectedFailures="0" skips="1"/>';
  expect(readCatch2(total)).toMatchObject({ passed: 4, failed: 0, skipped: 1 });
});

test('a report that a crash cut short has no count', () => {
  expect(readCatch2(report.slice(0, 400))).toBeUndefined();
  expect(readCatch2('')).toBeUndefined();
});
