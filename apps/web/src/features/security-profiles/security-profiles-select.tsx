import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { permissionCatalogue } from '@patchbay/contract/permission-catalogue'
import { useMemo } from 'react'
import { LoadError } from '../../shell/load-states.tsx'
import { toApiError } from '../../api/api-error.ts'
import { buildMatrix, labelOf, type PermissionMatrix } from './permission-matrix.ts'
import { PermissionNames } from './permission-names.tsx'
import { effectOf, type Widening } from './profile-set.ts'
import { useSecurityProfileSet } from './security-profiles.queries.ts'

interface ProfileSetEffectProps {
  readonly instance: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What somebody gains and loses by holding other security profiles, in permissions and in reach. */
export function ProfileSetEffect({ instance, before, after }: ProfileSetEffectProps) {
  const set = useSecurityProfileSet(instance, [...new Set([...before, ...after])])
  const matrix = useMemo(
    () =>
      buildMatrix(
        permissionCatalogue,
        set.profiles.flatMap((profile) => profile.permissions),
      ),
    [set.profiles],
  )
  if (set.error !== null) {
    return (
      <LoadError
        error={toApiError(set.error)}
        what="what these profiles allow"
        isRetrying={set.isFetching}
        onRetry={set.retry}
      />
    )
  }
  if (!set.isComplete) return <output>Reading what these profiles allow …</output>

  const pick = (ids: readonly string[]) => set.profiles.filter((profile) => ids.includes(profile.id))
  const { gained, lost, widened, alreadyWide } = effectOf(pick(before), pick(after))
  return (
    <section aria-label="What these profiles change">
      <SpaceBetween size="s">
        {widened.length > 0 && (
          <Alert type="warning" header="This widens what a restriction allows">
            <Widenings widenings={widened} matrix={matrix} />
          </Alert>
        )}
        {gained.length + lost.length === 0 ? (
          <Box>No permission is gained or lost.</Box>
        ) : (
          <div className="beside">
            {gained.length > 0 && <Names title="Gains" names={gained} matrix={matrix} />}
            {lost.length > 0 && <Names title="Loses" names={lost} matrix={matrix} />}
          </div>
        )}
        {alreadyWide.length > 0 && (
          <ExpandableSection variant="footer" headerText="Restrictions that did not hold before either">
            <Widenings widenings={alreadyWide} matrix={matrix} />
          </ExpandableSection>
        )}
      </SpaceBetween>
    </section>
  )
}

const fewNames = 12

function Names({ title, names, matrix }: { title: string; names: readonly string[]; matrix: PermissionMatrix }) {
  const showRisks = title === 'Gains'
  if (names.length <= fewNames) {
    return <PermissionNames title={title} names={names} matrix={matrix} showRisks={showRisks} />
  }
  const risky = names.filter((name) => matrix.cells.get(name)?.risk !== undefined)
  return (
    <div>
      {showRisks && risky.length > 0 && (
        <PermissionNames title="Gains with risks" names={risky} matrix={matrix} showRisks />
      )}
      <ExpandableSection variant="footer" headerText={`${title} ${names.length.toLocaleString('en')} permissions`}>
        <PermissionNames title={title} names={names} matrix={matrix} />
      </ExpandableSection>
    </div>
  )
}

function Widenings({ widenings, matrix }: { widenings: readonly Widening[]; matrix: PermissionMatrix }) {
  return (
    <ul>
      {widenings.map(({ restricted, widenedBy, resource, permissions, isUnrestricted }) => (
        <li key={`${restricted} ${widenedBy} ${resource}`}>
          “<bdi>{restricted}</bdi>” is restricted, but “<bdi>{widenedBy}</bdi>” gives{' '}
          {permissions.map((name) => labelOf(matrix, name)).join(', ')}{' '}
          {isUnrestricted
            ? 'without a restriction, so that everything is reached.'
            : 'with another restriction: what either of the two reaches is reached.'}
        </li>
      ))}
    </ul>
  )
}
