/** Lets the parent ask this process how much processor time it has used: requests per processor second hold on a busy machine. */
export function reportCpuTime(): void {
  process.on('message', (message) => {
    if (message !== 'cpu-time') return
    const { user, system } = process.cpuUsage()
    process.send?.({ type: 'cpu-time', seconds: (user + system) / 1e6 })
  })
}
