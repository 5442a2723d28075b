import type { SecurityProfile, SecurityProfileWrite, Tags } from '@patchbay/contract'
import { summaryOfProfile, type ProfileSettings } from '../../connect/security-profiles/profile-settings.ts'
import {
  tagResource,
  untagResource,
  updateSecurityProfile,
} from '../../connect/security-profiles/write-security-profile.ts'
import { Fault } from '../../http/fault.ts'
import { untilDone, type Caller } from '../caller.ts'
import { logChange } from '../log-change.ts'
import { readBack } from '../read-back.ts'
import { profileAnswer, readProfile, type ProfileReading } from './read-profile.ts'

/** One upstream write of a change that takes several. */
interface Step {
  readonly fields: readonly string[]
  /** As a sentence, done. */
  readonly done: string
  readonly run: () => Promise<void>
}

type ProfileInput = SecurityProfileWrite & { readonly id: string }

/** Reads the profile whole, compares the version, sends only what differs, and answers what now stands. */
export async function updateProfile(caller: Caller, input: ProfileInput): Promise<SecurityProfile> {
  return await caller.instance.turns.run(`security-profile/${input.id}`, () => updateInTurn(caller, input))
}

async function updateInTurn(caller: Caller, input: ProfileInput): Promise<SecurityProfile> {
  const before = await readProfile(caller, input.id)
  if (before.version !== input.version) {
    const message = 'Someone else changed this security profile in the meantime. Compare before you save again.'
    throw new Fault('CONFLICT', { current: profileAnswer(before) }, { message })
  }
  const steps = stepsOf(caller, before, input)
  if (steps.length === 0) return profileAnswer(before)
  await runSteps(caller, input, steps)
  return await readBack('The security profile was written.', () => readAfterWrite(caller, input.id))
}

export async function readAfterWrite(caller: Caller, id: string): Promise<SecurityProfile> {
  const after = await readProfile(untilDone(caller), id)
  caller.instance.directory.ownProfiles.put(summaryOfProfile(after.settings))
  return profileAnswer(after)
}

async function runSteps(caller: Caller, { id, reason }: ProfileInput, steps: readonly Step[]): Promise<void> {
  for (const [at, step] of steps.entries()) {
    try {
      await step.run()
    } catch (cause) {
      if (at === 0) throw cause
      throw await partlyDone(caller, id, steps, at, cause)
    }
    logChange(caller, { operation: 'securityProfiles.update', target: id, fields: step.fields, reason })
  }
}

/** Says what was done and what was not, with the profile as it now stands where that can be read. */
async function partlyDone(
  caller: Caller,
  id: string,
  steps: readonly Step[],
  failedAt: number,
  cause: unknown,
): Promise<Fault> {
  const done = steps.slice(0, failedAt).map((step) => step.done)
  const notDone = steps.slice(failedAt).map((step) => step.done.replace(/ (was|were) /, ' $1 not '))
  const current = await readAfterWrite(caller, id).catch(() => null)
  const why = cause instanceof Fault ? cause.message : ''
  const message = [...done, ...notDone, why].filter((sentence) => sentence !== '').join(' ')
  return new Fault('change.partly_done', { done, notDone, current }, { message, cause })
}

function stepsOf({ instance }: Caller, { settings, arn }: ProfileReading, input: ProfileInput): Step[] {
  return [...settingsStep(), ...tagSteps()]

  function settingsStep(): Step[] {
    const description = input.description === settings.description ? {} : { description: input.description }
    const permissions = isSameSet(input.permissions, settings.permissions) ? {} : { permissions: input.permissions }
    const change = { ...description, ...permissions }
    const fields = Object.keys(change)
    if (fields.length === 0) return []
    const what =
      fields.length === 2
        ? 'Description and permissions were'
        : `The ${fields[0]} ${fields[0] === 'permissions' ? 'were' : 'was'}`
    return [{ fields, done: `${what} written.`, run: () => updateSecurityProfile(instance, settings.id, change) }]
  }

  function tagSteps(): Step[] {
    const { set, removed } = tagChanges(settings.tags, input.tags)
    const put: Step[] =
      Object.keys(set).length === 0
        ? []
        : [{ fields: ['tags'], done: 'New and changed tags were written.', run: () => tagResource(instance, arn, set) }]
    const take: Step[] =
      removed.length === 0
        ? []
        : [{ fields: ['tags'], done: 'Tags were removed.', run: () => untagResource(instance, arn, removed) }]
    // New ones first, so that a failure between takes no tag away that access may depend on; not where 50 would be passed.
    const together = Object.keys({ ...settings.tags, ...set }).length
    return together > MAX_TAGS ? [...take, ...put] : [...put, ...take]
  }
}

/** TAG-01. */
const MAX_TAGS = 50

function tagChanges(current: Tags, wanted: Tags): { set: Tags; removed: string[] } {
  return {
    set: Object.fromEntries(
      Object.entries(wanted).filter(([key, value]) => !Object.hasOwn(current, key) || current[key] !== value),
    ),
    removed: Object.keys(current).filter((key) => !Object.hasOwn(wanted, key)),
  }
}

function isSameSet(a: ProfileSettings['permissions'], b: ProfileSettings['permissions']): boolean {
  return new Set(a).symmetricDifference(new Set(b)).size === 0
}
