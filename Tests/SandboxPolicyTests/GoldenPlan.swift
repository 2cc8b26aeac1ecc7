import SandboxPolicy
import Testing

/// Compares a plan as a whole.
enum GoldenPlan {
  /// The plan of root's call has to be this text. With the older cgroups it is the same but for their version and for
  /// the place of the clone, which waits for nothing there.
  static func check(
    _ policy: OperationPolicy, _ words: [String] = [], is expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let unified = try PlanSamples.plan(policy, words, on: PlanSamples.host(cgroups: .version2))
    check(unified, is: expected, sourceLocation: sourceLocation)
    let separate = try PlanSamples.plan(policy, words, on: PlanSamples.host(cgroups: .version1))
    #expect(
      orders(separate, version: 1).sorted() == orders(unified, version: 2).sorted(), sourceLocation: sourceLocation)
    let names = names(separate)
    let tie = names.firstIndex(of: "tie-to-launcher")
    #expect(names.firstIndex(of: "create-cgroup") == tie.map { $0 - 1 }, sourceLocation: sourceLocation)
    #expect(names.first == "clone-process", sourceLocation: sourceLocation)
  }

  /// A plan has to be this text.
  static func check(_ plan: Plan, is expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(plan.text == expected, sourceLocation: sourceLocation)
  }

  private static func orders(_ plan: Plan, version: Int) -> [String] {
    plan.steps.map(\.order).map { order in
      let parts = order.split(separator: "cgroup (version \(version))", omittingEmptySubsequences: false)
      return parts.joined(separator: "cgroup")
    }
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
