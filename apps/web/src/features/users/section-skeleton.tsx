import Skeleton from '@cloudscape-design/components/skeleton'

/** One section of a page that is read by itself. */
export function SectionSkeleton() {
  return (
    <output aria-label="Loading">
      <Skeleton width="70%" height="16px" />
    </output>
  )
}
