export { AnsweredBy, AnswersPart, Because, type Called, Grounds, WhyHere } from './Reasons.tsx'
export { answersIn, type Of, reasonsOf, worksSomewhere } from './record.ts'
export { type Ground, type ShownAnswer, shownAnswer, type ShownReason, shownReason } from './shown.ts'
