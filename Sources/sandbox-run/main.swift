// The line: argv -> invocation -> policy -> arguments -> plan -> sealed plan -> outcome. Each arrow is one function; one
// that fails ends the launcher with one message, one audit record and its exit status.

import LinuxSystem
import SandboxLaunch
import SandboxPolicy

func walk() -> Int32 {
  let invocation = Stage.parse(Surroundings.words)
  var ledger = Ledger(name: invocation.shownName, outcomeDescriptor: invocation.outcomeDescriptor)
  Stage.makeHarmless(invocation, ledger)
  if invocation.mode == .run { ledger.log = Stage.openLog(invocation, ledger) }
  let name = Stage.name(invocation, ledger)
  let policy = Stage.lookUp(name, invocation, ledger)
  let operation = Stage.operation(of: policy, ledger)
  let values = Stage.validate(invocation.words, operation, ledger)
  ledger.arguments = values
  let facts = Stage.inspectHost(ledger)
  let plan = Stage.plan(operation, name, policy, values, facts, ledger)
  let check = Stage.check(values, plan, ledger)
  if case .showPlan(let json) = invocation.mode { Console.print(json ? plan.json.pretty + "\n" : plan.text) }
  let sealed = Stage.seal(plan, ledger)
  Stage.grant(facts, ledger)
  let result = sealed.launch()
  // Until here, so that no other process has taken a pid that an argument names.
  withExtendedLifetime(check) {}
  for warning in result.warnings { ledger.warn(warning) }
  return ledger.close(result.outcome, use: result.use, success: plan.success)
}

Linux.exit(walk())
