import type { Text } from '../../platform/texts.ts'

/** Questions of the five steps. They give direction and are no form: each may stay open, and an own question may be added. */
export const questions = {
  '1.1': { step: 1, text: { nl: 'Om wie gaat het, zonder naam?', en: 'Who is it about, without a name?' } },
  '1.2': { step: 1, text: { nl: 'Wat weten we van het gezin en de mensen eromheen?', en: 'What do we know of the family and people around?' } },
  '1.3': { step: 1, text: { nl: 'Wie is er al bij betrokken?', en: 'Who is involved already?' } },
  '1.4': { step: 1, text: { nl: 'Heb je het zelf gezien, of van wie hoorde je het?', en: 'Did you see it yourself, or from whom did you hear it?' } },
  '2.1': { step: 2, text: { nl: 'Hoe gaat het met deze bewoner?', en: 'How is this resident doing?' } },
  '2.2': { step: 2, text: { nl: 'Wie wonen er in huis, en hoe gaat het daar?', en: 'Who live in the house, and how are they?' } },
  '2.3': { step: 2, text: { nl: 'Op wie kan de bewoner zelf rekenen?', en: 'Whom can the resident count on?' } },
  '2.4': { step: 2, text: { nl: 'Welke voorzieningen helpen al?', en: 'Which services help already?' } },
  '2.5': { step: 2, text: { nl: 'Wat valt op aan gedrag of reacties?', en: 'What stands out in behaviour or reactions?' } },
  '2.6': { step: 2, text: { nl: 'Wat is er eerder gedaan, en wat hielp?', en: 'What was done before, and what helped?' } },
  '2.7': { step: 2, text: { nl: 'Hoe ziet de bewoner het zelf?', en: 'How does the resident see it?' } },
  '2.8': { step: 2, text: { nl: 'Wat kan de bewoner zelf?', en: 'What can the resident do?' } },
  '2.9': { step: 2, text: { nl: 'Waar maak je je zorgen over?', en: 'What worries you?' } },
  '2.10': { step: 2, text: { nl: 'Wat zou de beste aanpak zijn?', en: 'What would be the best approach?' } },
  '3.1': { step: 3, text: { nl: 'Wat pakken we aan, wie helpt mee en waarom?', en: 'What do we take on, who helps and why?' } },
  '3.2': { step: 3, text: { nl: 'Wat kan met eigen kracht en mensen in de buurt?', en: 'What is possible with own strength and people nearby?' } },
  '4.1': { step: 4, text: { nl: 'Wat leverden de afspraken op?', en: 'What did the agreements bring?' } },
  '4.2': { step: 4, text: { nl: 'Wat weten we nu erbij?', en: 'What else do we know now?' } },
  '4.3': { step: 4, text: { nl: 'Is het probleem anders dan we dachten?', en: 'Is the problem different from what we thought?' } },
  '4.4': { step: 4, text: { nl: 'Hoe gaan we verder?', en: 'How do we go on?' } },
} satisfies Record<string, { step: number; text: Text }>

export type QuestionKey = keyof typeof questions

/** The questions of one step, in order. */
export const questionsOf = (step: number): readonly { key: QuestionKey; text: Text }[] =>
  (Object.entries(questions) as [QuestionKey, { step: number; text: Text }][]).filter(([, it]) => it.step === step).map(([key, { text }]) => ({ key, text }))
