import type { z } from 'zod'
import { publicView } from '../../platform/act.ts'
import { locale } from '../../platform/texts.ts'
import { costText, forWhomText, hoursInWords, timesInWords } from '../directory/index.ts'
import { AgendaPage } from './AgendaPage.tsx'
import { agendaQuestion, daysOf } from './asked.ts'
import { type Occasion, occasions, offer } from './reading.ts'
import { shownAgenda, type shownOccasion } from './shown.ts'
import { texts } from './texts.ts'

const occasionShown = (it: Occasion): z.input<typeof shownOccasion> => ({
  slug: it.slug, name: it.name, day: it.day, times: timesInWords(it.opensAt, it.closesAt), rhythm: hoursInWords([it]), masked: it.masked,
  place: [it.place, it.address].filter(Boolean).join(', ') || null, forWhom: forWhomText(it), cost: costText(it.cents, it.costWords),
  registration: it.registration, inclusive: it.inclusive, flowTo: it.flowTo, pickup: it.pickup === 'yes', companion: it.companion === 'yes', organizer: it.organizer,
})

/** What everybody can go to, by day, week or as a list. */
export const agendaViewed = publicView({
  name: 'agenda.view',
  at: '/agenda',
  path: '/agenda',
  title: texts.title,
  query: agendaQuestion,
  output: shownAgenda,
  find: async (reading, _params, question) => {
    const days = daysOf(question, reading.now)
    const [found, choice] = await Promise.all([occasions(reading, days.from, days.to, question, question.vorm === 'lijst'), offer(reading)])
    return { ...days, ...found, choice }
  },
  may: () => true,
  about: () => [],
  present: (_ctx, { from, to, all, lines, choice }) => ({
    from, to, all, phone: choice.phone, lines: lines.map(occasionShown), areas: choice.areas,
    groups: choice.groups.map(({ slug, name, nameEn }) => ({ slug, name: locale() === 'en' ? (nameEn ?? name) : name })),
  }),
  page: (agenda, { query, now }) => <AgendaPage agenda={agenda} question={query} now={now} />,
})
