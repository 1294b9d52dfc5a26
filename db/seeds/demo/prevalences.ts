import type pg from 'pg'
import { areaId, municipalityId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

const own = { municipality_id: municipalityId }
const termId = (taxonomy: string, slug: string): string => idOf('term', `${taxonomy} ${slug}`)

type Seed = {
  key: string
  domain: string
  group: string
  name: readonly [nl: string, en: string]
  parts?: readonly string[]
  shareFrom?: string
  share?: number
  publisher: string
  edition: string
  year: number | null
  place?: string
  caution?: string
  because: string
}

/** The id of a prevalence of the demonstration. */
export const prevalenceId = (key: string): string => idOf('prevalence', key)

const ggd = { publisher: 'GGD Eemland', edition: 'onderzoek onder ouderen', year: 2004 }
const prevalences: readonly Seed[] = [
  {
    key: 'eenzaam', domain: 'netwerk', group: 'ouderen', name: ['Eenzaamheid bij ouderen', 'Loneliness among older people'], parts: ['age-65-plus'], share: 38, ...ggd, because: 'Gebruikt in de wijkkaart van Randenbroek-Schuilenburg.',
    caution: 'Matig tot zeer ernstig eenzaam. Wie ernstig eenzaam is (6 procent), zit hier ook in: tel die niet apart.',
  },
  {
    key: 'somber-eenzaam', domain: 'geestelijk', group: 'ouderen', name: ['Depressie bij ouderen die eenzaam zijn', 'Depression among older people who are lonely'], parts: ['age-65-plus', 'lonely-older'], share: 47, ...ggd,
    because: 'Van ouderen die niet eenzaam zijn is het 12 procent: een groot verschil, waar het team op wil letten.',
  },
  {
    key: 'psychisch', domain: 'geestelijk', group: 'psychisch', name: ['Langdurig psychisch kwetsbaar', 'Long-term mental health problems'], share: 0.45, publisher: 'Taskforce Vermaatschappelijking', edition: 'schatting voor heel Nederland', year: 2002, place: 'Nederland',
    because: 'Er wonen in Schothorst meer cliënten van de ggz dan gemiddeld. Dit is het landelijke cijfer om mee te vergelijken.', caution: 'De bron noemt ongeveer 72.000 mensen in het hele land. Dat is omgerekend naar een percentage van alle inwoners.',
  },
  {
    key: 'zonder-werk', domain: 'dag', group: 'werkzoekenden', name: ['Zonder werk', 'Without work'], parts: ['age-20-64'], shareFrom: 'unemployment', publisher: 'Gemeente Amersfoort', edition: 'Feiten en Cijfers 2009', year: 2009, because: 'De bron telt mensen van 15 tot 65 jaar; wij kennen per wijk alleen 20 tot en met 64.',
    caution: 'Mensen van 15 tot en met 19 jaar tellen hier niet mee.',
  },
]

/** How often something occurs, from the sources of the demonstration; and what the teams heard there is no offer for. */
export async function seedPrevalences(client: pg.ClientBase, { now, day }: World): Promise<void> {
  const at = new Date(now.getTime() - 30 * 86_400_000).toISOString()
  await insertAll(client, 'prevalences', prevalences.map((it) => ({
    ...own, id: prevalenceId(it.key), version: 1, life_domain_id: termId('life-domain', it.domain), target_group_id: termId('target-group', it.group), name_nl: it.name[0], name_en: it.name[1], base: 'inhabitants', parts: it.parts ?? [], share_from: it.shareFrom ?? null, share: it.share ?? null,
    publisher: it.publisher, edition: it.edition, year: it.year, place: it.place ?? null, caution: it.caution ?? null, withdrawn: false, because: it.because, by_id: personId('petra'), at,
  })))
  const gap = (domain: string, area: string, source: 'triage' | 'referral', times: number, days: number) => ({ ...own, id: idOf('gap', `${domain} ${area} ${source}`), noted_on: day(-days), source, area_id: areaId(area), life_domain_id: termId('life-domain', domain), words: [], times })
  await insertAll(client, 'unmet_needs', [gap('verslaving', 'randenbroek-schuilenburg', 'referral', 6, 15), gap('financien', 'schuilenburg', 'triage', 5, 22), gap('recht', 'kruiskamp-koppel', 'triage', 3, 11), gap('verslaving', 'schothorst', 'referral', 5, 40)])
}
