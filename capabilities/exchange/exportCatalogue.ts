import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

type Product = { id: string; slug: string; name: string; about: string; modified: string; organization: string | null }

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
const text = (words: string): string => words.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replace(/[&<>"]/g, (it) => escapes[it] ?? it)

const productOf = (it: Product, origin: string, town: string): string => {
  const place = `scheme="overheid:Gemeente" resourceIdentifier="http://standaarden.overheid.nl/owms/terms/${encodeURIComponent(town.replaceAll(' ', '_'))}_(gemeente)"`
  return `<overheidproduct:scproduct owms-version="4.0"><overheidproduct:meta><overheidproduct:owmskern>
<dcterms:identifier>${text(`${origin}/voorziening/${it.slug}`)}</dcterms:identifier><dcterms:title>${text(it.name)}</dcterms:title><dcterms:language>nl</dcterms:language>
<dcterms:type scheme="overheid:Informatietype">productbeschrijving</dcterms:type><dcterms:modified>${it.modified}</dcterms:modified>
<dcterms:spatial ${place}>${text(town)}</dcterms:spatial><overheid:authority ${place}>${text(town)}</overheid:authority>
</overheidproduct:owmskern><overheidproduct:owmsmantel>
<dcterms:audience scheme="overheid:Doelgroep">particulier</dcterms:audience><dcterms:abstract>${text(it.about)}</dcterms:abstract>${it.organization ? `<dcterms:publisher>${text(it.organization)}</dcterms:publisher>` : ''}
</overheidproduct:owmsmantel><overheidproduct:scmeta><overheidproduct:productID>${it.id}</overheidproduct:productID><overheidproduct:onlineAanvragen>nee</overheidproduct:onlineAanvragen></overheidproduct:scmeta></overheidproduct:meta><overheidproduct:body /></overheidproduct:scproduct>`
}

/** The open directory as a list of Samenwerkende Catalogi 4.0, each service a product of the municipality, published by its organisation. */
export async function catalogueOf(db: Db, origin: string, town: string): Promise<string> {
  const { rows } = await sql<Product>`select s.id::text as id, s.slug, s.name, coalesce(nullif(s.description, ''), nullif(s.summary, ''), s.name) as about, to_char(s.last_modified at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as modified,
      (select o.name from organizations o where o.municipality_id = s.municipality_id and o.id = s.organization_id) as organization
    from services s where s.municipality_id = (select ctx.municipality()) order by s.name, s.id`.execute(db)
  return `<?xml version="1.0" encoding="utf-8"?>
<overheidproduct:scproducten xmlns:overheidproduct="http://standaarden.overheid.nl/product/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:overheid="http://standaarden.overheid.nl/owms/terms/" xmlns:dcterms="http://purl.org/dc/terms/" xsi:schemaLocation="http://standaarden.overheid.nl/product/terms/ http://standaarden.overheid.nl/sc/4.0/xsd/sc.xsd">
${rows.map((it) => productOf(it, origin, town)).join('\n')}
</overheidproduct:scproducten>
`
}
