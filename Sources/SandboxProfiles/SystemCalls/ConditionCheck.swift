internal import SandboxPolicy

/// The check that the conditions of one element can be true as well as false.
enum ConditionCheck {
  /// Refuses conditions that are never true, and such as are always true.
  static func check(_ conditions: [ArgumentCondition], of call: String) throws(SystemCallRuleError) {
    for architecture in Architecture.allCases {
      for index in Set(conditions.map(\.index)).sorted() {
        let here = conditions.filter { $0.index == index }
        // Where finding out takes too long, the filter still holds: it tests each condition by itself.
        guard let numbers = intersection(here, architecture) else { continue }
        guard numbers.isEmpty || numbers.isEverything else { continue }
        let text = ArgumentCondition.text(of: here)
        throw SystemCallRuleError(
          at: call.utf8.count, "\(text) is \(numbers.isEmpty ? "never" : "always") true")
      }
    }
  }

  private static func intersection(_ conditions: [ArgumentCondition], _ architecture: Architecture) -> CubeSet? {
    var all = CubeSet([.everything])
    for condition in conditions {
      guard let both = all.intersection(condition.numbers(architecture)) else { return nil }
      all = both
    }
    return all
  }
}
