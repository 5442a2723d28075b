import LiveRegion from '@cloudscape-design/components/live-region'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import type { RequestWait } from '@patchbay/contract'

interface ReadingProgressProps {
  readonly reading: NonNullable<RequestWait['reading']>
  /** About how long it still takes. */
  readonly seconds: number
}

/** How far the first reading of everybody is: at Amazon Connect's pace, 50,000 people take most of a minute. */
export function ReadingProgress({ reading: { people, ofAbout }, seconds }: ReadingProgressProps) {
  const isAll = people >= ofAbout
  const amount = `${count(people)} of about ${count(ofAbout)}`
  return (
    <>
      <ProgressBar
        value={ofAbout === 0 ? 100 : (100 * people) / ofAbout}
        label="Reading people from Amazon Connect"
        additionalInfo={
          isAll
            ? `${amount}, now being sorted`
            : `${amount}, ${seconds === 0 ? 'a moment' : `about ${seconds} s`} to go`
        }
      />
      {/* Once, and not with each page. */}
      <LiveRegion hidden tagName="span">
        Reading people from Amazon Connect
      </LiveRegion>
    </>
  )
}

const count = (number: number) => number.toLocaleString('en')
