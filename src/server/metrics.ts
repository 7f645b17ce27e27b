/**
 * What the process counts about itself, as Prometheus reads it. Plain numbers on the path of a request; they
 * become metrics when somebody asks.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { onOutcome } from '#src/jobs/outcomes.ts'
import { routeLabel } from './routeLabel.ts'

export type Metrics = {
  /** Counts an answered request. */
  request: (request: { url: string; method: string; status: number }) => void
  /** Notes how long a publication took to be visible here. */
  visible: (seconds: number) => void
  /** The metrics as text, and its media type (Prometheus text format 0.0.4). */
  read: () => Promise<{ text: string; type: string }>
  close: () => void
}

export type MetricSources = {
  /** Answers to readers from memory and computed ones, since the start. */
  cacheCounts: () => { hits: number; misses: number }
  cacheBytes: () => number
  ledgerHead: () => Promise<number>
  countJobs: (state: 'waiting' | 'failed') => Promise<number>
  /** How many rows of the ledger caches and the hub were not told of yet, by kind. */
  behind: () => Promise<Record<string, number>>
  /** Hears of a source that cannot be read; its metric is missing then, all others are there. */
  onError: (err: unknown) => void
}

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Makes the metrics of one server; nothing global is touched. */
export const createMetrics = (sources: MetricSources): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  addReaderMetrics(registry, sources)
  addStateMetrics(registry, sources)
  const request = addRequests(registry)
  const stopOutcomes = addOutcomes(registry)
  const visible = addVisible(registry)
  return {
    request,
    visible,
    read: async () => ({ text: await registry.metrics(), type: registry.contentType }),
    close: () => {
      stopOutcomes()
      registry.clear()
    },
  }
}

type Counted = { route: string; method: string; status: string; count: number }

const addRequests = (registry: Registry): Metrics['request'] => {
  const counted = new Map<string, Counted>()
  new Counter({
    name: 'verbatim_http_requests_total',
    help: 'Answered requests by route, method and class of the status.',
    labelNames: ['route', 'method', 'status'],
    registers: [registry],
    collect() {
      this.reset()
      for (const { count, ...labels } of counted.values()) this.inc(labels, count)
    },
  })
  return ({ url, method: asked, status: code }) => {
    const route = routeLabel(url)
    const method = methods.has(asked) ? asked : 'other'
    const status = `${Math.floor(code / 100)}xx`
    const key = `${route} ${method} ${status}`
    const entry = counted.get(key)
    if (entry) entry.count += 1
    else counted.set(key, { route, method, status, count: 1 })
  }
}

const addReaderMetrics = (registry: Registry, sources: MetricSources): void => {
  new Counter({
    name: 'verbatim_reader_cache_answers_total',
    help: 'Answers to readers: from memory (hit) or computed (miss).',
    labelNames: ['result'],
    registers: [registry],
    collect() {
      const { hits, misses } = sources.cacheCounts()
      this.reset()
      this.inc({ result: 'hit' }, hits)
      this.inc({ result: 'miss' }, misses)
    },
  })
  new Gauge({
    name: 'verbatim_reader_cache_bytes',
    help: 'Memory that ready answers take.',
    registers: [registry],
    collect() {
      this.set(sources.cacheBytes())
    },
  })
}

const addStateMetrics = (registry: Registry, sources: MetricSources): void => {
  /** A database that does not answer must not take the other metrics with it. */
  const attempt = async (read: () => Promise<void>, otherwise: () => void): Promise<void> => {
    try {
      await read()
    } catch (err) {
      otherwise()
      sources.onError(err)
    }
  }
  new Gauge({
    name: 'verbatim_ledger_seq',
    help: 'The number of the newest publication in the ledger.',
    registers: [registry],
    collect() {
      return attempt(
        async () => this.set(await sources.ledgerHead()),
        () => this.remove(),
      )
    },
  })
  new Gauge({
    name: 'verbatim_notifications_behind',
    help: 'Publications that caches in front and the WebSub hub have not been told of.',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      return attempt(
        async () => {
          for (const [kind, rows] of Object.entries(await sources.behind())) {
            this.set({ kind }, rows)
          }
        },
        () => this.reset(),
      )
    },
  })
  new Gauge({
    name: 'verbatim_jobs',
    help: 'Jobs that wait, and jobs that were given up.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      return attempt(
        async () => {
          this.set({ state: 'waiting' }, await sources.countJobs('waiting'))
          this.set({ state: 'failed' }, await sources.countJobs('failed'))
        },
        () => this.reset(),
      )
    },
  })
}

const addVisible = (registry: Registry): Metrics['visible'] => {
  const lag = new Histogram({
    name: 'verbatim_publish_visible_seconds',
    help: 'From the row of a publication to the readers of this process.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  return (seconds) => lag.observe(seconds)
}

const addOutcomes = (registry: Registry): (() => void) => {
  const attempts = new Counter({
    name: 'verbatim_notifications_total',
    help: 'Attempts to tell others of a publication: webhooks, the WebSub hub, caches in front.',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'verbatim_notification_duration_seconds',
    help: 'How long such an attempt took.',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers: [registry],
  })
  return onOutcome(({ kind, outcome, durationMs }) => {
    attempts.inc({ kind, outcome: outcome.replace(' ', '_') })
    durations.observe({ kind }, durationMs / 1000)
  })
}
