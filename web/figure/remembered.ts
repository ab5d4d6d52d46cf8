/** A question that is asked again and again while something else is dragged: the newest answer is kept, and given again. */
export function remembered<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  let known: string | null = null;
  let answer: Promise<Answer> | null = null;
  return (question) => {
    const text = JSON.stringify(question);
    if (answer && text === known) return answer;
    const asked = ask(question);
    [known, answer] = [text, asked];
    asked.catch(() => {
      if (answer === asked) answer = null; // a failure is not kept: the next time may go well
    });
    return asked;
  };
}
