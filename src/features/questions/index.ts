/** The door to questions: what people ask the stewards about a wording, and what they answer. */
export { answerQuestion } from './actions/answer.ts';
export { askAboutWording } from './actions/ask.ts';
export { findQuestion } from './queries.ts';
export { questionsRecord } from './questions-record.ts';
export { questionDoors } from './routes.tsx';
