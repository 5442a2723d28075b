/** What a server process has used so far. */
export interface Usage {
  cpuSeconds: number
  rssMegabytes: number
}

/** Lets the parent ask this process for its usage: requests per processor second hold on a busy machine. */
export function reportUsage(): void {
  process.on('message', (message) => {
    if (message !== 'usage') return
    const { user, system } = process.cpuUsage()
    const usage: Usage = { cpuSeconds: (user + system) / 1e6, rssMegabytes: process.memoryUsage.rss() / 1e6 }
    process.send?.(usage)
  })
}
