import { createEmulator } from '../src/index.ts'
import { reportUsage } from './report-usage.ts'

// The emulator in a process of its own, with one instance of so many people.
const emulator = await createEmulator()
const { instanceId } = await emulator.createInstance({
  alias: 'bench',
  users: Number(process.argv[2]),
  hierarchyGroups: 180,
  securityProfiles: 24,
  routingProfiles: 14,
  workspaces: 6,
  aiAgents: 3,
})
reportUsage()
process.send?.({ type: 'ready', url: emulator.url, instanceId })
process.on('disconnect', () => process.exit(0))
