import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { change, changeExport, changeList, changeQuery, exportedChanges } from './change.ts'

export const changesContract = {
  search: endpoint({
    right: 'changes.read',
    method: 'GET',
    path: '/changes',
    summary: 'Who changed what, newest first: filter and page over the audit trail',
  })
    .input(changeQuery)
    .output(changeList),

  describe: endpoint({ right: 'changes.read', method: 'GET', path: '/changes/{id}', summary: 'Read one change' })
    .input(z.strictObject({ id: z.uuid('A change has a UUID.') }))
    .output(change),

  // POST, because that someone exported it is written down too.
  export: endpoint({
    right: 'changes.export',
    method: 'POST',
    path: '/changes/export',
    summary: 'Export changes, or the whole trail with its proof, part by part',
  })
    .input(changeExport)
    .output(exportedChanges),
}
