import Button from '@cloudscape-design/components/button'
import type { LiveContact, LiveStatus, User } from '@patchbay/contract'
import { Suspense, useRef, useState } from 'react'
import { Instant } from '../../shell/as-of.tsx'
import { lazyPart, PartFailedDialog } from '../../shell/lazy-part.tsx'
import { canDismiss, contactText } from './contact-words.ts'
import { useUserLocks } from './use-user-locks.ts'

const DismissContact = lazyPart(
  async () => (await import('./dismiss-contact.tsx')).DismissContact,
  ({ onClose }) => <PartFailedDialog header="Dismiss the contact" onDismiss={onClose} />,
)

interface LiveContactsProps {
  readonly user: User
  readonly now: LiveStatus
}

/** What somebody is at, or is held up by: one that is over can be dismissed for them. */
export function LiveContacts({ user, now }: LiveContactsProps) {
  const lock = useUserLocks(user.id)('users.contacts.dismiss', '')
  const [dismissing, setDismissing] = useState<LiveContact>()
  const place = useRef<HTMLDivElement>(null)
  const contacts = now.status?.contacts ?? []
  const close = () => {
    setDismissing(undefined)
    // The button that opened the dialog may be gone with its contact.
    place.current?.focus()
  }
  return (
    <div ref={place} tabIndex={-1}>
      {contacts.length === 0 && 'None'}
      {contacts.map((contact) => (
        <div key={contact.id}>
          {contactText(contact)}
          {contact.since !== null && (
            <>
              , since <Instant instant={contact.since} isShort />
            </>
          )}{' '}
          {canDismiss(contact) && lock.state === 'open' && (
            <Button
              variant="inline-link"
              ariaLabel={`Dismiss the contact: ${contactText(contact)}`}
              onClick={() => setDismissing(contact)}
            >
              Dismiss
            </Button>
          )}
        </div>
      ))}
      {dismissing && (
        <Suspense>
          <DismissContact user={user} now={now} contact={dismissing} onClose={close} />
        </Suspense>
      )}
    </div>
  )
}
