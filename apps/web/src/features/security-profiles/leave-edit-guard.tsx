import { useBlocker } from '@tanstack/react-router'
import { ConfirmSave } from '../../forms/confirm-save.tsx'

interface LeaveEditGuardProps {
  readonly isDirty: boolean
}

/** View and edit share one path, which the app's own guard takes for the same page: Back and Cancel would lose everything. */
export function LeaveEditGuard({ isDirty }: LeaveEditGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isDirty && current.pathname === next.pathname && isEdit(current.search) && !isEdit(next.search),
    enableBeforeUnload: false,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <ConfirmSave
      question={{
        title: 'Stop editing without saving?',
        text: 'What you changed is not saved and will be lost.',
        action: 'Drop my changes',
      }}
      onConfirm={blocker.proceed}
      onCancel={blocker.reset}
    />
  )
}

function isEdit(search: object): boolean {
  return 'edit' in search && search.edit === true
}
