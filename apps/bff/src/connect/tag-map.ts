import type { Tags } from '@patchbay/contract'

/**
 * AWS's own tags (aws:…) are left out: nobody may set or remove them (TAG-01), so they are not part of what is edited. Nor is one called
 * `__proto__`, which the contract's schemas drop: what nobody was shown would be taken away with the next save.
 */
export function ownTags(tags: Readonly<Record<string, string>> | undefined): Tags {
  return Object.fromEntries(
    Object.entries(tags ?? {}).filter(([key]) => !key.startsWith('aws:') && key !== '__proto__'),
  )
}

/** A map that Connect takes only with at least one entry (TAG-01). */
export function tagMember(tags: Tags): { Tags?: Tags } {
  return Object.keys(tags).length === 0 ? {} : { Tags: tags }
}
