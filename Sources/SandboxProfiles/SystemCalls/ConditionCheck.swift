internal import SandboxPolicy

/// The check that the conditions of one element can be both true and false, and don't come to too much.
enum ConditionCheck {
  /// The most combinations of values that one element may come to; the kernel takes 4,096 instructions in all.
  static let mostCombinations = 512

  /// Refuses conditions that are never true, always true, or too many.
  static func check(_ conditions: [ArgumentCondition], of call: String) throws(SystemCallRuleError) {
    let offset = call.utf8.count
    for architecture in Architecture.allCases {
      var product = 1
      for (index, set) in ArgumentConditionSets.sets(of: conditions, architecture) {
        let text = ArgumentCondition.text(of: conditions.filter { $0.index == index })
        if set.isEmpty { throw SystemCallRuleError(at: offset, "\(text) is never true") }
        if set.isEverything { throw SystemCallRuleError(at: offset, "\(text) is always true") }
        (product, _) = product.multipliedReportingOverflow(by: set.cubes.count)
        if product > mostCombinations {
          throw SystemCallRuleError(
            at: offset, "the conditions come to more than \(mostCombinations) combinations of bits; use == or in {…}")
        }
      }
    }
  }
}
