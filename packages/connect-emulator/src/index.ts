export { createEmulator } from './emulator.ts'
export type {
  Call,
  CallFilter,
  CreatedInstance,
  Emulator,
  EmulatorOptions,
  Fault,
  InstanceSpec,
  ThrottleMode,
} from './emulator.ts'
