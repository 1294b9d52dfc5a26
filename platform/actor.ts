/** Somebody we do not know. Sees what is public in one municipality. */
export type Visitor = { kind: 'visitor'; municipalityId: string }

/** What everybody who signed in has. */
export type SignedIn = {
  municipalityId: string
  sessionId: string
  /** 'bearer' is a program with an API token, 'code' a resident with a code on paper */
  sessionKind: 'session' | 'bearer' | 'code'
  endsAt: Date
  /** when this session last proved more than a password */
  strongAt: Date | null
  locale: 'nl' | 'en'
  theme: 'system' | 'light' | 'dark'
}

/** Somebody who works or volunteers, acting for one organisation and one purpose. */
export type Staff = SignedIn & {
  kind: 'worker' | 'volunteer'
  id: string
  name: string
  membershipId: string
  organizationId: string
  organizationName: string
  role: string
  /** the law or task under which this session works; null while none is chosen */
  purpose: string | null
  /** purposes for which the organisation has a mandate today */
  purposes: readonly string[]
  /** teams in which the actor is a core member today */
  teams: readonly string[]
  /** teams that the actor coordinates today */
  coordinates: readonly string[]
}

/** A resident, by account or with a code on paper (then without id and name). */
export type Resident = SignedIn & {
  kind: 'resident'
  id: string | null
  name: string | null
  /** the cases that are about this resident */
  cases: readonly string[]
}

export type Person = Staff | Resident
export type Actor = Visitor | Person

type Claims = Record<string, unknown> & { kind: Actor['kind']; municipality: string }

/** Makes an actor of what `ctx.open` answers. */
export function actorFrom(claims: Claims): Actor {
  if (claims.kind === 'visitor') return { kind: 'visitor', municipalityId: claims.municipality }
  const signedIn = {
    municipalityId: claims.municipality,
    sessionId: claims.session as string,
    sessionKind: claims.sessionKind as SignedIn['sessionKind'],
    endsAt: new Date(claims.endsAt as string),
    strongAt: claims.strongAt ? new Date(claims.strongAt as string) : null,
    locale: (claims.locale ?? 'nl') as SignedIn['locale'],
    theme: (claims.theme ?? 'system') as SignedIn['theme'],
  }
  if (claims.kind === 'resident') {
    return { ...signedIn, kind: 'resident', id: (claims.person ?? null) as string | null, name: (claims.name ?? null) as string | null, cases: (claims.cases ?? []) as string[] }
  }
  return {
    ...signedIn,
    kind: claims.kind,
    id: claims.person as string,
    name: claims.name as string,
    membershipId: claims.membership as string,
    organizationId: claims.organization as string,
    organizationName: claims.organizationName as string,
    role: claims.role as string,
    purpose: (claims.purpose ?? null) as string | null,
    purposes: claims.purposes as string[],
    teams: claims.teams as string[],
    coordinates: claims.coordinates as string[],
  }
}
