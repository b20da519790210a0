import type { Reporter, TestModule } from 'vitest/node'

/** Ends the output with one plain line that any CI can read. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    )
    const failedModules = modules.filter(
      (module) => module.state() === 'failed' && module.errors().length > 0,
    )
    const passed = states.filter((state) => state === 'passed').length
    const failed = states.filter((state) => state === 'failed').length + failedModules.length + errors.length
    // After the default reporter has printed its own.
    setTimeout(() => process.stdout.write(`\n${passed} passed, ${failed} failed\n`))
  }
}
