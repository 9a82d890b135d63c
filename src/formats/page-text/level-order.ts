/** Grades that names of levels begin with, lowest first. A name with none of them stands between junior and senior. */
const GRADES: readonly RegExp[] = [
  /^(?:trainee|apprentice|intern|graduate)\b/i,
  /^(?:junior|associate)\b/i,
  /^(?!(?:senior|lead|staff|principal|head of|director|chief)\b)/i,
  /^senior\b/i,
  /^(?:lead|staff|principal)\b/i,
  /^(?:head of|director|chief)\b/i,
];

/**
 * Puts levels in the order that their names tell: by grade ("Engineer" before "Senior Engineer", "Head of ..." last),
 * within a grade by the number at the end of the name, and otherwise as they were given.
 */
export function inOrderOfGrade<Named extends { name: string }>(levels: readonly Named[]): Named[] {
  return levels.toSorted((a, b) => gradeOf(a.name) - gradeOf(b.name) || numberOf(a.name) - numberOf(b.name));
}

function gradeOf(name: string): number {
  return GRADES.findIndex((grade) => grade.test(name.trimStart()));
}

function numberOf(name: string): number {
  return Number(/(?<!\d)\d{1,6}(?=\s*$)/.exec(name)?.[0] ?? 0);
}
