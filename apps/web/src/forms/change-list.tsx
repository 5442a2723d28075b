import Box from '@cloudscape-design/components/box'
import type { Change } from './changes.ts'
import classes from './change-list.module.css'

/** Before → after of every changed field, beside the button that saves them. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <dl className={classes.list} aria-label="What changes">
      {changes.map((change) => (
        <div key={`${change.field} ${change.label}`}>
          <dt>
            <bdi>{change.label}</bdi>
          </dt>
          <dd>
            <Box variant="span" color="text-body-secondary">
              <span className="visually-hidden">before: </span>
              <bdi>{change.before}</bdi>
            </Box>
            <span aria-hidden="true"> → </span>
            <Box variant="span" fontWeight="bold">
              <span className="visually-hidden">, after: </span>
              <bdi>{change.after}</bdi>
            </Box>
          </dd>
        </div>
      ))}
    </dl>
  )
}
