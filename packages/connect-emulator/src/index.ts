export { createEmulator } from './emulator.ts'
export type {
  Call,
  CallFilter,
  ContactSpec,
  CreatedInstance,
  Emulator,
  EmulatorOptions,
  Fault,
  InstanceSpec,
  ThrottleMode,
} from './emulator.ts'
