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

/// Conditions that hold together, as sets of numbers.
enum ArgumentConditionSets {
  /// For each argument that is mentioned, in order, the numbers that pass all of its conditions.
  static func sets(of conditions: [ArgumentCondition], _ architecture: Architecture) -> [(index: Int, set: CubeSet)] {
    (0..<6).compactMap { index in
      let here = conditions.filter { $0.index == index }
      guard let first = here.first else { return nil }
      let set = here.dropFirst().reduce(numbers(first, architecture)) { $0.intersection(numbers($1, architecture)) }
      return (index, set)
    }
  }

  /// The combinations of cubes, one for each argument that is mentioned; any of them lets the call through.
  static func products(of conditions: [ArgumentCondition], _ architecture: Architecture) -> [[Int: Cube]] {
    sets(of: conditions, architecture).reduce([[:]]) { products, argument in
      products.flatMap { product in
        argument.set.cubes.map { product.merging([argument.index: $0]) { _, new in new } }
      }
    }
  }

  private static func numbers(_ condition: ArgumentCondition, _ architecture: Architecture) -> CubeSet {
    CubeSet(
      condition.values.flatMap {
        CubeSet(condition.comparison, $0[architecture], architecture, condition.width).cubes
      })
  }
}
