import SandboxPolicy
import Testing

/// Compares a plan as a whole.
enum GoldenPlan {
  /// The plan of root's call has to be this text, and with the older cgroups the same but for their version.
  static func check(
    _ policy: OperationPolicy, _ words: [String] = [], is expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let unified = try PlanSamples.plan(policy, words, on: PlanSamples.host(cgroups: .version2))
    #expect(unified.text == expected, sourceLocation: sourceLocation)
    let separate = try PlanSamples.plan(policy, words, on: PlanSamples.host(cgroups: .version1))
    let lines = expected.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let parts = line.split(separator: "cgroup (version 2)", omittingEmptySubsequences: false)
      return parts.joined(separator: "cgroup (version 1)")
    }
    #expect(separate.text == lines.joined(separator: "\n"), sourceLocation: sourceLocation)
    #expect(separate.text != unified.text, sourceLocation: sourceLocation)
  }

  /// The names of a plan's steps, as its JSON has them.
  static func names(_ plan: Plan) -> [String] {
    guard case .object(let members) = plan.json, case .array(let steps)? = members.last?.value else { return [] }
    return steps.compactMap { step in
      guard case .object(let members) = step, case .string(let name)? = members.first?.value else { return nil }
      return name
    }
  }
}
