import type { SourceRecord } from './record.ts'
import { Unreadable } from './unreadable.ts'
import { heard } from './workbook.ts'

type Product = { values: Map<string, string[]>; authority: string }

// In which words an authority says how something can be asked for online.
const onlineWords: Readonly<Record<string, string>> = { ja: 'Online aan te vragen.', digid: 'Online aan te vragen met DigiD.', eherkenning: 'Online aan te vragen met eHerkenning.', nee: '' }

/**
 * The products of Samenwerkende Catalogi 4.0, as a file of their own or as the answer of the search service that wraps them. Names count without their prefix.
 *
 * @throws Unreadable when it is no XML, has definitions of its own, or holds no products
 */
export function fromCatalogue(xml: string): SourceRecord[] {
  const products: Product[] = []
  let at: Product | undefined
  let [name, text] = ['', '']
  heard(xml, {
    open: (opened, attributes) => {
      if (opened === 'scproduct') {
        at = { values: new Map(), authority: '' }
        products.push(at)
      }
      if (opened === 'authority' && at) at.authority = attributes.resourceIdentifier ?? ''
      name = opened
      text = ''
    },
    text: (words) => {
      text += words
    },
    close: (closed) => {
      if (closed === 'scproduct') at = undefined
      if (at && closed === name && text.trim()) at.values.set(closed, [...(at.values.get(closed) ?? []), text.trim()])
      if (closed !== 'scproduct' && closed !== name) return
      name = ''
      text = ''
    },
  })
  if (products.length === 0) throw new Unreadable('not-catalogue')
  return products.flatMap(({ values, authority }, index) => recordsOf(values, authority, index))
}

function recordsOf(values: ReadonlyMap<string, readonly string[]>, authority: string, index: number): SourceRecord[] {
  const first = (name: string) => values.get(name)?.[0]
  const path = `product ${index + 1}`
  const publisher = first('publisher')
  const organization = publisher ?? (authority || first('authority')) ?? ''
  const fields: Record<string, unknown> = {
    name: first('title'), url: first('identifier'), description: first('productHTML') ?? first('abstract'), assured_date: first('modified'), alternate_name: first('alternative'),
    eligibility_description: values.get('audience')?.join(', '), application_process: onlineWords[first('onlineAanvragen') ?? ''], ...(organization && { organization_id: organization }),
  }
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
  return [
    ...(organization ? [{ entity: 'organization' as const, identifier: organization, path, fields: { name: publisher ?? first('authority') ?? organization } }] : []),
    { entity: 'service', identifier: first('identifier') ?? first('productID') ?? path, path, fields: known },
  ]
}
